package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.pages.Pages;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The two addresses that a browser calls during a sign-in: on the way to Adobe, and back. */
@Path(Paths.OAUTH)
@PermitAll
@ApplicationScoped
public class OAuthResource {

    private static final System.Logger LOG = System.getLogger(OAuthResource.class.getName());

    @Inject
    private SignIn signIn;

    @Inject
    private Pages pages;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<OtherSignIns> others;

    @Inject
    private HiddenQuery query;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /** Sends the browser to Adobe. */
    @GET
    @Path("login")
    @Operation(hidden = true)
    public Response login(@QueryParam("ticket") String ticket) {
        query.hide();
        return page(() -> {
            Begun begun = signIn.begin(Optional.ofNullable(ticket).orElse(""));
            return redirect(begun.authorize())
                    .header("Set-Cookie", begun.cookie())
                    .build();
        });
    }

    /** Takes the browser back from Adobe. */
    @GET
    @Path("callback")
    @Operation(hidden = true)
    public Response callback(
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @Context HttpHeaders headers) {
        query.hide();
        Cookies cookies = Cookies.of(headers.getRequestHeader(HttpHeaders.COOKIE));
        Optional<Response> ofAnother = Optional.ofNullable(state)
                .filter(it -> others.isResolvable())
                .flatMap(it ->
                        others.get().complete(it, Optional.ofNullable(code), Optional.ofNullable(error), cookies));
        return ofAnother.orElseGet(() -> page(() -> {
            AuthorizationCompleted completed = signIn.complete(
                    Optional.ofNullable(state), Optional.ofNullable(code), Optional.ofNullable(error), cookies);
            return completed.next().map(next -> redirect(next).build()).orElseGet(() -> SignInPage.success(pages));
        }));
    }

    /** Answers with a page; with 404 in an app whose users don't sign in. */
    private Response page(Supplier<Response> work) {
        if (!handlers.signIn()) {
            return Response.status(Response.Status.NOT_FOUND)
                    .entity("not found")
                    .type(MediaType.TEXT_PLAIN_TYPE)
                    .build();
        }
        try {
            return work.get();
        } catch (SignInFailure e) {
            log(System.Logger.Level.INFO, "A sign-in ended with the page: " + e.reason(), null);
            return SignInPage.failure(pages, e.reason());
        } catch (RuntimeException e) {
            log(System.Logger.Level.ERROR, "A sign-in failed", e);
            return SignInPage.failure(pages, SignInFailure.Reason.FAILED);
        }
    }

    /** Anybody can open these pages, so the log is limited. */
    private void log(System.Logger.Level level, String text, @Nullable RuntimeException cause) {
        if (logLimit.allows(text)) {
            LOG.log(level, text, cause);
        }
    }

    private static Response.ResponseBuilder redirect(URI address) {
        return Response.seeOther(address)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store");
    }
}
