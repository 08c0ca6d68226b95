package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.net.URI;

/**
 * A link the user can copy or follow; read-only.
 *
 * @param name the field's name, not blank
 * @param label what the user reads beside it, not blank
 * @param value where it leads: an absolute {@code https} or {@code http} address
 */
public record LinkField(String name, String label, URI value) implements Field {

    /**
     * Checks the texts and the address.
     *
     * @throws IllegalArgumentException if name or label is blank, or the address isn't absolute and {@code http(s)}
     */
    public LinkField {
        Checks.nameAndLabel("link", name, label);
        if (value == null
                || value.getRawAuthority() == null
                || !("https".equalsIgnoreCase(value.getScheme()) || "http".equalsIgnoreCase(value.getScheme()))) {
            throw new IllegalArgumentException(
                    "The link '" + name + "' needs an absolute address that begins with https:// or http://.");
        }
    }

    /**
     * Makes a link.
     *
     * @param name the field's name, not blank
     * @param label what the user reads beside it, not blank
     * @param value where it leads: an absolute {@code https} or {@code http} address
     * @return the field
     * @throws IllegalArgumentException if name or label is blank, or the address isn't such a one
     */
    public static LinkField of(String name, String label, URI value) {
        return new LinkField(name, label, value);
    }

    @Override
    public LinkField withValueFrom(FormData data) {
        return this;
    }
}
