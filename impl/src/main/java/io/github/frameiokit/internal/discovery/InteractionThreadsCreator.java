package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.internal.interaction.InteractionThreads;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.spi.BeanContainer;

/** Creates the bean with the threads that run actions, which is that of the context. */
public class InteractionThreadsCreator implements SyntheticBeanCreator<InteractionThreads> {

    @Override
    public InteractionThreads create(Instance<Object> lookup, Parameters params) {
        BeanContainer container = lookup.select(BeanContainer.class).get();
        return ((InteractionContext) container.getContext(InteractionScoped.class)).threads();
    }
}
