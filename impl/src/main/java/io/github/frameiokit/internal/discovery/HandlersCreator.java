package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.events.Handlers;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Creates the bean with the handlers that were found when the application was built. */
public class HandlersCreator implements SyntheticBeanCreator<Handlers> {

    @Override
    public Handlers create(Instance<Object> lookup, Parameters params) {
        return FindingsParam.read(params).handlers();
    }
}
