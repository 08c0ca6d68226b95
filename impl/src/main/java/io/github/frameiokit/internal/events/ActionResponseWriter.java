package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.response.ActionResponse;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes what an action answers. */
@Provider
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActionResponseWriter implements MessageBodyWriter<ActionResponse> {

    @Inject
    @ConfigProperty(name = Keys.FORM_CHECKBOX, defaultValue = "boolean")
    private String checkboxType;

    private ResponseJson json;

    @PostConstruct
    void prepare() {
        json = new ResponseJson(checkboxType);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ActionResponse.class.isAssignableFrom(type);
    }

    /** All at once: the flush of a JSON generator on the server's stream would send the answer in pieces. */
    @Override
    public void writeTo(
            ActionResponse response,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        stream.write(json.of(response));
    }
}
