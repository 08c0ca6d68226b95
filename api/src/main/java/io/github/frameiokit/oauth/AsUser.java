package io.github.frameiokit.oauth;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link io.github.frameiokit.client.FrameioClient} that acts as the user who ran the action at hand. To be injected
 * into the handler of an action with {@code userAuth = true}, where that user has authorized the app:
 *
 * <pre>{@code
 * Message export(@Observes @Action(value = "export.asset", userAuth = true) ActionEvent event,
 *                @AsUser FrameioClient frameio) { … }
 * }</pre>
 *
 * <p>Anywhere else its calls fail with an {@link IllegalStateException}.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface AsUser {}
