package io.github.frameiokit.oauth;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link io.github.frameiokit.client.FrameioClient} that acts as the user who ran the action of the current request.
 * It is for handlers of actions with {@code userAuth = true}:
 *
 * <pre>{@code
 * Message export(@Observes @Action(value = "export.asset", userAuth = true) ActionEvent event,
 *                @AsUser FrameioClient frameio) { … }
 * }</pre>
 *
 * <p>It looks up the user at each call, so you can inject it into a bean of any scope. Outside of such a request its
 * calls throw an {@link IllegalStateException}. For work after the request, use
 * {@link UserAuthorizations#client(io.github.frameiokit.FrameioEvent)}. Deployment fails if an asynchronous handler, a
 * webhook handler or the handler of an action without {@code userAuth} has such a parameter, since it could never work.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface AsUser {}
