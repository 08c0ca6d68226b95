package io.github.frameiokit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an observer of {@link ActionEvent} as the handler of a custom action. What the method returns is what the user
 * sees.
 *
 * <pre>{@code
 * Message greet(@Observes @Action(value = "greeting", name = "Greeting", description = "Says hello") ActionEvent event) {
 *     return Message.of("Greeting", "Hello, world!");
 * }
 * }</pre>
 *
 * <p>The method returns {@link io.github.frameiokit.response.Message Message},
 * {@link io.github.frameiokit.response.Form Form}, {@link io.github.frameiokit.response.ActionResponse ActionResponse},
 * or nothing. {@code null} and {@code void} end the action without showing anything. It must be interceptable by CDI:
 * not private, static or final, on a class that isn't final. An action has one handler; with {@code @ObservesAsync} it
 * is answered at once and so may return nothing.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Custom%20Actions/">Frame.io: Custom Actions</a>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Action {

    /**
     * The action's {@code event}, as registered with Frame.io; it arrives as the payload's {@code type}.
     *
     * @return 1 to 255 characters
     */
    @Nonbinding
    String value();

    /**
     * The name the user sees in Frame.io's menu. The kit titles its own messages with it.
     *
     * @return a short text; empty for {@link #value()}
     */
    @Nonbinding
    String name() default "";

    /**
     * What the action does, in a sentence.
     *
     * @return a sentence, or empty
     */
    @Nonbinding
    String description() default "";

    /**
     * The resource types the action is for. When it is run on anything else, the user sees a message that says which
     * types it is for, and the handler isn't called. Frame.io itself offers an action on every asset.
     *
     * @return the types; empty for all
     */
    @Nonbinding
    ResourceType[] on() default {};

    /**
     * Whether the action runs in its user's name: only once the user has authorized the app. One who hasn't is shown a
     * link to sign in. The handler may then take a {@link io.github.frameiokit.oauth.UserToken} and an
     * {@link io.github.frameiokit.oauth.AsUser @AsUser} {@code FrameioClient} as parameters.
     *
     * @return whether; an asynchronous handler can't
     */
    @Nonbinding
    boolean userAuth() default false;

    /**
     * The name of the MicroProfile Config property that holds this action's signing secrets, several separated by
     * commas. Frame.io makes one secret per action.
     *
     * @return a property name; empty for {@code frameio.action.secret} or the app's
     *     {@link io.github.frameiokit.signing.SigningSecretResolver}
     */
    @Nonbinding
    String secret() default "";
}
