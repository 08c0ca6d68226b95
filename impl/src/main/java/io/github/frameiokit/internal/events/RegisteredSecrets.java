package io.github.frameiokit.internal.events;

import io.github.frameiokit.signing.SigningKey;
import java.util.Optional;

/** The secrets of the app's own registrations, by the ids in their addresses. Implementations are thread-safe. */
public interface RegisteredSecrets {

    /** Without any. */
    RegisteredSecrets NONE = new RegisteredSecrets() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Optional<Registered> find(String id) {
            return Optional.empty();
        }
    };

    /**
     * What the secret of a registration may sign.
     *
     * @param accountId the account of the events
     * @param kind their kind
     * @param type their type; empty for all
     * @param key the secret
     */
    record Registered(String accountId, Kind kind, Optional<String> type, SigningKey key) {

        /** A submitted form may name no account. */
        boolean maySign(Envelope envelope) {
            return envelope.kind() == kind
                    && type.map(envelope.type()::equals).orElse(true)
                    && (envelope.accountId().equals(accountId)
                            || kind == Kind.ACTION && envelope.accountId().isEmpty());
        }
    }

    /** Whether the app can have registrations of its own. */
    boolean isOn();

    /**
     * The registration with this id, which a stranger may have made up.
     *
     * @throws RuntimeException if the store can't be read, and the registration isn't known from before
     */
    Optional<Registered> find(String id);
}
