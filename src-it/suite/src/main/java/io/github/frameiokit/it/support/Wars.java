package io.github.frameiokit.it.support;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.it.app.JournalResource;
import io.github.frameiokit.it.app.KitLog;
import io.github.frameiokit.rest.FrameioResources;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.slf4j.Logger;
import org.slf4j.impl.JDK14LoggerAdapter;

/** The WARs that the tests deploy: the kit's two jars as an app would have them, and the app's own classes. */
public final class Wars {

    public static final String WEBHOOK_SECRET = "webhook-secret-1";
    public static final String SECOND_WEBHOOK_SECRET = "webhook-secret-2";
    public static final String ACTION_SECRET = "action-secret-01";

    /** The default secrets, as properties. */
    public static final String SECRETS = "frameio.webhook.secret=" + WEBHOOK_SECRET + ", " + SECOND_WEBHOOK_SECRET
            + "\nframeio.action.secret=" + ACTION_SECRET + "\n";

    /** The kit's log of all apps, at all levels. */
    static final Path KIT_LOG = Path.of("target", "kit.log").toAbsolutePath();
    /** Without the jars that only DynamoDB Local needs. */
    private static final Pattern SDK = Pattern.compile("/software/amazon/(awssdk/(?!pinpoint/)|eventstream/)"
            + "|/org/reactivestreams/reactive-streams/|/org/slf4j/slf4j-api/");

    private Wars() {}

    /** A WAR with the default secrets and the journal. */
    public static WebArchive withSecrets(String name, Class<?>... classes) {
        return withConfig(name, SECRETS, classes);
    }

    /** A WAR with the default secrets, more configuration, and the journal. */
    public static WebArchive withSecretsAnd(String name, String config, Class<?>... classes) {
        return withConfig(name, SECRETS + config, classes);
    }

    /** A WAR with only this configuration, and the journal. */
    public static WebArchive withConfig(String name, String config, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsLibraries(kit())
                .addClasses(JournalResource.class, KitLog.class)
                .addClasses(classes)
                .addAsResource(
                        new StringAsset(config + "\n" + KitLog.FILE + "=" + KIT_LOG),
                        "META-INF/microprofile-config.properties");
    }

    /** The kit's jars. */
    public static File[] kit() {
        return new File[] {jarOf(Webhook.class), jarOf(FrameioResources.class)};
    }

    /** The AWS SDK's jars, as an app that keeps tokens in DynamoDB would have them. */
    public static File[] awsSdk() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(jar -> SDK.matcher(jar.toURI().getPath()).find())
                .toArray(File[]::new);
    }

    /** The jars of durable delivery in a database, as an app that uses it would have them. */
    public static File[] dbScheduler() {
        return new File[] {jarOf(Scheduler.class), jarOf(Logger.class), jarOf(JDK14LoggerAdapter.class)};
    }

    /** The address of the WAR with this name, on the server of another app; for WARs that a test deploys itself. */
    public static URL beside(URL other, String name) {
        return under(other, "/" + name + "/");
    }

    /** A path below the address of a WAR. */
    public static URL under(URL base, String path) {
        try {
            return new URL(base, path);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar that contains a class. */
    public static File jarOf(Class<?> type) {
        try {
            File source = new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (source.isDirectory()) {
                throw new IllegalStateException(
                        source + " is no jar yet; run the suite with 'mvn verify', which packages the kit first.");
            }
            return source;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
