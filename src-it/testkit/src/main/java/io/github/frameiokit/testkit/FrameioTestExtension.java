package io.github.frameiokit.testkit;

import io.github.frameiokit.client.FrameioClient;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the app of a test class, and hands it and the fakes to the tests. */
final class FrameioTestExtension implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(FrameioTestExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        app(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        app(context).frameio().reset();
    }

    /** A nested class uses the app of the class around it, and leaves it running. */
    @Override
    public void afterAll(ExtensionContext context) {
        FrameioApp started = context.getStore(NAMESPACE).remove(FrameioApp.class, FrameioApp.class);
        if (started != null) {
            started.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == FrameioApp.class
                || type == FakeFrameio.class
                || type == FakeIms.class
                || type == FrameioClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        FrameioApp app = app(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == FrameioApp.class) {
            return app;
        } else if (type == FakeFrameio.class) {
            return app.frameio();
        } else if (type == FakeIms.class) {
            return app.ims();
        }
        return app.client();
    }

    private static FrameioApp app(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(FrameioApp.class, key -> start(context), FrameioApp.class);
    }

    private static FrameioApp start(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        return FrameioApp.start(
                test, AnnotationSupport.findAnnotation(test, FrameioTest.class).orElseThrow());
    }
}
