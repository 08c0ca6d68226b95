package io.github.frameiokit.internal.console;

import io.github.frameiokit.ResourceType;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.install.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** The app as the kit sees it: its handlers and its settings, without the values of secrets. */
final class AppView {

    /** What containers append to the name of a class for a proxy or a subclass of it. */
    private static final Pattern GENERATED = Pattern.compile("(\\$\\$|\\$Proxy\\$|_ClientProxy$|_Subclass$).*");

    private final Config config;
    private final Handlers handlers;
    private final boolean resolver;
    private final Supplier<Optional<Class<?>>> ownStore;

    AppView(Config config, Handlers handlers, boolean resolver, Supplier<Optional<Class<?>>> ownStore) {
        this.config = config;
        this.handlers = handlers;
        this.resolver = resolver;
        this.ownStore = ownStore;
    }

    Tree handlers() {
        Manifest manifest = Manifest.of(handlers, config);
        return new Tree()
                .add("app", Settings.APP_NAME.get(config))
                .add("kit", Pages.read("version.txt").strip())
                .add("onError", Settings.ACTION_ON_ERROR.get(config))
                .add("handlers", handlers.all().stream().map(this::handler).toList())
                .add("resolver", resolver)
                .add("manifest", manifest.json().toString())
                .add("unregistered", manifest.unknown());
    }

    private Tree handler(Handler handler) {
        return new Tree()
                .add("id", handler.id())
                .add("kind", handler.kind() == Kind.WEBHOOK ? "webhook" : "action")
                .add("types", handler.types())
                .add("bean", handler.id().bean())
                .add("method", handler.id().method())
                .add("parameters", handler.id().parameters())
                .add("async", handler.async())
                .add("secret", secret(handler))
                .add("action", handler instanceof ActionHandler action ? action(action) : null);
    }

    private Tree secret(Handler handler) {
        String property =
                handlers.secretProperty(handler.kind(), handler.types().get(0));
        return new Tree()
                .add("property", property)
                .add("variable", Setting.environment(property))
                .add("set", !Settings.secrets(config, property).isEmpty());
    }

    private static Tree action(ActionHandler action) {
        return new Tree()
                .add("name", action.title())
                .add(
                        "on",
                        action.on().stream()
                                .sorted()
                                .map(ResourceType::wireName)
                                .toList())
                .add("userAuth", action.userAuth());
    }

    Tree settings() {
        return new Tree()
                .add("settings", Settings.ALL.stream().map(this::setting).toList())
                .add("others", others())
                .add("tokenStore", tokenStore())
                .add(
                        "frameio",
                        new Tree().add("address", Settings.API_URL.get(config)).add("credentials", credentials()))
                .add(
                        "adobe",
                        new Tree()
                                .add("address", Settings.IMS_URL.get(config))
                                .add(
                                        "client",
                                        areSet(Settings.CLIENT_ID, Settings.CLIENT_SECRET)
                                                || areSet(
                                                        Settings.SERVER_TO_SERVER_CLIENT_ID,
                                                        Settings.SERVER_TO_SERVER_CLIENT_SECRET)));
    }

    private boolean areSet(Setting<?>... settings) {
        return Stream.of(settings).allMatch(setting -> setting.isSet(config));
    }

    private Tree setting(Setting<?> setting) {
        Optional<String> value = setting.text(config);
        Optional<String> shown = setting.isSecret() ? value.map(AppView::masked) : value.or(setting::byDefault);
        return property(setting.key(), setting.typeInWords(), setting.description(), setting.isSecret(), shown)
                .add("set", value.isPresent())
                .add("valid", setting.isValid(config))
                .add("default", setting.byDefault());
    }

    /** The properties that handlers name for their secrets, beside the kit's own. */
    private List<Tree> others() {
        Map<String, List<String>> named = new TreeMap<>();
        handlers.all().stream()
                .filter(handler -> !handler.secret().isEmpty())
                .filter(handler -> Stream.of(Kind.values())
                        .noneMatch(kind -> kind.secretProperty().equals(handler.secret())))
                .forEach(handler -> named.merge(
                        handler.secret(),
                        List.of(handler.id().toString()),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return named.entrySet().stream()
                .map(entry -> {
                    String key = entry.getKey();
                    Optional<String> value = Setting.value(config, key);
                    return property(
                                    key,
                                    Settings.WEBHOOK_SECRET.typeInWords(),
                                    "signing secrets of " + String.join(", ", entry.getValue()),
                                    true,
                                    value.map(AppView::masked))
                            .add("set", value.isPresent())
                            .add("valid", true)
                            .add("default", null);
                })
                .toList();
    }

    private Tree property(String key, String type, String description, boolean secret, Optional<String> shown) {
        return new Tree()
                .add("key", key)
                .add("variable", Setting.environment(key))
                .add("type", type)
                .add("description", description)
                .add("secret", secret)
                .add("value", shown)
                .add("source", source(key));
    }

    private Optional<String> source(String key) {
        try {
            ConfigValue value = config.getConfigValue(key);
            return value.getValue() == null ? Optional.empty() : Optional.ofNullable(value.getSourceName());
        } catch (RuntimeException e) { // some servers throw if an expression can't be resolved
            return Optional.empty();
        }
    }

    private static String masked(String value) {
        long several =
                Stream.of(value.split(",")).filter(part -> !part.isBlank()).count();
        return several > 1 ? Mask.MASKED + " (" + several + ")" : Mask.MASKED;
    }

    private Tree tokenStore() {
        Optional<String> own =
                ownStore.get().map(type -> GENERATED.matcher(type.getName()).replaceFirst(""));
        return new Tree()
                .add("name", own.orElseGet(() -> Settings.TOKEN_STORE.get(config)))
                .add("own", own.isPresent())
                .add("used", handlers.signIn());
    }

    private Optional<String> credentials() {
        if (Settings.TOKEN.isSet(config)) {
            return Optional.of(Settings.TOKEN.key());
        }
        return Settings.SERVER_TO_SERVER.get(config) ? Optional.of("server-to-server") : Optional.empty();
    }
}
