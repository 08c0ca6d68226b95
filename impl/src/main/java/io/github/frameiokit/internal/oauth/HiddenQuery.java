package io.github.frameiokit.internal.oauth;

/**
 * Keeps the query of the current request out of what the server records of it: a sign-in's has a ticket, a code and a
 * state.
 */
public interface HiddenQuery {

    /** Hides it, if anything is recorded. */
    void hide();
}
