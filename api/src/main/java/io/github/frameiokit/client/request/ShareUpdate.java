package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;
import java.util.Map;

/** Changes of a share. Immutable: every change gives a new one. */
public final class ShareUpdate extends ShareSettings<ShareUpdate> {

    private ShareUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public ShareUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 175 characters
     */
    public ShareUpdate name(String name) {
        return set("name", Draft.text("name", name, 175));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public ShareUpdate noName() {
        return set("name", null);
    }

    /**
     * Who may see it.
     *
     * @param access the value, not null
     * @return a new draft
     */
    public ShareUpdate access(Share.Access access) {
        return set("access", Draft.given("access", access));
    }

    @Override
    ShareUpdate set(String member, Object value) {
        return new ShareUpdate(with(member, value));
    }
}
