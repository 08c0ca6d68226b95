package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.Sha256;
import io.github.frameiokit.internal.oauth.OAuthConfig;
import io.github.frameiokit.internal.oauth.Sealer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Entries and their contents. With an encryption key, a content is sealed for its entry, and what isn't sealed isn't
 * read: otherwise, anybody who can write to the queue could invent events. Thread-safe.
 */
@ApplicationScoped
public class Contents {

    @Inject
    private Config config;

    private Optional<Sealer> sealer;

    @PostConstruct
    void prepare() {
        sealer = OAuthConfig.optionalSealer(config);
    }

    /** The id of a request for a handler: the same for each copy of the request, on every node. */
    static String id(String signature, String handler) {
        return HexFormat.of().formatHex(Sha256.of(signature + "\n" + handler));
    }

    DeliveryQueue.Entry entry(String id, Content content) {
        String text = content.write();
        return new DeliveryQueue.Entry(
                id, sealer.map(it -> it.seal(purpose(id), text)).orElse(text));
    }

    /** The content of an entry; empty if it isn't one that this app wrote, with the key that it has now. */
    Optional<Content> open(DeliveryQueue.Entry entry) {
        return sealer.map(it -> it.open(purpose(entry.id()), entry.content()))
                .orElseGet(() -> Optional.of(entry.content()))
                .flatMap(Content::read);
    }

    private static String purpose(String id) {
        return "delivery " + id;
    }
}
