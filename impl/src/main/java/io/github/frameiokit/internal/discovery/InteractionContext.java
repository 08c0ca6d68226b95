package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.internal.interaction.InteractionThreads;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * The context of {@code @InteractionScoped} beans. It is always active, since a container says nothing of the reason
 * when it finds no active context; outside of an interaction, its beans throw the exception instead.
 */
public class InteractionContext implements AlterableContext {

    private final InteractionThreads threads;

    /** For CDI Lite, which creates the context itself. */
    public InteractionContext() {
        this(new InteractionThreads());
    }

    InteractionContext(InteractionThreads threads) {
        this.threads = threads;
    }

    InteractionThreads threads() {
        return threads;
    }

    @Override
    public Class<? extends Annotation> getScope() {
        return InteractionScoped.class;
    }

    @Override
    @SuppressWarnings("unchecked") // the bean of a class has its type
    public <T> T get(Contextual<T> contextual, @Nullable CreationalContext<T> creation) {
        return (T) threads.bean(type(contextual));
    }

    @Override
    public <T> T get(Contextual<T> contextual) {
        return get(contextual, null);
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public void destroy(Contextual<?> contextual) {
        threads.destroy(type(contextual));
    }

    private static Class<?> type(Contextual<?> contextual) {
        return ((Bean<?>) contextual).getBeanClass();
    }
}
