package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.ims.FixedToken;
import io.github.frameiokit.internal.oauth.Begun;
import io.github.frameiokit.internal.oauth.Cookies;
import io.github.frameiokit.internal.oauth.VisitorSignIn;
import io.github.frameiokit.internal.pages.Markup;
import io.github.frameiokit.internal.pages.Pages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The install page: sign-in → session → a workspace that the visitor may administer → plan → installation. A form is
 * served only if it comes from this page, its session lives, it wasn't sent before, and Frame.io confirms the visitor's
 * right; then the browser is sent on, so that it can't repeat it.
 */
@ApplicationScoped
public class InstallPage {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    @Inject
    private Config config;

    @Inject
    private Pages pages;

    @Inject
    private VisitorSignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private ClientFactory clients;

    @Inject
    private Installations installations;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<InstallFields> ownFields;

    private URI address;
    private SessionCookie cookie;
    private Set<String> allowed;
    private Views views;
    private FailurePages failures;

    @PostConstruct
    void prepare() {
        URI base = Settings.BASE_URL
                .find(config)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + Settings.BASE_URL + " is missing; set it to the app's address."));
        address = Paths.under(base, Paths.of(config).install());
        cookie = SessionCookie.of(address);
        allowed =
                Settings.INSTALL_ALLOWED_ACCOUNTS.find(config).map(Set::copyOf).orElse(Set.of());
        views = new Views(pages.texts(), pages.appName(), address.getRawPath());
        failures = new FailurePages(pages, views, address.getRawPath());
    }

    /**
     * Answers a request for a page.
     *
     * @param below the path below the page's own
     * @param query the parameters of the address
     */
    Response get(String below, Posted query, Cookies cookies) {
        return answered(() -> {
            if (below.equals("sign-in")) {
                Begun begun = signIn.begin();
                return redirect(begun.authorize())
                        .header("Set-Cookie", begun.cookie())
                        .build();
            }
            if (!below.isEmpty()) {
                throw new Refusal(Refusal.Reason.UNKNOWN);
            }
            Optional<Sessions.Stored> session = sessions.find(cookies, cookie);
            return session.isPresent() ? page(session.get(), query) : landing();
        });
    }

    private Response landing() {
        return pages.page(
                200, views.text("install.landing.title"), views.landing(pages.appDescription()), Markup.NOTHING);
    }

    private Response page(Sessions.Stored session, Posted query) {
        Administration administration = administration(session);
        Optional<String> account = query.id("account");
        if (account.isEmpty()) {
            List<Place.Group> accounts = administration.accounts();
            return accounts.size() == 1
                    ? workspaces(session, administration, accounts.get(0), false, Optional.empty())
                    : accounts(session, accounts);
        }
        Optional<String> workspace = query.id("workspace");
        if (workspace.isEmpty()) {
            List<Place.Group> accounts = administration.accounts();
            Place.Group group = accounts.stream()
                    .filter(it -> it.id().equals(account.get()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_ALLOWED));
            return workspaces(session, administration, group, accounts.size() > 1, query.text("after"));
        }
        Place place = administration.workspace(account.get(), workspace.get());
        Optional<Report> report = session.content()
                .report()
                .filter(it -> query.text("report").equals(Optional.of(it.id())))
                .filter(it -> it.isAbout(place));
        if (report.isPresent()) {
            return page(
                    200,
                    views.title(report.get(), place),
                    views.report(report.get(), place, session.content()),
                    session);
        }
        if (query.values().containsKey("uninstall")) {
            Optional<Installation> installation = installations.find(place.accountId(), place.workspaceId());
            return page(
                    200,
                    views.text("install.button.uninstall"),
                    views.removalQuestion(place, installation, session.content()),
                    session);
        }
        return workspace(200, session, administration, place, Optional.empty(), Map.of());
    }

    private Response accounts(Sessions.Stored session, List<Place.Group> accounts) {
        if (accounts.isEmpty()) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED);
        }
        return page(200, views.text("install.account.title"), views.accounts(accounts), session);
    }

    private Response workspaces(
            Sessions.Stored session,
            Administration administration,
            Place.Group account,
            boolean severalAccounts,
            Optional<String> after) {
        Administration.Listed listed = administration.workspaces(account.id(), after, clients.background());
        List<Place.Choice> choices = listed.places().stream()
                .map(place -> new Place.Choice(place, state(place, listed)))
                .toList();
        return page(
                200,
                views.text("install.workspace.title"),
                views.workspaces(account, choices, listed.more(), severalAccounts),
                session);
    }

    private Place.State state(Place place, Administration.Listed listed) {
        if (!listed.manageable().contains(place)) {
            return Place.State.NO_RIGHT;
        }
        return installations.find(place.accountId(), place.workspaceId()).isPresent()
                ? Place.State.INSTALLED
                : Place.State.AVAILABLE;
    }

    private Response workspace(
            int status,
            Sessions.Stored session,
            Administration administration,
            Place place,
            Optional<Map<String, String>> entered,
            Map<String, String> problems) {
        Views.Room room = new Views.Room(
                place,
                installations.find(place.accountId(), place.workspaceId()),
                installations.plan(administration.client(), place.accountId(), place.workspaceId()),
                descriptions(),
                fields(),
                installations.settings(place.accountId(), place.workspaceId()),
                entered,
                problems);
        return page(status, views.title(room), views.workspace(room, session.content()), session);
    }

    /** What the actions do, in the words of the app. */
    private Map<String, String> descriptions() {
        return handlers.all().stream()
                .filter(ActionHandler.class::isInstance)
                .map(ActionHandler.class::cast)
                .filter(action -> !action.description().isEmpty())
                .collect(Collectors.toMap(action -> action.types().get(0), ActionHandler::description));
    }

    private InstallFields fields() {
        return ownFields.isResolvable() ? ownFields.get() : InstallFields.none();
    }

    /**
     * Answers a form.
     *
     * @param below the path below the page's own
     * @param form what was entered
     * @param origin the site that the browser says the form is from
     */
    Response post(String below, Posted form, Optional<String> origin, Cookies cookies) {
        return answered(() -> {
            if (!origin.equals(Optional.of(origin(address)))) {
                throw new Refusal(Refusal.Reason.FOREIGN);
            }
            Sessions.Stored session =
                    sessions.find(cookies, cookie).orElseThrow(() -> new Refusal(Refusal.Reason.ENDED));
            Sessions.Stored used = form.text("form")
                    .flatMap(it -> sessions.use(session, it))
                    .orElseThrow(() -> new Refusal(Refusal.Reason.STALE));
            if (below.equals("sign-out")) {
                sessions.end(used);
                return redirect(address)
                        .header("Set-Cookie", cookie.forgotten())
                        .build();
            }
            return change(below, form, used);
        });
    }

    private Response change(String deed, Posted form, Sessions.Stored session) {
        String account = form.id("account").orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN));
        String workspace = form.id("workspace").orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN));
        Administration administration = administration(session);
        Place place = administration.workspace(account, workspace);
        return switch (deed) {
            case "apply" -> apply(session, administration, place, form);
            case "again" -> again(session, administration, place);
            case "uninstall" ->
                done(
                        session,
                        place,
                        Report.Deed.UNINSTALL,
                        installations.uninstall(administration.client(), account, workspace));
            default -> throw new Refusal(Refusal.Reason.UNKNOWN);
        };
    }

    /** Settings come first, so that the first event finds them. */
    private Response apply(Sessions.Stored session, Administration administration, Place place, Posted form) {
        Report.Deed deed =
                installations.find(place.accountId(), place.workspaceId()).isPresent()
                        ? Report.Deed.UPDATE
                        : Report.Deed.INSTALL;
        if (!fields().items().isEmpty()) {
            Map<String, String> problems = installations.saveSettings(
                    administration.client(), place.accountId(), place.workspaceId(), form.fields());
            if (!problems.isEmpty()) {
                return workspace(422, session, administration, place, Optional.of(form.fields()), problems);
            }
        }
        return install(session, administration, place, deed);
    }

    /** Tries an installation again whose settings were saved; without them, the form asks for them. */
    private Response again(Sessions.Stored session, Administration administration, Place place) {
        Set<String> needed = fields().items().stream()
                .filter(InstallFields.Item::required)
                .map(item -> item.field().name())
                .collect(Collectors.toSet());
        return installations
                        .settings(place.accountId(), place.workspaceId())
                        .names()
                        .containsAll(needed)
                ? install(session, administration, place, Report.Deed.INSTALL)
                : redirect(address.resolve(views.link(place))).build();
    }

    private Response install(Sessions.Stored session, Administration administration, Place place, Report.Deed deed) {
        return done(
                session,
                place,
                deed,
                installations.install(administration.client(), place.accountId(), place.workspaceId()));
    }

    private Response done(Sessions.Stored session, Place place, Report.Deed deed, InstallationResult result) {
        Report report = Report.of(RandomToken.create(), deed, result);
        sessions.note(session, report);
        return redirect(address.resolve(views.link(
                        "account", place.accountId(), "workspace", place.workspaceId(), "report", report.id())))
                .build();
    }

    /** Completes a sign-in; empty if the state isn't one of this page's. */
    Optional<Response> complete(String state, Optional<String> code, Optional<String> error, Cookies cookies) {
        if (!signIn.began(state)) {
            return Optional.empty();
        }
        return Optional.of(answered(() -> {
            String id = sessions.create(signIn.complete(state, code, error, cookies));
            sessions.find(cookies, cookie).ifPresent(sessions::end);
            return redirect(address)
                    .header("Set-Cookie", cookie.set(id, Sessions.LIFETIME))
                    .build();
        }));
    }

    private Administration administration(Sessions.Stored session) {
        return new Administration(
                clients.as(new FixedToken(session.content().visitor().token())), allowed);
    }

    private Response page(int status, String title, Markup main, Sessions.Stored session) {
        return pages.page(status, title, main, views.footer(session.content()));
    }

    /** Answers with a page in any case. */
    private Response answered(Supplier<Response> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return failures.of(e);
        }
    }

    /** As browsers write it: in lower case, and without the usual port. */
    private static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        String port = address.getPort() < 0 || address.getPort() == usual ? "" : ":" + address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static Response.ResponseBuilder redirect(URI address) {
        return Response.seeOther(address)
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }
}
