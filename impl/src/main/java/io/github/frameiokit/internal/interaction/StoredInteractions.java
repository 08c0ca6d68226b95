package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.events.Interactions;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Keeps the {@code @InteractionScoped} beans of all interactions in the token store. */
@ApplicationScoped
public class StoredInteractions implements Interactions {

    private static final System.Logger LOG = System.getLogger(StoredInteractions.class.getName());

    @Inject
    private SealedStore store;

    @Inject
    private InteractionThreads threads;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /**
     * Throws an {@link IllegalStateException} if the app doesn't have JSON-B.
     *
     * @param bean a class of beans that need it
     */
    public static void checkJson(String bean) {
        if (!hasJson()) {
            throw new IllegalStateException(bean
                    + " is @InteractionScoped, which needs JSON-B (Jakarta JSON Binding), but this app doesn't have it;"
                    + " add it (Open Liberty: the feature jsonb; Quarkus: quarkus-jsonb; Helidon: helidon-jsonb or"
                    + " org.eclipse:yasson).");
        }
    }

    private static boolean hasJson() {
        try {
            return BeanJson.isThere();
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    @Override
    public Step begin(ActionEvent event) {
        Interaction interaction = new Interaction(store, event);
        @Nullable Interaction before = threads.begin(interaction);
        return new Step() {
            @Override
            public void leave() {
                threads.end(before);
            }

            @Override
            public void end(boolean asks) {
                if (asks) {
                    interaction.store();
                } else {
                    remove(interaction);
                }
            }
        };
    }

    /** The handler has done its work, so its user gets its answer in any case; what can't be removed expires. */
    private void remove(Interaction interaction) {
        try {
            interaction.remove();
        } catch (RuntimeException e) {
            if (logLimit.allows("removed")) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The @InteractionScoped beans of an interaction that has ended couldn't be removed; they"
                                + " expire.",
                        e);
            }
        }
    }
}
