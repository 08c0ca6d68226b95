package io.github.frameiokit.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * AWS's own DynamoDB for tests, in this JVM and its memory; it needs {@code software.amazon.dynamodb:DynamoDBLocal}, in
 * a version of the AWS SDK's age.
 *
 * <p>An app has its address as {@code frameio.token-store.dynamodb.endpoint}, and any region. It takes any credentials,
 * but there have to be some: an app in another JVM gets them from {@code AWS_ACCESS_KEY_ID} and
 * {@code AWS_SECRET_ACCESS_KEY}.
 */
public final class DynamoDbLocal {

    private static URI endpoint;

    private DynamoDbLocal() {}

    /**
     * Starts it, unless it runs already, and gives the AWS SDK in this JVM credentials.
     *
     * @return its address
     */
    public static synchronized URI endpoint() {
        if (endpoint == null) {
            System.setProperty("aws.accessKeyId", "local");
            System.setProperty("aws.secretAccessKey", "local");
            String port = Integer.toString(freePort());
            try {
                // shared: else each region and each access key has tables of its own
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
