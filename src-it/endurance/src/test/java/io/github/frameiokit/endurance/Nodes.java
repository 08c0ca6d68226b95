package io.github.frameiokit.endurance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The nodes behind a load balancer, which takes them in turn and leaves out those that are down. Thread-safe. */
final class Nodes {

    private final List<Node> all;
    private final AtomicInteger turn = new AtomicInteger();

    Nodes(List<Node> all) {
        this.all = List.copyOf(all);
    }

    /** A node that is up. */
    Node next() {
        int first = turn.getAndIncrement();
        for (int i = 0; i < all.size(); i++) {
            Node node = all.get(Math.floorMod(first + i, all.size()));
            if (node.life().isPresent()) {
                return node;
            }
        }
        throw new IllegalStateException("All nodes are down.");
    }

    List<Node> all() {
        return all;
    }
}
