package io.github.frameiokit;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an observer of {@link WebhookEvent} as the handler of one or more webhook types.
 *
 * <pre>{@code
 * void onReady(@Observes @Webhook(WebhookType.FILE_READY) WebhookEvent event) { … }
 * void onComment(@ObservesAsync @Webhook({"comment.created", "comment.updated"}) WebhookEvent event) { … }
 * void audit(@Observes @Webhook("*") WebhookEvent event) { … }
 * }</pre>
 *
 * <p>With {@code @Observes} Frame.io gets its 200 when every handler of the type has returned; where one throws it gets
 * a 500 and sends the event again. With {@code @ObservesAsync} the 200 goes out before the work, so a crash loses the
 * event: only {@code @Observes} lets Frame.io send again. Frame.io waits 5 seconds for its answer.
 *
 * <p>Everything else is as in any CDI observer: further parameters are injected, {@code @Priority} orders handlers,
 * interceptors apply, bean scopes hold. The members are non-binding; the kit compares the event's type itself. An
 * observer of {@code WebhookEvent} or {@link FrameioEvent} without a qualifier gets every webhook. Another qualifier
 * beside this one is refused, as Frame.io's events have no other, and so are {@code notifyObserver = IF_EXISTS} and a
 * {@code during} other than the default, with which events would be lost. On CDI Lite (Quarkus) a handler must not be
 * private, static or final, nor its class final, or the build fails.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Webhooks/">Frame.io: Webhooks</a>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface Webhook {

    /**
     * The types to handle: a type ({@code "file.ready"}), a family ({@code "file.*"}, every type that begins with
     * {@code file.}), or {@code "*"} for every webhook. Deployment fails where one is blank or of another form.
     *
     * @return at least one type, family, or {@code "*"}
     * @see WebhookType
     */
    @Nonbinding
    String[] value();

    /**
     * The name of the MicroProfile Config property that holds the signing secrets of these webhooks, several separated
     * by commas. Handlers of one type that name a property must name the same one; a handler that names none goes along
     * with those that do.
     *
     * @return a property name; empty for {@code frameio.webhook.secret} or the app's
     *     {@link io.github.frameiokit.signing.SigningSecretResolver}
     */
    @Nonbinding
    String secret() default "";
}
