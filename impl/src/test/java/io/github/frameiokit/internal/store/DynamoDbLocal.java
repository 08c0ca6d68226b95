package io.github.frameiokit.internal.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** AWS's own DynamoDB for tests, in this JVM and its memory; started once. */
public final class DynamoDbLocal {

    private static URI endpoint;

    private DynamoDbLocal() {}

    public static synchronized URI endpoint() {
        if (endpoint == null) {
            System.setProperty("aws.accessKeyId", "local");
            System.setProperty("aws.secretAccessKey", "local");
            String port = Integer.toString(freePort());
            try {
                ServerRunner.createServerFromCommandLineArgs(
                                new String[] {"-inMemory", "-disableTelemetry", "-port", port})
                        .start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            endpoint = URI.create("http://localhost:" + port);
        }
        return endpoint;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
