package io.github.frameiokit.internal.events;

import io.github.frameiokit.response.ActionResponse;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets an app's own JAX-RS resources return a message or form. It has no scope, since on Payara a provider with one
 * comes after the provider for JSON-B.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class ActionResponseWriter implements MessageBodyWriter<ActionResponse> {

    private volatile @Nullable ResponseJson json;

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ActionResponse.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            ActionResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        if (json == null) { // not earlier: without a scope, the server may create this at any time
            json = ResponseJson.configured(ConfigProvider.getConfig());
        }
        body.write(json.of(response));
    }
}
