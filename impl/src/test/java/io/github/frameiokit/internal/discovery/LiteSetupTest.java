package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.ObserverInfo;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.weld.lite.extension.translator.LiteExtensionTranslator;
import org.junit.jupiter.api.Test;

/** The same with CDI Lite's extension, and what is different there. */
class LiteSetupTest extends SetupTest {

    /** Not skipped where there is a portable one. The container looks for methods in the class itself only. */
    public static class Unskipped extends FrameioLiteExtension {

        @Override
        @Discovery
        public void qualifiers(ScannedClasses classes) {
            super.qualifiers(classes);
        }

        @Override
        @Discovery
        public void scope(MetaAnnotations annotations) {
            super.scope(annotations);
        }

        @Override
        @Enhancement(
                types = Object.class,
                withSubtypes = true,
                withAnnotations = {Observes.class, ObservesAsync.class})
        public void guard(MethodConfig method) {
            super.guard(method);
        }

        @Override
        @Enhancement(
                types = Object.class,
                withSubtypes = true,
                withAnnotations = {Observes.class, ObservesAsync.class})
        public void route(MethodConfig method) {
            super.route(method);
        }

        @Override
        @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Initialized.class)
        public void postpone(MethodConfig method) {
            super.postpone(method);
        }

        @Override
        @Enhancement(types = Application.class, withSubtypes = true)
        public void applicationFound(ClassConfig type) {
            super.applicationFound(type);
        }

        @Override
        @Registration(types = SigningSecretResolver.class)
        public void resolverFound(BeanInfo bean) {
            super.resolverFound(bean);
        }

        @Override
        @Registration(types = TokenStore.class)
        public void ownStoreFound(BeanInfo bean) {
            super.ownStoreFound(bean);
        }

        @Override
        @Registration(types = DeliveryQueue.class)
        public void ownQueueFound(BeanInfo bean) {
            super.ownQueueFound(bean);
        }

        @Override
        @Registration(types = Object.class)
        public void interactionBeanFound(BeanInfo bean) {
            super.interactionBeanFound(bean);
        }

        @Override
        @Registration(types = Object.class)
        public void beanFound(BeanInfo bean) {
            super.beanFound(bean);
        }

        @Override
        @Registration(types = Object.class)
        public void observerFound(ObserverInfo observer) {
            super.observerFound(observer);
        }

        @Override
        @Synthesis
        public void handOver(SyntheticComponents components) {
            super.handOver(components);
        }

        @Override
        @Validation
        public void validate(Messages messages) {
            super.validate(messages);
        }
    }

    private final Set<Class<? extends BuildCompatibleExtension>> extensions = new HashSet<>(Set.of(Unskipped.class));

    @Override
    Extension extension() {
        return new LiteExtensionTranslator(extensions, getClass().getClassLoader());
    }

    /** Adds observers that aren't methods of beans. */
    public static class Adding implements BuildCompatibleExtension, SyntheticObserver<FrameioEvent> {

        @Synthesis
        public void add(SyntheticComponents components) {
            components.addObserver(FrameioEvent.class).observeWith(Adding.class);
        }

        @Override
        public void observe(EventContext<FrameioEvent> event, Parameters params) {}
    }

    @Test
    void observersThatAnExtensionHasAdded() {
        extensions.add(Adding.class);
        assertProblems(
                List.of(),
                "An observer of Frame.io's events that " + Adding.class.getName()
                        + " has added can't be guarded on this server");
    }

    @Test
    @Override
    void handlersThatCannotBeIntercepted() {
        assertProblems(
                List.of(Unusual.class),
                "Unusual#privately observes webhooks or actions but is private, so on this server it would be called for"
                        + " all of them",
                "Unusual#statically observes webhooks or actions but is static");
    }
}
