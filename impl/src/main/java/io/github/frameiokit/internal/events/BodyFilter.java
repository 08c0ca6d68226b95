package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the body before any code of the app does. A provider would read a parameter of the resource's method, and CXF
 * prefers any provider of the app's that names JSON. The app's filters and reader interceptors may also change or
 * consume the signed bytes. They get a copy.
 */
@Provider
@KitEndpoint
@ApplicationScoped
@Priority(Integer.MIN_VALUE)
public class BodyFilter implements ContainerRequestFilter {

    @Inject
    private CurrentRequest current;

    @Inject
    private Config config;

    private int maxBodySize;

    @PostConstruct
    void prepare() {
        maxBodySize = Settings.MAX_BODY_SIZE.get(config);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        InputStream rest = request.hasEntity() ? request.getEntityStream() : InputStream.nullInputStream();
        byte[] read = current.body().read(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), rest, maxBodySize);
        request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(read), rest));
    }
}
