package io.github.frameiokit.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Builds a client in plain Java SE, without CDI and without MicroProfile Config, such as for a command-line tool:
 *
 * <pre>{@code
 * try (StandaloneClient frameio = FrameioClient.builder().token(System.getenv("FRAMEIO_TOKEN")).build()) {
 *     System.out.println(frameio.users().show().email());
 * }
 * }</pre>
 *
 * <p>The token travels only over {@code https}, except to this machine. The defaults are those of the config properties
 * with the same names. A builder can build several clients. Builders aren't thread-safe.
 *
 * @see FrameioClient#builder
 */
public interface FrameioClientBuilder {

    /**
     * Acts with an access token that isn't refreshed.
     *
     * @param token the access token, not null
     * @return this builder
     * @throws IllegalArgumentException if the token is blank or has a character that no token has
     */
    FrameioClientBuilder token(String token);

    /**
     * Acts with access tokens that another object provides.
     *
     * @param token called for each call, on the caller's thread; it must be thread-safe and must not return null; not
     *     null
     * @return this builder
     */
    FrameioClientBuilder token(Supplier<String> token);

    /**
     * Acts as the app, with tokens that the client gets, keeps and refreshes with OAuth client credentials of an Adobe
     * project.
     *
     * @param clientId the client id, not blank, not null
     * @param clientSecret the client secret, not blank, not null
     * @param scopes the scopes of the tokens, not blank, not null; without any, {@code openid}, {@code AdobeID} and
     *     {@code frame.s2s.all}
     * @return this builder
     * @throws IllegalArgumentException if the id, the secret or a scope is blank
     */
    FrameioClientBuilder clientCredentials(String clientId, String clientSecret, String... scopes);

    /**
     * Sets where Frame.io's API is. The default is {@code https://api.frame.io}.
     *
     * @param apiUrl the address, without user, query or fragment, not null
     * @return this builder
     * @throws IllegalArgumentException if it is no such address, or begins with {@code http://} and isn't on this
     *     machine
     */
    FrameioClientBuilder apiUrl(URI apiUrl);

    /**
     * Sets where Adobe's identity service is, from which {@link #clientCredentials} gets its tokens. The default is
     * {@code https://ims-na1.adobelogin.com}.
     *
     * @param imsUrl the address, without user, query or fragment, not null
     * @return this builder
     * @throws IllegalArgumentException if it is no such address, or begins with {@code http://} and isn't on this
     *     machine
     */
    FrameioClientBuilder imsUrl(URI imsUrl);

    /**
     * Sets how long connecting may take. The default is 5 seconds.
     *
     * @param connectTimeout the time, positive, not null
     * @return this builder
     * @throws IllegalArgumentException if the time isn't positive
     */
    FrameioClientBuilder connectTimeout(Duration connectTimeout);

    /**
     * Sets how long to wait for a response, or for a transfer to move on. The default is 30 seconds.
     *
     * @param readTimeout the time, positive, not null
     * @return this builder
     * @throws IllegalArgumentException if the time isn't positive
     */
    FrameioClientBuilder readTimeout(Duration readTimeout);

    /**
     * Sets how often a call is tried again. The default is 4.
     *
     * @param retries the number, from 0 for never to 999
     * @return this builder
     * @throws IllegalArgumentException if the number is negative or larger
     */
    FrameioClientBuilder retries(int retries);

    /**
     * Sets the clock, which also waits. A test can have one that doesn't wait.
     *
     * @param clock the clock, not null
     * @return this builder
     */
    FrameioClientBuilder clock(ClientClock clock);

    /**
     * Builds a client. It opens no connection before its first call.
     *
     * @return a new client, never null
     * @throws IllegalStateException if the builder has neither a token nor client credentials
     */
    StandaloneClient build();
}
