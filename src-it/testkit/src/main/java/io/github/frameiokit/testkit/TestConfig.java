package io.github.frameiokit.testkit;

import io.github.frameiokit.Action;
import io.github.frameiokit.Webhook;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The configuration of a test's app: the app's own, without what belongs to its server.
 *
 * @param resolver the implementation of MicroProfile Config
 * @param config the configuration, which is that of the kit's class loader until it is released
 */
record TestConfig(ConfigProviderResolver resolver, Config config) {

    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final String SECRET = "test-kit-secret";

    /** The app may have these, with values or variables that only its server has. */
    private static final Set<String> HIDDEN = Stream.of(
                    "frameio.token",
                    "frameio.path",
                    "frameio.oauth.path",
                    "frameio.oauth.trust-forwarded-headers",
                    "frameio.oauth.server-to-server.client-id",
                    "frameio.oauth.server-to-server.client-secret",
                    "frameio.encryption.key",
                    "frameio.async.executor",
                    "frameio.replay-guard.shared")
            .map(TestConfig::inEnvironment)
            .collect(Collectors.toUnmodifiableSet());

    private static final String HIDDEN_STORE = inEnvironment("frameio.token-store");
    private static final String HIDDEN_DELIVERY = inEnvironment("frameio.delivery");
    private static final String HIDDEN_INSTALLATION = inEnvironment("frameio.install.");

    static TestConfig register(FakeFrameio frameio, FakeIms ims, List<Class<?>> beans, String... properties) {
        Map<String, String> own = new LinkedHashMap<>(Map.of(
                "frameio.webhook.secret",
                SECRET,
                "frameio.action.secret",
                SECRET,
                "frameio.api.url",
                frameio.url().toString(),
                "frameio.oauth.ims-url",
                ims.url().toString(),
                "frameio.oauth.client-id",
                FakeIms.CLIENT_ID,
                "frameio.oauth.client-secret",
                FakeIms.CLIENT_SECRET,
                "frameio.oauth.server-to-server",
                "true",
                "frameio.base-url",
                InProcessKit.BASE.toString(),
                "frameio.oauth.redirect-uri",
                InProcessKit.BASE + "frameio/oauth/callback",
                "frameio.development",
                "true"));
        secretProperties(beans).forEach(property -> own.put(property, SECRET));
        for (String property : properties) {
            String[] pair = property.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(
                        "@FrameioTest has the property '" + property + "' without a value; write name=value.");
            }
            own.put(pair[0].strip(), pair[1].strip());
        }
        return register(own);
    }

    private static TestConfig register(Map<String, String> own) {
        ConfigProviderResolver resolver = implementation();
        ClassLoader loader = InProcessKit.loader();
        List<ConfigSource> sources = new ArrayList<>(List.of(new Own(own)));
        Config app = resolver.getBuilder()
                .forClassLoader(loader)
                .addDefaultSources()
                .addDiscoveredSources()
                .build();
        app.getConfigSources().forEach(source -> sources.add(new Hiding(source)));
        Config config = resolver.getBuilder()
                .forClassLoader(loader)
                .addDiscoveredConverters()
                .withSources(sources.toArray(ConfigSource[]::new))
                .build();
        resolver.releaseConfig(resolver.getConfig(loader)); // another test may have asked for it
        resolver.registerConfig(config, loader);
        return new TestConfig(resolver, config);
    }

    private static ConfigProviderResolver implementation() {
        try {
            return ConfigProviderResolver.instance();
        } catch (IllegalStateException | NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "@FrameioTest needs an implementation of MicroProfile Config on the tests' class path; add a test"
                            + " dependency such as io.smallrye.config:smallrye-config.",
                    e);
        }
    }

    void release() {
        resolver.releaseConfig(config);
    }

    /** The properties with secrets that handlers name. Events need no signature here, but the kit checks the app. */
    private static Set<String> secretProperties(List<Class<?>> beans) {
        return beans.stream()
                .flatMap(bean -> Stream.of(bean.getDeclaredMethods()))
                .map(Method::getParameters)
                .flatMap(Stream::of)
                .flatMap(TestConfig::secretProperty)
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Stream<String> secretProperty(Parameter parameter) {
        return Stream.concat(
                Stream.ofNullable(parameter.getAnnotation(Webhook.class)).map(Webhook::secret),
                Stream.ofNullable(parameter.getAnnotation(Action.class)).map(Action::secret));
    }

    /** A name as an environment variable has it, so that both are one. */
    private static String inEnvironment(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean isHidden(String name) {
        String variable = inEnvironment(name);
        return HIDDEN.contains(variable)
                || variable.startsWith(HIDDEN_STORE)
                || variable.startsWith(HIDDEN_DELIVERY)
                || variable.startsWith(HIDDEN_INSTALLATION);
    }

    /** The test kit's properties and those of the test. */
    private record Own(Map<String, String> properties) implements ConfigSource {

        @Override
        public int getOrdinal() {
            return BEFORE_ALL_OTHERS;
        }

        @Override
        public Map<String, String> getProperties() {
            return properties;
        }

        @Override
        public Set<String> getPropertyNames() {
            return properties.keySet();
        }

        @Override
        public String getValue(String name) {
            return properties.get(name);
        }

        @Override
        public String getName() {
            return "@FrameioTest";
        }
    }

    /** A source of the app's own configuration. */
    private record Hiding(ConfigSource source) implements ConfigSource {

        @Override
        public int getOrdinal() {
            return source.getOrdinal();
        }

        @Override
        public Set<String> getPropertyNames() {
            return source.getPropertyNames().stream()
                    .filter(name -> !isHidden(name))
                    .collect(Collectors.toSet());
        }

        @Override
        public String getValue(String name) {
            return isHidden(name) ? null : source.getValue(name);
        }

        @Override
        public String getName() {
            return source.getName();
        }
    }
}
