package io.github.frameiokit.internal.development;

import io.github.frameiokit.delivery.Deliveries;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.console.Call;
import io.github.frameiokit.internal.console.Console;
import io.github.frameiokit.internal.console.Reply;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** The open console, as JAX-RS sees it. Not a bean, so that no container loads the console's classes for it. */
final class ConsoleDoor {

    private final Console console;
    private final Instance<Object> beans;

    private ConsoleDoor(Console console, Instance<Object> beans) {
        this.console = console;
        this.beans = beans;
    }

    static ConsoleDoor open(
            Config config,
            Handlers handlers,
            String key,
            Optional<SigningSecretResolver> resolver,
            TokenStore store,
            Supplier<Optional<Class<?>>> ownStore,
            CurrentRequest request,
            Supplier<Optional<Deliveries>> queue,
            Instance<Object> beans) {
        return new ConsoleDoor(
                new Console(config, handlers, key, resolver, store, ownStore, request::address, queue), beans);
    }

    Recorder recorder() {
        return console.recorder();
    }

    Response answer(String method, HttpHeaders headers, UriInfo uri, Optional<byte[]> body) {
        Reply reply = reply(method, headers, uri, body);
        Response.ResponseBuilder response = Response.status(reply.status());
        reply.headers().forEach(response::header);
        MediaType type = MediaType.valueOf(reply.type());
        return response.entity(new Outcome(reply.status(), type, reply.body(), false))
                .type(type)
                .build();
    }

    private Reply reply(String method, HttpHeaders headers, UriInfo uri, Optional<byte[]> body) {
        try {
            return console.answer(new Call(
                    method,
                    below(uri),
                    query(uri),
                    uri.getBaseUri(),
                    Call.copy(headers.getRequestHeaders()),
                    body,
                    Caller.address(beans)));
        } catch (IllegalArgumentException e) {
            return Reply.forbidden(); // Open Liberty builds addresses from a proxy's headers, which may be malformed
        }
    }

    /** The path below the console's own, without a slash at its beginning. */
    private static String below(UriInfo uri) {
        String path = uri.getPath().replaceFirst("^/+", "");
        return path.substring(Math.min(path.length(), Paths.CONSOLE.length())).replaceAll("^/+|/+$", "");
    }

    private static String query(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        return query == null ? "" : query;
    }

    void close() {
        console.close();
    }
}
