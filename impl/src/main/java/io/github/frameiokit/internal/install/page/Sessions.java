package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.oauth.Cookies;
import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.internal.oauth.Visitor;
import io.github.frameiokit.internal.oauth.VisitorSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sessions of the install page. A browser has a random id, and the store has the rest, sealed for that id; so each
 * request may reach another node.
 */
@ApplicationScoped
public class Sessions {

    static final Duration LIFETIME = Duration.ofMinutes(30);

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
    private static final String KIND = "install-session";
    /** The form of an id. */
    private static final Pattern ID = Pattern.compile("[\\w-]{43}");
    /** A browser has one. Each costs a look into the store, and strangers send as many as they like. */
    private static final int MOST_COOKIES = 3;

    @Inject
    private SealedStore store;

    @Inject
    private ClientFactory clients;

    @Inject
    private VisitorSignIn signIn;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /**
     * A session as it is stored.
     *
     * @param id its id, which only the browser has
     * @param content what it is about
     * @param version the version of its entry
     */
    record Stored(String id, Session content, long version) {

        /** Without the id. */
        @Override
        public String toString() {
            return "Stored[version=" + version + "]";
        }
    }

    /** Creates a session for somebody who has just signed in, and returns its id. */
    String create(Visitor visitor) {
        String id = RandomToken.create();
        Instant now = clients.clock().now();
        Instant until = now.plus(LIFETIME);
        Session session = Session.of(visitor, visitor.expiresAt().isBefore(until) ? visitor.expiresAt() : until);
        store.put(name(id), session.write(), Duration.between(now, session.until()), 0);
        return id;
    }

    /** The session of a browser; empty if it has none, or it has ended. */
    Optional<Stored> find(Cookies cookies, SessionCookie cookie) {
        return cookies.values(cookie.name()).stream()
                .filter(id -> ID.matcher(id).matches())
                .limit(MOST_COOKIES)
                .flatMap(this::find)
                .findFirst();
    }

    private Stream<Stored> find(String id) {
        SealedStore.Found found = store.find(name(id));
        return found
                .text()
                .map(Session::read)
                .filter(session -> clients.clock().now().isBefore(session.until()))
                .map(session -> new Stored(id, session, found.version()))
                .stream();
    }

    /**
     * Notes that a form was sent.
     *
     * @param form what the form has brought along
     * @return the session, for which that form is no longer good; empty if the form was sent before, or is another's
     */
    Optional<Stored> use(Stored session, String form) {
        return session.content().expects(form) ? put(session, session.content().next()) : Optional.empty();
    }

    /** Notes what a form did, as far as it can be stored; only the page that says it would miss it. */
    void note(Stored session, Report report) {
        Session noted = session.content().with(report);
        if (!store.fits(noted.write()) || put(session, noted).isEmpty()) {
            logLimit.warn(
                    LOG, "The install page can't show what was just done in a workspace; it shows how it is now.");
        }
    }

    private Optional<Stored> put(Stored session, Session content) {
        Duration left = Duration.between(clients.clock().now(), content.until());
        OptionalLong version = !left.isNegative() && !left.isZero()
                ? store.put(name(session.id()), content.write(), left, session.version())
                : OptionalLong.empty();
        return version.isPresent()
                ? Optional.of(new Stored(session.id(), content, version.getAsLong()))
                : Optional.empty();
    }

    /** Ends a session, and the token that it has. */
    void end(Stored session) {
        store.delete(name(session.id()));
        signIn.revoke(session.content().visitor().token());
    }

    private static SealedStore.Name name(String id) {
        return SealedStore.Name.of(KIND, id);
    }
}
