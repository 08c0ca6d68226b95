package io.github.frameiokit.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * AWS's own DynamoDB for tests, which runs in this JVM and keeps its data in memory. It needs
 * {@code software.amazon.dynamodb:DynamoDBLocal} in a version that is about as old as that of the AWS SDK.
 *
 * <p>Set an app's {@code frameio.token-store.dynamodb.endpoint} to its address, and the region to any. DynamoDB Local
 * accepts any credentials, but not none: give an app in another JVM the environment variables {@code AWS_ACCESS_KEY_ID}
 * and {@code AWS_SECRET_ACCESS_KEY}.
 */
public final class DynamoDbLocal {

    private static URI endpoint;

    private DynamoDbLocal() {}

    /**
     * Starts it, unless it is running, and gives credentials to the AWS SDK in this JVM.
     *
     * @return its address
     */
    public static synchronized URI endpoint() {
        if (endpoint == null) {
            System.setProperty("aws.accessKeyId", "local");
            System.setProperty("aws.secretAccessKey", "local");
            String port = Integer.toString(freePort());
            try {
                // shared: otherwise each region and each access key has its own tables
                ServerRunner.createServerFromCommandLineArgs(
                                new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port})
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
