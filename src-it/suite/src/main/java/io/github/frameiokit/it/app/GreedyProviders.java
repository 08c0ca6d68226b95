package io.github.frameiokit.it.app;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** An app's JAX-RS providers that apply to everything. */
public final class GreedyProviders {

    private GreedyProviders() {}

    /** Reads all JSON. */
    @Provider
    @Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
    public static class Reader implements MessageBodyReader<Object> {

        @Override
        public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public Object readFrom(
                Class<Object> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream body)
                throws IOException {
            throw new IllegalStateException(
                    "Can't read " + type + " from " + new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Writes all JSON and text. */
    @Provider
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
    public static class Writer implements MessageBodyWriter<Object> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return true;
        }

        @Override
        public void writeTo(
                Object entity,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream body)
                throws IOException {
            body.write("by the app".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes all text, in its own way. */
    @Provider
    @Produces(MediaType.TEXT_PLAIN)
    public static class TextWriter implements MessageBodyWriter<String> {

        @Override
        public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == String.class;
        }

        @Override
        public void writeTo(
                String entity,
                Class<?> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, Object> headers,
                OutputStream body)
                throws IOException {
            body.write(("text: " + entity).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Maps all exceptions. */
    @Provider
    public static class Mapper implements ExceptionMapper<Throwable> {

        @Override
        public Response toResponse(Throwable thrown) {
            return Response.status(418).entity("mapped by the app").build();
        }
    }

    /** Reads the body and leaves nothing of it. */
    @Provider
    @Priority(1)
    public static class Filter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) throws IOException {
            if (request.hasEntity()) {
                request.getEntityStream().readAllBytes();
                request.setEntityStream(new ByteArrayInputStream(new byte[0]));
            }
        }
    }

    /** Replaces the body. */
    @Provider
    public static class Interceptor implements ReaderInterceptor {

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            context.setInputStream(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)));
            return context.proceed();
        }
    }
}
