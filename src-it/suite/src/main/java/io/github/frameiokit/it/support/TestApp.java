package io.github.frameiokit.it.support;

import io.github.frameiokit.it.app.ActionHandlers;
import io.github.frameiokit.it.app.AuditInterceptor;
import io.github.frameiokit.it.app.Audited;
import io.github.frameiokit.it.app.InheritedHandlers;
import io.github.frameiokit.it.app.RequestBean;
import io.github.frameiokit.it.app.Survey;
import io.github.frameiokit.it.app.SurveyHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.WebhookHandlers;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The app with handlers of all forms, and its secrets. */
public final class TestApp {

    public static final String COLLECTIONS_SECRET = "collections-secret";
    public static final String OWN_ACTION_SECRET = "own-action-secret";

    private static final String OWN_SECRETS =
            "acme.collections.secret=" + COLLECTIONS_SECRET + "\nacme.action.secret=" + OWN_ACTION_SECRET + "\n";

    private TestApp() {}

    public static WebArchive war(String name) {
        return war(name, "");
    }

    public static WebArchive war(String name, String config) {
        return Wars.withSecretsAnd(
                name,
                OWN_SECRETS + config,
                TestApplication.class,
                WebhookHandlers.class,
                RequestBean.class,
                ActionHandlers.class,
                Survey.class,
                SurveyHandlers.class,
                InheritedHandlers.class,
                Audited.class,
                AuditInterceptor.class);
    }
}
