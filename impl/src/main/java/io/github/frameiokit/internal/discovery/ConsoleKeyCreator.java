package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.development.ConsoleKey;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Creates the bean with the development console's key, when the application starts and not when it is built. */
public class ConsoleKeyCreator implements SyntheticBeanCreator<ConsoleKey> {

    @Override
    public ConsoleKey create(Instance<Object> lookup, Parameters params) {
        return new ConsoleKey();
    }
}
