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
 * <p>With {@code @Observes} Frame.io gets its 200 when every handler of the type has returned. If a handler throws,
 * Frame.io gets 500 and sends the event again. With {@code @ObservesAsync} Frame.io gets 200 before the handler runs,
 * so a crash loses the event. Frame.io waits 5 seconds for its answer.
 *
 * <p>Otherwise a handler is a CDI observer like any other: further parameters are injected, {@code @Priority} orders
 * handlers, interceptors and scopes apply. The members are non-binding; the kit compares the event's type itself. An
 * observer of {@code WebhookEvent} or {@link FrameioEvent} without a qualifier gets every webhook. Deployment fails if
 * a handler has another qualifier besides this one, since Frame.io's events have no other. It also fails for
 * {@code notifyObserver = IF_EXISTS} and for {@code during} other than the default, since both lose events. On CDI Lite
 * (Quarkus) a handler and its class must not be final, and a handler must not be private or static; otherwise the build
 * fails.
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
     * {@code file.}), or {@code "*"} for every webhook. Deployment fails if one is blank or of another form.
     *
     * @return at least one type, family or {@code "*"}
     * @see WebhookType
     */
    @Nonbinding
    String[] value();

    /**
     * The name of the MicroProfile Config property with the signing secrets of these webhooks. Commas separate several
     * secrets. If several handlers of one type name a property, it must be the same one; it then applies to the type's
     * other handlers as well.
     *
     * @return a property name; empty to use {@code frameio.webhook.secret} or the app's
     *     {@link io.github.frameiokit.signing.SigningSecretResolver}
     */
    @Nonbinding
    String secret() default "";
}
