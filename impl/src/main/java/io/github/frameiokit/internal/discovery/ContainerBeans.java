package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.AppBeans;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the container for beans. */
@Dependent
public class ContainerBeans implements AppBeans {

    @Inject
    private BeanManager container;

    @Override
    public <T> Instance<T> select(Class<T> type, Annotation... qualifiers) {
        return container.createInstance().select(type, qualifiers);
    }

    @Override
    public Set<Class<?>> declaring(Class<?> type) {
        return container.getBeans(type).stream().map(Bean::getBeanClass).collect(Collectors.toSet());
    }
}
