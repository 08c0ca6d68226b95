package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The app's beans in one step of an interaction, which one thread runs. They are read from the store when the first one
 * is used. All beans of an interaction are one entry, so that they are stored together or not at all.
 *
 * <p>The entry names the account and the user, since Frame.io's documented submission of a form has neither: then only
 * the interaction's id and the action tell whose it is.
 */
final class Interaction {

    private static final String KIND = "interaction";
    private static final String ACCOUNT = "account";
    private static final String USER = "user";
    private static final String BEANS = "beans";
    /** Users leave a form open while they look something up. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SealedStore store;
    private final ActionEvent event;
    private final Map<Class<?>, Object> used = new HashMap<>();
    private @Nullable JsonObject stored;
    private long version;

    Interaction(SealedStore store, ActionEvent event) {
        this.store = store;
        this.event = event;
    }

    Object bean(Class<?> type) {
        JsonObject beans = section(stored(), BEANS);
        return used.computeIfAbsent(type, key -> BeanJson.read(section(beans, type.getName()), type));
    }

    void destroy(Class<?> type) {
        used.put(type, BeanJson.read(JsonObject.EMPTY_JSON_OBJECT, type));
    }

    /** Stores the beans, if one was used. */
    void store() {
        if (used.isEmpty()) {
            return;
        }
        JsonObjectBuilder beans = Json.createObjectBuilder(section(stored(), BEANS));
        used.forEach((type, bean) -> beans.add(type.getName(), BeanJson.write(bean, type)));
        JsonObjectBuilder entry = Json.createObjectBuilder(stored());
        event.accountId().ifPresent(id -> entry.add(ACCOUNT, id));
        event.userId().ifPresent(id -> entry.add(USER, id));
        String text = entry.add(BEANS, beans).build().toString();
        if (!store.fits(text)) {
            throw new IllegalStateException("The @InteractionScoped beans hold too much for the token store: "
                    + text.length()
                    + " characters of JSON, which must be at most about 12,000 bytes once compressed. Keep large"
                    + " data elsewhere, and only its id in the bean.");
        }
        if (store.put(name(), text, LIFETIME, version).isEmpty()) {
            throw new IllegalStateException(
                    "Another step of the same interaction has changed its @InteractionScoped beans meanwhile, so those"
                            + " of this step weren't stored.");
        }
    }

    /** Removes the beans, if one was used. */
    void remove() {
        if (version != 0) {
            store.delete(name(), version);
        }
    }

    private JsonObject stored() {
        if (stored == null) {
            SealedStore.Found found = store.find(name());
            JsonObject entry = found.text().map(Interaction::parsed).orElse(JsonObject.EMPTY_JSON_OBJECT);
            if (isForeign(entry, ACCOUNT, event.accountId()) || isForeign(entry, USER, event.userId())) {
                throw new IllegalStateException(
                        "The @InteractionScoped beans of this interaction belong to another account or user.");
            }
            version = found.version();
            stored = entry;
        }
        return stored;
    }

    private SealedStore.Name name() {
        return SealedStore.Name.of(
                KIND,
                event.interactionId()
                        .orElseThrow(() -> new ContextNotActiveException(
                                "Frame.io's request has no interaction_id, so its @InteractionScoped beans can't be"
                                        + " told from those of others.")),
                event.type());
    }

    private static boolean isForeign(JsonObject entry, String what, Optional<String> id) {
        return entry.containsKey(what) && id.isPresent() && !id.get().equals(entry.getString(what));
    }

    private static JsonObject section(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonObject(name) : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
