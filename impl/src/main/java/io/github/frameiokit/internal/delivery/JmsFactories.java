package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.internal.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import java.util.Optional;

/** The connection factories among the app's beans. This is no bean where there is no Jakarta Messaging. */
@Dependent
public class JmsFactories {

    private final Instance<ConnectionFactory> beans;

    @Inject
    JmsFactories(@Any Instance<ConnectionFactory> beans) {
        this.beans = beans;
    }

    /**
     * The factory of that name, or without a name the only one.
     *
     * @throws IllegalStateException if there are several
     */
    Optional<ConnectionFactory> find(Optional<String> name) {
        Instance<ConnectionFactory> found =
                name.map(it -> beans.select(NamedLiteral.of(it))).orElse(beans);
        if (found.isAmbiguous()) {
            throw new IllegalStateException("There are several ConnectionFactory beans, of which " + Settings.DELIVERY
                    + "=jms needs one; set the config property " + Settings.DELIVERY_JMS_CONNECTION_FACTORY
                    + " to the name of a @Named one, or to a JNDI name.");
        }
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }
}
