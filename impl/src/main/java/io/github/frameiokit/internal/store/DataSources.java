package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Setting;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Finds data sources in JNDI, then among the beans: on Quarkus, which has no JNDI, data sources are beans. */
public final class DataSources {

    private static final Pattern NAME = Pattern.compile("(java:)?[\\w./-]+");
    private static final Pattern TABLE = Pattern.compile("([A-Za-z_]\\w{0,62}\\.)?[A-Za-z_]\\w{0,62}");

    private DataSources() {}

    /**
     * The data source that a property names, or the only one.
     *
     * @param beans the data sources among the app's beans, with any qualifier
     * @param because the property and the value that need a data source
     * @throws IllegalStateException if there is none, or several
     */
    public static DataSource find(Config config, Setting<String> property, Instance<DataSource> beans, String because) {
        Optional<String> name = property.find(config);
        if (name.isPresent()) {
            return Jndi.lookup(name.get(), DataSource.class)
                    .or(() -> bean(beans, NamedLiteral.of(name.get())))
                    .orElseThrow(() -> new IllegalStateException("The config property " + property + " is "
                            + shown(name.get())
                            + ", but there is no data source of that JNDI name, and no DataSource bean"
                            + " that is @Named so; correct it, or define one on the server."));
        }
        return bean(beans, Default.Literal.INSTANCE)
                .orElseThrow(() -> new IllegalStateException(
                        beans.select(Default.Literal.INSTANCE).isAmbiguous()
                                ? "There are several DataSource beans, of which " + because
                                        + " needs one; set the config property " + property
                                        + " to the name of a @Named one, or to a JNDI name."
                                : "The config property " + property + " is missing, which " + because
                                        + " needs; set it to the JNDI name of a data source,"
                                        + " such as jdbc/tokens."));
    }

    /**
     * Checks the name of a table, which goes into statements unescaped.
     *
     * @throws IllegalStateException if it isn't a plain name
     */
    public static void checkTable(Setting<String> property, String table) {
        if (!TABLE.matcher(table).matches()) {
            String example = property.standard();
            throw new IllegalStateException("The config property " + property + " must be a plain name such as "
                    + example + " or app." + example
                    + ": letters, digits and underscores, not beginning with a digit.");
        }
    }

    /** Hides a database URL that was set by mistake, since it may contain a password. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "no name";
    }

    private static Optional<DataSource> bean(Instance<DataSource> beans, Annotation qualifier) {
        Instance<DataSource> found = beans.select(qualifier);
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }
}
