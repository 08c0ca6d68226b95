package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.events.Exchanges;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Creates the bean with the events that are being handled. */
public class ExchangesCreator implements SyntheticBeanCreator<Exchanges> {

    @Override
    public Exchanges create(Instance<Object> lookup, Parameters params) {
        Exchanges exchanges = new Exchanges(System::nanoTime);
        if (FindingsParam.read(params).installSettings()) {
            exchanges.rememberThreads();
        }
        return exchanges;
    }
}
