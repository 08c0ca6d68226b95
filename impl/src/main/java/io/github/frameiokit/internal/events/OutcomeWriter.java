package io.github.frameiokit.internal.events;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes the outcomes of the kit's endpoint. As the writer of a type of its own it precedes the app's writers. CXF's
 * writer of bytes would not, since it is registered for any type.
 */
@Provider
public class OutcomeWriter implements MessageBodyWriter<Outcome> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Outcome.class;
    }

    @Override
    public void writeTo(
            Outcome outcome,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(outcome.answer());
    }
}
