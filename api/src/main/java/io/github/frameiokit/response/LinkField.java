package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.net.URI;

/**
 * A link that the user can follow or copy.
 *
 * @param name the field's name, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param value the address: absolute, {@code https} or {@code http}, not null
 */
public record LinkField(String name, String label, URI value) implements Field {

    /**
     * Checks the texts and the address.
     *
     * @throws IllegalArgumentException if name or label is blank or null, or the address isn't as described
     */
    public LinkField {
        Checks.nameAndLabel("link", name, label);
        if (value == null
                || value.getRawAuthority() == null
                || !("https".equalsIgnoreCase(value.getScheme()) || "http".equalsIgnoreCase(value.getScheme()))) {
            throw new IllegalArgumentException("The 'value' of the link '" + name
                    + "' must be an absolute address that begins with https:// or http://.");
        }
    }

    /**
     * Creates a link.
     *
     * @param name the field's name, not blank, not null
     * @param label the text beside it, not blank, not null
     * @param value the address: absolute, {@code https} or {@code http}, not null
     * @return the field
     * @throws IllegalArgumentException if name or label is blank or null, or the address isn't as described
     */
    public static LinkField of(String name, String label, URI value) {
        return new LinkField(name, label, value);
    }

    @Override
    public LinkField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        return this;
    }
}
