package io.github.frameiokit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an observer of {@link ActionEvent} as the handler of a custom action. The user sees what the method returns.
 *
 * <pre>{@code
 * Message greet(@Observes @Action(value = "greeting", name = "Greeting", description = "Says hello") ActionEvent event) {
 *     return Message.of("Greeting", "Hello, world!");
 * }
 * }</pre>
 *
 * <p>The method returns {@link io.github.frameiokit.response.Message Message},
 * {@link io.github.frameiokit.response.Form Form}, {@link io.github.frameiokit.response.ActionResponse ActionResponse},
 * or nothing. {@code null} and {@code void} end the action without showing anything. CDI must be able to intercept the
 * method, so it can't be private, static or final, and its class can't be final. An action has exactly one handler.
 * With {@code @ObservesAsync} Frame.io gets its answer before the handler runs, so the method must return {@code void}.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Custom%20Actions/">Frame.io: Custom Actions</a>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Action {

    /**
     * The action's {@code event} as registered with Frame.io. The payload has it as its {@code type}.
     *
     * @return 1 to 255 characters
     */
    @Nonbinding
    String value();

    /**
     * The action's name in Frame.io's menu, which is also the title of the kit's own messages.
     *
     * @return a short text; empty to use {@link #value()}
     */
    @Nonbinding
    String name() default "";

    /**
     * A sentence that describes the action, for people who manage it in Frame.io. An app that
     * {@linkplain io.github.frameiokit.install.Installations installs itself} registers it with the action.
     *
     * @return a sentence of at most 255 characters; empty to use the name
     */
    @Nonbinding
    String description() default "";

    /**
     * The resource types that the action accepts. When a user runs it on anything else, the handler isn't called and
     * the user sees which types the action accepts. Frame.io itself offers an action on every asset.
     *
     * @return the types; empty to accept all
     */
    @Nonbinding
    ResourceType[] on() default {};

    /**
     * Whether the action runs on behalf of its user. If so, it runs only for users who have authorized the app; others
     * see a link to sign in. The handler can then have a {@link io.github.frameiokit.oauth.UserToken} and an
     * {@link io.github.frameiokit.oauth.AsUser @AsUser} {@code FrameioClient} as parameters.
     *
     * @return true to require the user's authorization; not possible for an asynchronous handler
     */
    @Nonbinding
    boolean userAuth() default false;

    /**
     * The name of the MicroProfile Config property with this action's signing secrets. Commas separate several secrets.
     * Frame.io creates one secret per action.
     *
     * @return a property name; empty to use {@code frameio.action.secret} or the app's
     *     {@link io.github.frameiokit.signing.SigningSecretResolver}
     */
    @Nonbinding
    String secret() default "";
}
