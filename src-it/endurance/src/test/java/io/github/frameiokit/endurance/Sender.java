package io.github.frameiokit.endurance;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sends one request after the other over a connection per node, and keeps the ledger. For one thread. */
final class Sender implements Closeable {

    private final Nodes nodes;
    private final Ledger ledger;
    private final Times times;
    private final Map<Node, Connection> connections = new HashMap<>();

    Sender(Nodes nodes, Ledger ledger, Times times) {
        this.nodes = nodes;
        this.ledger = ledger;
        this.times = times;
    }

    /** Sends an event to a node, or to another one if that is down; returns the status, or empty if no answer came. */
    Optional<Integer> send(Event event, byte[] request, Node preferred) {
        return send(event, request, preferred, Connection.AT_ONCE);
    }

    /** The same for a request that is written in a special way. */
    Optional<Integer> send(Event event, byte[] request, Node preferred, Connection.Writing writing) {
        Node node = preferred.life().isPresent() ? preferred : nodes.next();
        Optional<Node.Life> life = node.life();
        Ledger.Account account = ledger.of(event);
        account.sent();
        try {
            long begin = System.nanoTime();
            Connection connection = open(node);
            int status = connection.send(request, writing).status();
            if (event.kind() == Kind.WEBHOOK || event.kind() == Kind.ACTION) {
                times.add(System.nanoTime() - begin);
            }
            account.answered(status, life);
            if (!connection.isReusable()) {
                close(node);
            }
            return Optional.of(status);
        } catch (IOException e) {
            close(node);
            account.notAnswered();
            return Optional.empty();
        }
    }

    private Connection open(Node node) throws IOException {
        Connection connection = connections.get(node);
        if (connection == null) {
            connection = new Connection(node.port());
            connections.put(node, connection);
        }
        return connection;
    }

    private void close(Node node) {
        Connection connection = connections.remove(node);
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException e) {
                // it was of no more use
            }
        }
    }

    @Override
    public void close() {
        nodes.all().forEach(this::close);
    }
}
