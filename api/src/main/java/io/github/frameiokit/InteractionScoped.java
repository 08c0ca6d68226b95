package io.github.frameiokit;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope of a bean that lives through the steps of one interaction: from the run of a custom action, through every
 * form that it shows, until it answers with a message or with nothing. So a wizard needs no hidden fields for what the
 * user entered on earlier pages.
 *
 * <pre>{@code
 * @InteractionScoped
 * public class Review {
 *
 *     private String title = "";
 *
 *     public String getTitle() {
 *         return title;
 *     }
 *
 *     public void setTitle(String title) {
 *         this.title = title;
 *     }
 * }
 *
 * @Inject
 * Review review;
 * }</pre>
 *
 * <p>Between the steps, the kit keeps the bean's properties in the token store: as JSON, sealed, for an hour after the
 * last step that used the bean. All nodes that share the store see them. Only the interaction that stored them gets
 * them back, and only for the same action, account and user; when Frame.io leaves account or user out, the
 * interaction's id decides.
 *
 * <ul>
 *   <li>JSON-B creates the bean. So its class is public and has a public constructor without parameters, and the
 *       properties are what JSON-B makes of it: getters and setters. The container injects nothing into it, and calls
 *       neither interceptors nor {@code @PostConstruct} methods.
 *   <li>The bean is read when a step first uses it. It is stored after the handlers have succeeded with a form, before
 *       Frame.io gets the form. If that fails, or if another step of the same interaction has stored its beans
 *       meanwhile, the user sees the message that an action failed. If a handler fails, nothing is stored.
 *   <li>All beans of an interaction together have at most {@value io.github.frameiokit.oauth.TokenStore.Entry#LONGEST}
 *       characters, compressed and sealed. An action whose beans hold more fails.
 *   <li>It can be used only while an {@code @Observes} handler of an action runs, on the thread that runs it. Anywhere
 *       else, as in an asynchronous handler, its methods throw a
 *       {@link jakarta.enterprise.context.ContextNotActiveException}.
 * </ul>
 *
 * <p>Deployment fails if the class can't be such a bean, if the app doesn't have JSON-B, and if the app's token store
 * is shared without {@code frameio.encryption.key}.
 */
@NormalScope
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InteractionScoped {}
