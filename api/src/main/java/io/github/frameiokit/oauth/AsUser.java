package io.github.frameiokit.oauth;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link io.github.frameiokit.client.FrameioClient} that acts as the user who ran the current request's action, for
 * handlers of an action with {@code userAuth = true}:
 *
 * <pre>{@code
 * Message export(@Observes @Action(value = "export.asset", userAuth = true) ActionEvent event,
 *                @AsUser FrameioClient frameio) { … }
 * }</pre>
 *
 * <p>It asks at each call who that user is, so it can be injected into a bean of any scope. Outside of such a request
 * its calls throw an {@link IllegalStateException}; for work after the request there is
 * {@link UserAuthorizations#client(io.github.frameiokit.FrameioEvent)}. As a parameter of an asynchronous observer, of
 * a webhook's handler or of an action without {@code userAuth} it could never work, so the app isn't deployed.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface AsUser {}
