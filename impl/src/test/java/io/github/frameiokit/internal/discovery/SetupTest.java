package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.signing.SigningSecretResolver;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portable extension in a CDI container of its own: what it finds, and what it refuses with which sentence. */
class SetupTest {

    private static final Map<String, String> SECRETS =
            Map.of("frameio.webhook.secret", "webhook-secret-1", "frameio.action.secret", "action-secret-01");

    private static final List<String> ADDRESSES = List.of(
            "frameio.base-url", "frameio.api.url", "frameio.oauth.ims-url", "frameio.token-store.dynamodb.endpoint");
    /** Held, since loggers that nobody holds are forgotten with their handlers. */
    private final Map<String, String> config = new HashMap<>(SECRETS);

    @AfterEach
    void forgetConfig() {
        config.keySet().forEach(System::clearProperty);
    }

    @Dependent
    static class Good {

        void type(@Observes @Webhook("file.upload.completed") WebhookEvent event) {}

        void types(@ObservesAsync @Webhook({"comment.created", "comment.updated"}) WebhookEvent event) {}

        void family(@Observes @Webhook("file.*") WebhookEvent event) {}

        void all(@Observes @Webhook("*") WebhookEvent event) {}

        void named(@Observes @Webhook(value = "file.ready", secret = "frameio.webhook.secret") WebhookEvent event) {}

        Message message(@Observes @Action("message") ActionEvent event) {
            return null;
        }

        Form form(@Observes @Action("form") ActionEvent event) {
            return null;
        }

        ActionResponse either(@Observes @Action("either, with blanks") ActionEvent event) {
            return null;
        }

        void async(@ObservesAsync @Action("async") ActionEvent event) {}
    }

    @Test
    void findsHandlersOfEveryForm() {
        try (SeContainer container = start(Good.class)) {
            Handlers handlers = container.select(Handlers.class).get();
            assertEquals(9, handlers.all().size());
            assertTrue(handlers.asynchronous());
        }
    }

    /** State. */
    @InteractionScoped
    public static class Pages {}

    @Test
    void keepsInteractionScopedBeansInMemoryWithoutAKey() {
        start(Pages.class).close();
    }

    @Dependent
    static class SelfInstalling {

        void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}

        void install(@Observes String wanted, Instance<Installations> installations) {}
    }

    @Test
    void needsNoSecretsIfTheAppInstallsItself() {
        config.clear();
        config.put("frameio.base-url", "https://app.example.com");
        config.put("frameio.development", "true");
        start(SelfInstalling.class).close();
    }

    @Test
    void deploysWithoutHandlersAndWithoutSecrets() {
        config.clear();
        start().close();
    }

    @Dependent
    static class Unusual {

        private void privately(@Observes @Webhook("file.ready") WebhookEvent event) {}

        static void statically(@Observes @Webhook("file.ready") WebhookEvent event) {}
    }

    @Test
    void handlersThatCannotBeIntercepted() {
        try (SeContainer container = start(Unusual.class)) {
            assertEquals(2, container.select(Handlers.class).get().all().size());
        }
    }

    @Dependent
    static class OneHandler {

        void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}
    }

    @Test
    void onlyLoopbackAddressesMayBePlainHttp() {
        for (String host :
                List.of("localhost:1", "LOCALHOST", "127.0.0.1:8080", "127.255.0.9", "[::1]:9", "[0:0:0:0:0:0:0:1]")) {
            ADDRESSES.forEach(key -> config.put(key, "http://" + host + "/base"));
            start().close();
        }
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Own {}

    @Dependent
    static class OfTheApp {

        void own(@Observes @Own WebhookEvent event) {}

        void any(@Observes @Any @Webhook("file.ready") WebhookEvent event) {}

        <T extends WebhookEvent> void generic(@Observes T event) {}

        void actions(@Observes ActionEvent event) {}

        void everything(@Observes Object event) {}
    }

    @Test
    void observerOfTheAppsOwnEventsIsNoHandler() {
        try (SeContainer container = start(OfTheApp.class)) {
            assertEquals(
                    List.of(OfTheApp.class.getName() + "#any", OfTheApp.class.getName() + "#generic"),
                    container.select(Handlers.class).get().all().stream()
                            .map(handler -> handler.id().toString())
                            .toList());
        }
    }

    @Nested
    class Logs {

        @AutoClose
        private final CapturedLog log = CapturedLog.ofTheKit();

        @Test
        void whatItFoundOnce() {
            start(Good.class, Application.class, AtAPath.class).close();
            assertEquals(
                    List.of(
                            "INFO frameio-kit found 5 webhook handlers (*, comment.created, comment.updated, file.*,"
                                    + " file.ready, file.upload.completed) and 4 actions (async, either, with blanks, form,"
                                    + " message), served at /api/v1/frameio below the app's context root; development mode is off."),
                    log.lines());
        }

        @Test
        void whereTokensAreKeptIfUsersSignIn() {
            config.put("frameio.development", "true");
            config.put("frameio.oauth.client-id", "c");
            config.put("frameio.oauth.client-secret", "s");
            config.put("frameio.path", "/");
            start(Refuses.ForUsers.class).close();
            assertEquals(
                    List.of("INFO frameio-kit found 0 webhook handlers and 1 action (mine), served at / below the app's"
                            + " JAX-RS application; users' tokens are kept in memory; development mode is on."),
                    log.lines());
        }

        @Test
        void whereEventsOfAsynchronousHandlersWaitIfTheyAreDurable() {
            config.put("frameio.delivery", "jdbc");
            config.put("frameio.delivery.jdbc.data-source", "jdbc/none");
            start(OneHandler.class).close();
            assertTrue(
                    log.lines()
                            .get(0)
                            .endsWith("; events of asynchronous handlers wait in jdbc; development mode is off."),
                    log.lines().toString());
        }

        @Test
        void whereTheInstallPageIsAndThatItsAddressHasThePathTwice() {
            config.put("frameio.install.enabled", "true");
            config.put("frameio.base-url", "https://app.example.com/frameio/");
            config.put("frameio.oauth.client-id", "client");
            config.put("frameio.oauth.client-secret", "the-client-secret");
            config.put("frameio.development", "true");
            start(OneHandler.class).close();
            assertEquals(
                    List.of("WARNING The config property frameio.base-url ends with /frameio, which the kit adds, so"
                            + " Frame.io sends events to https://app.example.com/frameio/frameio; remove it,"
                            + " unless the app itself has that path."),
                    log.lines().stream()
                            .filter(line -> line.contains("base-url"))
                            .toList());
            assertTrue(
                    log.lines().stream()
                            .anyMatch(line -> line.contains(
                                    "; the install page is https://app.example.com/frameio/frameio/install;")),
                    log.lines().toString());
        }

        @Test
        void whereTheDevelopmentConsoleIs() {
            config.put("frameio.development", "true");
            config.put("frameio.console", "true");
            start(OneHandler.class).close();
            String line = log.lines().get(log.lines().size() - 1);
            assertTrue(
                    line.matches("INFO The development console is on: open"
                            + " http://localhost:\\[port]/frameio/console#[\\w-]{43}, with .*"),
                    line);
        }

        @Test
        void thatThereIsNoHandler() {
            config.clear();
            start().close();
            assertEquals(1, log.lines().size(), log.lines().toString());
            assertTrue(
                    log.lines().get(0).startsWith("WARNING frameio-kit found no handler in this app"),
                    log.lines().toString());
        }

        @Test
        void noWarningWhereTheClientIsAllThatIsUsed() {
            for (Class<?> bean : List.of(Calls.class, MayCall.class)) {
                log.records().clear();
                start(bean, NoClient.class).close();
                assertEquals(
                        List.of(
                                "INFO This app calls Frame.io and handles none of its events; development mode is off."),
                        log.lines());
            }
        }

        @Test
        void secretsForDevelopmentEachTime() {
            config.put("frameio.webhook.secret", "development-webhook-secret");
            config.put("frameio.development", "true");
            start(OneHandler.class).close();
            assertTrue(
                    log.lines()
                            .get(0)
                            .startsWith("WARNING The config property frameio.webhook.secret has a secret for"
                                    + " development, which everybody knows"),
                    log.lines().toString());
            assertFalse(
                    log.lines().toString().contains("development-webhook-secret"),
                    log.lines().toString());
        }

        @Test
        void namesThatLookLikeTheKits() {
            config.put("frameio.webhok.secret", "webhook-secret-2");
            config.put("frameio.token-store.jdbc.datasource", "jdbc/x");
            config.put("frameio.something.else.entirely", "x");
            config.put("frameio.ours", "secret-number-one");
            config.put("FRAMEIO_ACTION_SECRETS", "x");
            config.put("FRAMEIO_ACCOUNT_ID", "x");
            config.put("FRAMEIO_ENCRYPTION_KEY", "x");
            start(NamesASecret.class).close();
            assertEquals(
                    "WARNING The configuration has names that look like the kit's but mean nothing to it:"
                            + " frameio.something.else.entirely, frameio.token-store.jdbc.datasource (did you mean"
                            + " frameio.token-store.jdbc.data-source?), frameio.webhok.secret (did you mean"
                            + " frameio.webhook.secret?), FRAMEIO_ACTION_SECRETS (did you mean FRAMEIO_ACTION_SECRET?).",
                    log.lines().get(0));
        }
    }

    /** As it sees them: with names that it makes of them. */
    @Test
    void environmentVariablesAreNotReportedAsUnknownProperties() {
        Config smallRye = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "FRAMEIO_OAUTH_CLIENT_ID", "x",
                                "FRAMEIO_TOKEN_STORE_JDBC_DATA_SOURCE", "x",
                                "FRAMEIO_ACCOUNT_ID", "x",
                                "FRAMEIO_TOKEM", "x"),
                        300))
                .withSources(new PropertiesConfigSource(Map.of("frameio.oauth.client.secret", "x"), "file", 100))
                .build();
        try (CapturedLog log = CapturedLog.ofTheKit()) {
            new KeyCheck(smallRye, Set.of()).warnOfUnknown();
            assertEquals(
                    List.of("WARNING The configuration has names that look like the kit's but mean nothing to it:"
                            + " frameio.oauth.client.secret (did you mean frameio.oauth.client-secret?), FRAMEIO_TOKEM"
                            + " (did you mean FRAMEIO_TOKEN?)."),
                    log.lines());
        }
    }

    /** As a vault may do, which can't list what it has. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void configSourceWithoutPropertyNamesIsNoProblem(boolean throwing) {
        ConfigSource source = new ConfigSource() {
            @Override
            public Set<String> getPropertyNames() {
                if (throwing) {
                    throw new UnsupportedOperationException();
                }
                return null;
            }

            @Override
            public String getValue(String name) {
                return null;
            }

            @Override
            public String getName() {
                return "vault";
            }
        };
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> List.of(source));
        assertDoesNotThrow(() -> new KeyCheck(config, Set.of()).warnOfUnknown());
    }

    @ApplicationPath("api/v1")
    static class AtAPath extends Application {}

    @Dependent
    static class NamesASecret {

        void ready(@Observes @Webhook(value = "file.ready", secret = "frameio.ours") WebhookEvent event) {}
    }

    @Dependent
    static class Calls {

        @Inject
        private FrameioClient frameio;
    }

    @Dependent
    static class MayCall {

        @Inject
        private Instance<FrameioClient> frameio;
    }

    @Dependent
    static class NoClient {

        @Produces
        FrameioClient client() {
            return null;
        }
    }

    @Nested
    class Refuses {

        @Dependent
        static class NotInterceptable {

            private Message privately(@Observes @Action("a") ActionEvent event) {
                return null;
            }

            static void statically(@Observes @Action("b") ActionEvent event) {}

            final Message finally_(@Observes @Action("c") ActionEvent event) {
                return null;
            }
        }

        @Dependent
        static final class FinalClass {

            Message answer(@Observes @Action("d") ActionEvent event) {
                return null;
            }
        }

        @Test
        void actionsThatCannotBeIntercepted() {
            assertProblems(
                    List.of(NotInterceptable.class, FinalClass.class),
                    "NotInterceptable#privately handles an action but is private, so its answer would be lost",
                    "NotInterceptable#statically handles an action but is static",
                    "NotInterceptable#finally_ handles an action but is final",
                    "FinalClass#answer handles an action but its class is final");
        }

        @Dependent
        static class Twice {

            void one(@Observes @Action("a") ActionEvent event) {}

            void other(@Observes @Action("a") ActionEvent event) {}
        }

        @Test
        void twoHandlersOfOneAction() {
            assertProblems(List.of(Twice.class), "both handle the action \"a\", but only one can answer");
        }

        @Dependent
        static class Answers {

            Message async(@ObservesAsync @Action("a") ActionEvent event) {
                return null;
            }

            String text(@Observes @Action("b") ActionEvent event) {
                return null;
            }

            Object anything(@Observes @Action("c") ActionEvent event) {
                return null;
            }
        }

        @Test
        void answersThatCannotBeGiven() {
            assertProblems(
                    List.of(Answers.class),
                    "Answers#async returns an answer from @ObservesAsync",
                    "Answers#text returns String, which is no answer to Frame.io",
                    "Answers#anything returns Object");
        }

        @Dependent
        static class Malformed {

            void none(@Observes @Webhook({}) WebhookEvent event) {}

            void webhooks(
                    @Observes
                            @Webhook({"", "file ready", "*.ready", "file*", "file.", ".ready", "a..b", "file.*.x", "a,b"
                            })
                            WebhookEvent event) {}

            void blank(@Observes @Action(" ") ActionEvent event) {}

            void padded(@Observes @Action(" a") ActionEvent event) {}

            void star(@Observes @Action("transcribe.*") ActionEvent event) {}
        }

        @Test
        void emptyAndMalformedTypes() {
            assertProblems(
                    List.of(Malformed.class),
                    "Malformed#none has an empty @Webhook",
                    "the webhook type \"\"",
                    "the webhook type \"file ready\"",
                    "the webhook type \"*.ready\"",
                    "the webhook type \"file*\"",
                    "the webhook type \"file.\"",
                    "the webhook type \".ready\"",
                    "the webhook type \"a..b\"",
                    "the webhook type \"file.*.x\"",
                    "the webhook type \"a,b\"",
                    "Malformed#blank handles the action \" \"",
                    "Malformed#padded handles the action \" a\"",
                    "Malformed#star handles the action \"transcribe.*\"");
        }

        @Dependent
        static class WrongClasses {

            void webhook(@Observes @Webhook("file.ready") ActionEvent event) {}

            void action(@Observes @Action("a") WebhookEvent event) {}

            void object(@Observes @Webhook("*") Object event) {}
        }

        @Test
        void theWrongEventClassForTheAnnotation() {
            assertProblems(
                    List.of(WrongClasses.class),
                    "WrongClasses#webhook has @Webhook on a parameter of another class; declare it as WebhookEvent.",
                    "WrongClasses#action has @Action on a parameter of another class; declare it as ActionEvent.",
                    "WrongClasses#object has @Webhook on a parameter of another class");
        }

        @Dependent
        static class DifferentSecrets {

            void one(@Observes @Webhook(value = "file.ready", secret = "one.secret") WebhookEvent event) {}

            void other(@Observes @Webhook(value = "file.*", secret = "other.secret") WebhookEvent event) {}
        }

        @Test
        void differentSecretsForOneType() {
            config.put("one.secret", "secret-number-one");
            config.put("other.secret", "secret-number-two");
            assertProblems(
                    List.of(DifferentSecrets.class),
                    "handle the same webhook type but name different secrets (one.secret, other.secret)");
        }

        @Dependent
        static class Unsigned {

            void webhook(@Observes @Webhook("file.ready") WebhookEvent event) {}

            void plain(@Observes WebhookEvent event) {}

            void action(@Observes @Action("a") ActionEvent event) {}

            void own(@Observes @Action(value = "b", secret = "my-app.secret") ActionEvent event) {}
        }

        @Test
        void handlersWithoutASecret() {
            config.put("frameio.webhook.secret", " , ");
            config.remove("frameio.action.secret");
            assertProblems(
                    List.of(Unsigned.class),
                    "Unsigned#webhook has no signing secret; set frameio.webhook.secret (as an environment variable:"
                            + " FRAMEIO_WEBHOOK_SECRET) to the secret Frame.io showed when the webhook was created,"
                            + " provide a SigningSecretResolver bean, or let the app register itself with"
                            + " frameio.install.workspaces.",
                    "Unsigned#plain has no signing secret",
                    "Unsigned#action has no signing secret; set frameio.action.secret",
                    "Unsigned#own has no signing secret; set my-app.secret (as an environment variable: MY_APP_SECRET)");
        }

        @ApplicationScoped
        static class Resolver implements SigningSecretResolver {

            @Override
            public List<String> secrets(Request request) {
                return List.of();
            }
        }

        @Test
        void noHandlerForItsSecretWhereThereIsAResolver() {
            config.clear();
            start(Unsigned.class, Resolver.class).close();
        }

        @Test
        void valuesThatCannotBe() {
            config.put("frameio.action.on-error", "explode");
            config.put("frameio.form.checkbox", "radio");
            config.put("frameio.signature.tolerance", "0");
            config.put("frameio.api.url", "api.frame.io");
            config.put("frameio.api.read-timeout", "30s");
            config.put("frameio.api.retries", "-1");
            config.put("frameio.oauth.server-to-server", "yes");
            config.put("frameio.max-body-size", "1MB");
            config.put("frameio.token-store", "redis");
            config.put("frameio.token-store.memory.entries", "0");
            config.put("frameio.token-store.jdbc.table", "tokens; DROP TABLE users");
            config.put("frameio.oauth.refresh-before", "5m");
            config.put("frameio.oauth.refresh-token-lifetime", "0");
            config.put("frameio.oauth.redirect-uri", "/frameio/oauth/callback");
            config.put("frameio.app.color", "red");
            config.put("frameio.oauth.trust-forwarded-headers", "1");
            config.put("frameio.token-store.dynamodb.create-table", "maybe");
            assertProblems(
                    List.of(),
                    "The config property frameio.signature.tolerance must be a positive whole number",
                    "The config property frameio.max-body-size must be a positive whole number",
                    "The config property frameio.token-store.memory.entries must be a positive whole number",
                    "The config property frameio.token-store.jdbc.table must be a plain name",
                    "The config property frameio.oauth.refresh-before must be a positive whole number",
                    "The config property frameio.oauth.refresh-token-lifetime must be a positive whole number",
                    "The config property frameio.oauth.redirect-uri must be the app's https address with"
                            + " /frameio/oauth/callback at its end",
                    "The config property frameio.app.color must be a color such as #5b53ff",
                    "The config property frameio.oauth.trust-forwarded-headers must be true or false",
                    "The config property frameio.token-store.dynamodb.create-table must be true or false",
                    "The config property frameio.api.read-timeout must be a positive whole number",
                    "The config property frameio.api.retries must be a whole number, 0 for none",
                    "The config property frameio.api.url must be an address such as https://api.frame.io",
                    "The config property frameio.oauth.server-to-server must be true or false",
                    "The config property frameio.action.on-error must be message or status",
                    "The config property frameio.form.checkbox must be checkbox or boolean",
                    "The config property frameio.token-store must be memory or jdbc or dynamodb");
        }

        @Test
        void textsThatCannotBeShown() {
            config.put("frameio.locale", "eo");
            assertProblems(
                    List.of(),
                    "The file frameio-messages_eo.properties has {type} in action.wrong-asset.description, where only"
                            + " {types} can be; correct it.");
        }

        @Test
        void textsInALanguageThatIsNone() {
            config.put("frameio.locale", "fr_FR");
            assertProblems(List.of(), "The config property frameio.locale must be a language tag such as fr or fr-CA");
        }

        @Test
        void whatIsNoPath() {
            config.put("frameio.path", "../frameio");
            config.put("frameio.oauth.path", "{path}");
            assertProblems(
                    List.of(),
                    "The config property frameio.path must be a path of plain segments",
                    "The config property frameio.oauth.path must be a path of plain segments");
        }

        @Test
        void credentialsThatAreMissing() {
            config.put("frameio.oauth.server-to-server", "true");
            assertProblems(
                    List.of(),
                    "The config property frameio.oauth.client-id is missing (as an environment variable:"
                            + " FRAMEIO_OAUTH_CLIENT_ID), although frameio.oauth.server-to-server is true; set it.",
                    "The config property frameio.oauth.client-secret is missing");
        }

        @ParameterizedTest
        @CsvSource({"client-id,client-secret,CLIENT_SECRET", "client-secret,client-id,CLIENT_ID"})
        void halfOfTheServerToServerCredential(String set, String missing, String variable) {
            config.put("frameio.oauth.server-to-server", "true");
            config.put("frameio.oauth.server-to-server." + set, "a-value");
            assertProblems(
                    List.of(),
                    "The config property frameio.oauth.server-to-server." + missing
                            + " is missing (as an environment variable: FRAMEIO_OAUTH_SERVER_TO_SERVER_" + variable
                            + "), although frameio.oauth.server-to-server." + set + " is set; set it.");
        }

        @Test
        void aPlaceholderInTheServerToServerCredential() {
            config.put("frameio.oauth.server-to-server", "true");
            config.put("frameio.oauth.server-to-server.client-id", "your-client-id");
            config.put("frameio.oauth.server-to-server.client-secret", "<secret>");
            assertProblems(
                    List.of(),
                    "The config property frameio.oauth.server-to-server.client-id has a placeholder",
                    "The config property frameio.oauth.server-to-server.client-secret has a placeholder");
        }

        @Test
        void anUnsetVariableInTheServerToServerCredential() {
            config.put("frameio.oauth.server-to-server", "true");
            config.put("frameio.oauth.server-to-server.client-id", "${NO_CLIENT_ID}");
            config.put("frameio.oauth.server-to-server.client-secret", "${NO_CLIENT_SECRET}");
            assertProblems(
                    List.of(),
                    "The config property frameio.oauth.server-to-server.client-id refers to ${NO_CLIENT_ID}",
                    "The config property frameio.oauth.server-to-server.client-secret refers to ${NO_CLIENT_SECRET}");
        }

        @Test
        void aServerToServerCredentialDoesNotSignUsersIn() {
            config.put("frameio.oauth.server-to-server", "true");
            config.put("frameio.oauth.server-to-server.client-id", "an-id");
            config.put("frameio.oauth.server-to-server.client-secret", "a-secret");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(ForUsers.class),
                    "The config property frameio.oauth.client-id is missing (as an environment variable:"
                            + " FRAMEIO_OAUTH_CLIENT_ID), although " + ForUsers.class.getName()
                            + "#mine has userAuth = true; set it.",
                    "The config property frameio.oauth.client-secret is missing");
        }

        @Dependent
        static class ForUsers {

            Message mine(@Observes @Action(value = "mine", userAuth = true) ActionEvent event) {
                return null;
            }
        }

        @Test
        void credentialsThatTwoThingsNeedOnce() {
            config.put("frameio.oauth.server-to-server", "true");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(ForUsers.class),
                    "The config property frameio.oauth.client-id is missing (as an environment variable:"
                            + " FRAMEIO_OAUTH_CLIENT_ID), although frameio.oauth.server-to-server is true and ",
                    "The config property frameio.oauth.client-secret is missing");
        }

        @Test
        void anInstallPageWithoutWhatItNeeds() {
            config.put("frameio.install.enabled", "true");
            assertProblems(
                    List.of(),
                    "The config property frameio.base-url is missing, although frameio.install.enabled is true",
                    "The config property frameio.token-store is memory, although frameio.install.enabled is true",
                    "The config property frameio.encryption.key is missing",
                    "The config property frameio.oauth.client-id is missing (as an environment variable:"
                            + " FRAMEIO_OAUTH_CLIENT_ID), although frameio.install.enabled is true; set it.",
                    "The config property frameio.oauth.client-secret is missing");
        }

        @Test
        void aLogoThatIsNotThere() {
            config.put("frameio.app.logo", "logo-of-nobody.svg");
            assertProblems(
                    List.of(),
                    "The config property frameio.app.logo names logo-of-nobody.svg, which isn't on the app's class path;"
                            + " add the file, or correct the name.");
        }

        @Test
        void theConsoleOutsideOfDevelopment() {
            config.put("frameio.console", "true");
            assertProblems(
                    List.of(),
                    "The config property frameio.console is true, but frameio.development isn't; the development console"
                            + " lets its user send this app events, so remove it, or set frameio.development=true on the"
                            + " machine you develop on.");
        }

        @Test
        void aUsersActionWithoutWhatSigningInNeeds() {
            assertProblems(
                    List.of(ForUsers.class),
                    "The config property frameio.oauth.client-id is missing (as an environment variable:"
                            + " FRAMEIO_OAUTH_CLIENT_ID), although",
                    "ForUsers#mine has userAuth = true; set it.",
                    "The config property frameio.encryption.key is missing, with which users' tokens are sealed; make a"
                            + " key with 'openssl rand -base64 32'");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    ",",
                    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,,AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
                })
        void anEmptyKeyAmongKeys(String keys) {
            config.put("frameio.oauth.client-id", "c");
            config.put("frameio.oauth.client-secret", "s");
            config.put("frameio.encryption.key", keys);
            assertProblems(
                    List.of(ForUsers.class),
                    "The config property frameio.encryption.key must hold keys of 32 bytes in Base64, separated by"
                            + " commas");
        }

        @Test
        void aKeyThatIsNone() {
            config.put("frameio.oauth.client-id", "c");
            config.put("frameio.oauth.client-secret", "s");
            config.put("frameio.encryption.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, c2VjcmV0");
            String report = assertProblems(
                    List.of(ForUsers.class),
                    "The config property frameio.encryption.key must hold keys of 32 bytes in Base64, separated by"
                            + " commas; make one with 'openssl rand -base64 32'.");
            assertFalse(report.contains("c2VjcmV0"), report);
        }

        @InteractionScoped
        static class HiddenPages {}

        @Test
        void anInteractionScopedBeanThatIsNotPublic() {
            assertProblems(
                    List.of(HiddenPages.class),
                    "HiddenPages is @InteractionScoped but isn't public, so JSON-B can't create it; make it public, with"
                            + " a public constructor without parameters.");
        }

        /** Needs another bean. */
        @InteractionScoped
        public static class NeedyPages {

            @Inject
            private Handlers handlers;
        }

        @Test
        void anInteractionScopedBeanWithAnInjection() {
            assertProblems(
                    List.of(NeedyPages.class),
                    "NeedyPages is @InteractionScoped and has something injected, but JSON-B creates it anew for each"
                            + " step; inject that where the bean is used.");
        }

        @Test
        void anInteractionScopedBeanInASharedStoreWithoutAKey() {
            config.put("frameio.token-store", "jdbc");
            assertProblems(
                    List.of(Pages.class),
                    "The config property frameio.encryption.key is missing, although " + Pages.class.getName()
                            + " is @InteractionScoped and other nodes must open what is sealed; make a key with 'openssl"
                            + " rand -base64 32'.");
        }

        @Test
        void stepsThatAreToBeSharedInAStoreInMemory() {
            config.put("frameio.replay-guard.shared", "true");
            assertProblems(
                    List.of(),
                    "The config property frameio.replay-guard.shared is true, but frameio.token-store is memory, which"
                            + " other nodes can't see; set that to jdbc or dynamodb, or remove the property.");
        }

        @Test
        void stepsThatAreToBeSharedWithoutAKey() {
            config.put("frameio.replay-guard.shared", "true");
            config.put("frameio.token-store", "jdbc");
            assertProblems(
                    List.of(),
                    "The config property frameio.encryption.key is missing, although frameio.replay-guard.shared is true"
                            + " and other nodes must open what is sealed");
        }

        @Test
        void aWrongKeyInAnAppWithoutUsers() {
            config.put("frameio.encryption.key", "c2VjcmV0");
            assertProblems(
                    List.of(), "The config property frameio.encryption.key must hold keys of 32 bytes in Base64");
        }

        @Dependent
        static class Users {

            @Produces
            UserAuthorizations users() {
                return null;
            }
        }

        @Dependent
        static class ByHand {

            @Inject
            private UserAuthorizations users;

            Message ask(@Observes @Action("ask") ActionEvent event) {
                return null;
            }
        }

        @Dependent
        static class ByHandInAParameter {

            Message ask(@Observes @Action("ask") ActionEvent event, UserAuthorizations users) {
                return null;
            }
        }

        @Dependent
        static class ByHandLater {

            @Inject
            private Instance<UserAuthorizations> users;

            Message ask(@Observes @Action("ask") ActionEvent event) {
                return null;
            }
        }

        @Test
        void whoLetsUsersSignInByItselfWithoutWhatThatNeeds() {
            for (Class<?> bean : List.of(ByHand.class, ByHandInAParameter.class, ByHandLater.class)) {
                assertProblems(
                        List.of(bean, Users.class),
                        "The config property frameio.oauth.client-id is missing (as an environment variable:"
                                + " FRAMEIO_OAUTH_CLIENT_ID), although " + bean.getName()
                                + " has UserAuthorizations injected; set it.",
                        "The config property frameio.oauth.client-secret is missing",
                        "The config property frameio.encryption.key is missing");
            }
        }

        /** What the kit produces. */
        @Dependent
        static class Injectable {

            @Produces
            @AsUser
            FrameioClient client() {
                return null;
            }

            @Produces
            UserToken token() {
                return null;
            }
        }

        @Dependent
        static class UserlessAction {

            Message noOne(@Observes @Action("no-one") ActionEvent event, UserToken token) {
                return null;
            }
        }

        @Dependent
        static class UserlessWebhook {

            void noOne(@Observes @Webhook("file.ready") WebhookEvent event, @AsUser FrameioClient frameio) {}
        }

        @Dependent
        static class UserlessLater {

            void noOne(@ObservesAsync String work, @AsUser FrameioClient frameio) {}
        }

        @Test
        void aUserWhereNoneIsKnown() {
            assertProblems(
                    List.of(UserlessAction.class, UserlessWebhook.class, UserlessLater.class, Injectable.class),
                    "UserlessAction#noOne has UserToken injected, but its @Action has no userAuth = true, so no user is"
                            + " known there; inject UserAuthorizations and use its client(event).",
                    "UserlessWebhook#noOne has @AsUser FrameioClient injected, but it handles webhooks, so",
                    "UserlessLater#noOne has @AsUser FrameioClient injected, but it is asynchronous, so");
        }

        @Test
        void aRedirectUriThatLeadsNowhere() {
            for (String uri : List.of(
                    "https://app.example.com/",
                    "https://app.example.com/frameio/oauth/callback/more",
                    "https://app.example.com/frameio/oauth/callback?a=b",
                    "https://user@app.example.com/frameio/oauth/callback",
                    "http://app.example.com/frameio/oauth/callback",
                    "http://localhost.example.com/frameio/oauth/callback",
                    "ftp://app.example.com/frameio/oauth/callback")) {
                config.put("frameio.oauth.redirect-uri", uri);
                assertProblems(
                        List.of(),
                        "The config property frameio.oauth.redirect-uri must be the app's https address with"
                                + " /frameio/oauth/callback at its end");
            }
        }

        @Test
        void anInstallationWithoutWhatItNeeds() {
            config.clear();
            config.put("frameio.install.workspaces", "account/workspace");
            config.put("frameio.install.prune", "true");
            assertProblems(
                    List.of(OneHandler.class),
                    "The config property frameio.base-url is missing, although frameio.install.workspaces is set; set it",
                    "The config property frameio.token-store is memory, although frameio.install.workspaces is set, so",
                    "The config property frameio.encryption.key is missing, although frameio.install.workspaces is set",
                    "The config property frameio.install.workspaces is set, but the app has no access token for Frame.io;"
                            + " set frameio.oauth.server-to-server=true with frameio.oauth.client-id and",
                    "The config property frameio.install.prune is true, but frameio.install.version is missing");
        }

        @Test
        void workspacesWithoutTheirAccounts() {
            config.put("frameio.install.workspaces", "account/workspace, workspace");
            config.put("frameio.base-url", "https://app.example.com/my app");
            config.put("frameio.token", "a-token");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(OneHandler.class),
                    "The config property frameio.base-url must be an address such as",
                    "The config property frameio.install.workspaces must be an account and a workspace with a slash");
        }

        @Test
        void anInstallationWithoutTheVariablesOfItsProperties() {
            config.clear();
            config.put("frameio.install.workspaces", "${NOT_SET_ANYWHERE}/workspace");
            config.put("frameio.base-url", "");
            config.put("frameio.token", "a-token");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(OneHandler.class),
                    "The config property frameio.base-url is empty; give it a value or remove it",
                    "The config property frameio.install.workspaces refers to ${NOT_SET_ANYWHERE}, which isn't set");
        }

        @Dependent
        static class Talkative {

            Message talk(@Observes @Action(value = "talk", description = LONG) ActionEvent event) {
                return null;
            }
        }

        private static final String LONG = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

        @Test
        void anActionThatCannotBeRegistered() {
            config.clear();
            config.put("frameio.install.workspaces", "account/workspace");
            config.put("frameio.install.dry-run", "true");
            config.put("frameio.base-url", "http://localhost:1");
            config.put("frameio.token", "a-token");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(Talkative.class),
                    "Talkative#talk has an @Action whose name or description is longer than 255 characters");
        }

        @Dependent
        static class LaterForUsers {

            void mine(@ObservesAsync @Action(value = "mine", userAuth = true) ActionEvent event) {}
        }

        @Test
        void anAsynchronousActionForUsers() {
            config.put("frameio.oauth.client-id", "c");
            config.put("frameio.oauth.client-secret", "s");
            config.put("frameio.development", "true");
            assertProblems(
                    List.of(LaterForUsers.class),
                    "LaterForUsers#mine is asynchronous and so can't ask its user to sign in");
        }

        @Dependent
        static class Unreachable {

            void mine(@Observes @Mine @Webhook("file.ready") WebhookEvent event) {}

            void named(@Observes @Named("n") @Action("a") ActionEvent event) {}

            void byDefault(@ObservesAsync @Default @Webhook("file.ready") WebhookEvent event) {}

            void both(@Observes @Webhook("file.ready") @Action("b") WebhookEvent event) {}

            void ready(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Webhook("file.ready") WebhookEvent event) {}

            void all(@Observes(during = TransactionPhase.BEFORE_COMPLETION) FrameioEvent event) {}
        }

        @ApplicationScoped
        static class Conditional {

            void ready(@Observes(notifyObserver = Reception.IF_EXISTS) @Webhook("file.ready") WebhookEvent event) {}
        }

        @Test
        void handlersThatNoEventOrNotEveryEventReaches() {
            assertProblems(
                    List.of(Unreachable.class, Conditional.class),
                    "Unreachable#mine would never be called, because it also asks for @Mine, which Frame.io's events"
                            + " don't have; remove @Mine.",
                    "Unreachable#named would never be called, because it also asks for @Named",
                    "Unreachable#byDefault would never be called, because it also asks for @Default",
                    "Unreachable#both has both @Webhook and @Action",
                    "Unreachable#ready has during = AFTER_SUCCESS",
                    "Unreachable#all has during = BEFORE_COMPLETION",
                    "Conditional#ready has notifyObserver = IF_EXISTS");
        }

        @Test
        void handlersInTheDefaultPackageOncePerClass() throws ClassNotFoundException {
            assertProblems(
                    List.of(Class.forName("HandlersWithoutPackage")),
                    "HandlersWithoutPackage is in the default package, where some servers can't call it; move it to a"
                            + " package.");
        }

        @Dependent
        static class Everything {

            void all(@Observes FrameioEvent event) {}
        }

        @Test
        void anObserverOfEveryEventWithoutASecretForWebhooks() {
            config.remove("frameio.webhook.secret");
            assertProblems(
                    List.of(Everything.class), "Everything#all has no signing secret; set frameio.webhook.secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://api.frame.io",
                    "http://10.0.0.1:8080",
                    "http://127.evil.com",
                    "http://127.0.0.1.evil.com",
                    "http://localhost.evil.com",
                    "http://127.0.0.256.com",
                    "http://0.0.0.0",
                    "http://[fe80::1]",
                    "HTTP://api.frame.io"
                })
        void clearTextToAnotherMachine(String address) {
            for (String key : ADDRESSES) {
                config.clear();
                config.put(key, address);
                String report = assertProblems(List.of(), "The config property " + key + " begins with http://");
                assertFalse(report.contains(address), report);
                System.clearProperty(key);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://user:pw@api.frame.io",
                    "http://user@localhost",
                    "https://api.frame.io/#here",
                    "https://api.frame.io?key=value",
                    "https:///path",
                    "https://api.frame.io:99999",
                    "https://an_underscore.example.com",
                    "ftp://localhost",
                    "api.frame.io",
                    "https://"
                })
        void whatIsNoAddress(String address) {
            for (String key : ADDRESSES) {
                config.clear();
                config.put(key, address);
                assertProblems(List.of(), "The config property " + key + " must be an address");
                System.clearProperty(key);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"w-1", "seven-7", "webhook-secret-1, short"})
        void signingSecretsThatCouldBeGuessed(String secrets) {
            config.put("frameio.webhook.secret", secrets);
            String report = assertProblems(
                    List.of(), "The config property frameio.webhook.secret has a secret of fewer than 8 characters");
            assertFalse(report.contains(secrets), report);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<the secret of the webhook>",
                    "changeme-changeme-changeme",
                    "change-me-before-production",
                    "your-webhook-secret-goes-here",
                    "\"4f8a2b1c9d7e6f5a4f8a2b1c\"",
                    "4f8a2b1c 9d7e6f5a4f8a2b1c",
                    "xxxxxxxxxxxxxxxxxxxxxxxx",
                    "{{webhook_secret}}-of-helm"
                })
        void whatIsNoSecret(String secret) {
            config.put("frameio.webhook.secret", secret);
            config.put("frameio.oauth.client-secret", secret);
            String report = assertProblems(
                    List.of(),
                    "The config property frameio.webhook.secret has a placeholder, a blank or a quotation mark in a"
                            + " secret",
                    "The config property frameio.oauth.client-secret has a placeholder");
            assertFalse(report.contains(secret), report);
        }

        @Test
        void secretsForDevelopmentInProduction() {
            config.put("frameio.webhook.secret", "development-webhook-secret");
            assertProblems(
                    List.of(),
                    "The config property frameio.webhook.secret has a secret for development, which everybody knows; set"
                            + " the one that Frame.io showed (as an environment variable: FRAMEIO_WEBHOOK_SECRET), or"
                            + " frameio.development=true on the machine you develop on.");
        }

        @Test
        void anUnsetVariableByItsName() {
            config.put("frameio.oauth.client-id", "${NO_CLIENT_ID}");
            config.put("frameio.oauth.client-secret", "${NO_CLIENT_ID}-${NO_CLIENT_SECRET}-${NOT_NEEDED:default}");
            config.put("frameio.oauth.server-to-server", "true");
            assertProblems(
                    List.of(),
                    "The config property frameio.oauth.client-id refers to ${NO_CLIENT_ID}, which isn't set; set it",
                    "The config property frameio.oauth.client-secret refers to ${NO_CLIENT_ID} and ${NO_CLIENT_SECRET},"
                            + " which isn't set");
        }

        @Test
        void anUnsetSecretAlsoWhereThereIsAResolver() {
            config.put("frameio.webhook.secret", "${NO_WEBHOOK_SECRET}");
            config.put("my-app.secret", "${NO_SECRET_OF_MINE}");
            assertProblems(
                    List.of(Unsigned.class, Resolver.class),
                    "The config property frameio.webhook.secret refers to ${NO_WEBHOOK_SECRET}",
                    "The config property my-app.secret refers to ${NO_SECRET_OF_MINE}");
        }

        @Test
        void anEmptyValueOfWhateverKey() {
            for (String value : List.of("", " ")) {
                Settings.ALL.forEach(setting -> config.put(setting.key(), value));
                assertProblems(
                        List.of(),
                        Settings.ALL.stream()
                                .map(setting ->
                                        "The config property " + setting + " is empty; give it a value or remove it.")
                                .toArray(String[]::new));
            }
        }

        @Test
        void aTokenStoreBeanAndAConfiguredStore() {
            config.put("frameio.token-store", "jdbc");
            assertProblems(
                    List.of(OwnStore.class),
                    "The config property frameio.token-store is set, but would have no effect, because the app's"
                            + " TokenStore bean " + OwnStore.class.getName() + " is used; remove one of the two.");
        }

        @Test
        void aDeliveryQueueBeanAndAConfiguredQueue() {
            config.put("frameio.delivery", "jdbc");
            assertProblems(
                    List.of(OwnQueue.class),
                    "The config property frameio.delivery is set, but would have no effect, because the app's"
                            + " DeliveryQueue bean " + OwnQueue.class.getName() + " is used; remove one of the two.");
        }

        @Test
        void aTokenStoreThatIsProducedAndAConfiguredStore() {
            config.put("frameio.token-store", "memory");
            assertProblems(
                    List.of(StoreProducer.class),
                    "because the app's TokenStore bean " + StoreProducer.class.getName() + " is used");
        }

        /** Lists nothing of the kit's. */
        static class Forgetful extends Application {

            @Override
            public Set<Class<?>> getClasses() {
                return Set.of(String.class);
            }
        }

        @Test
        void anApplicationThatListsItsClassesWithoutTheKits() {
            assertProblems(
                    List.of(OneHandler.class, Forgetful.class),
                    "Forgetful lists its classes without the kit's; add FrameioResources.classes()");
        }
    }

    @ApplicationScoped
    static class OwnQueue implements DeliveryQueue {

        @Override
        public void add(List<Entry> entries) {}

        @Override
        public void start(Worker worker) {}

        @Override
        public void stop(Duration longest) {}
    }

    @ApplicationScoped
    static class OwnStore implements TokenStore {

        @Override
        public Optional<Entry> find(String key) {
            return Optional.empty();
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            return false;
        }

        @Override
        public void delete(String key) {}

        @Override
        public boolean delete(String key, long expected) {
            return false;
        }
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mine {}

    @Mine
    @ApplicationScoped
    static class QualifiedStore extends OwnStore {}

    @Dependent
    static class StoreProducer {

        @Produces
        @ApplicationScoped
        TokenStore store() {
            return new OwnStore();
        }
    }

    @Nested
    class WarnsOf {

        @AutoClose
        private final CapturedLog log = CapturedLog.of(ConfiguredTokenStore.class);

        @Test
        void propertiesOfAStoreThatIsNotUsed() {
            config.put("frameio.token-store.jdbc.table", "tokens");
            start().close();
            assertEquals(
                    List.of("WARNING The config property frameio.token-store.jdbc.table has no effect, because"
                            + " frameio.token-store is memory; set that to jdbc, or remove the property."),
                    log.lines());
        }

        @Test
        void allOfThem() {
            config.put("frameio.token-store", "dynamodb");
            for (String key : List.of("memory.entries", "jdbc.data-source", "jdbc.table", "jdbc.create-table")) {
                config.put("frameio.token-store." + key, key.equals("memory.entries") ? "5" : "true");
            }
            config.put("frameio.token-store.dynamodb.table", "used");
            start().close();
            assertEquals(4, log.lines().size(), log.lines().toString());
        }

        @Test
        void propertiesOfAnyStoreBesideATokenStoreBean() {
            config.put("frameio.token-store.memory.entries", "5");
            start(OwnStore.class).close();
            assertEquals(
                    List.of("WARNING The config property frameio.token-store.memory.entries has no effect, because the"
                            + " app's TokenStore bean " + OwnStore.class.getName() + " is used; remove it."),
                    log.lines());
        }

        @Test
        void nothingWhereABeanIsNotTheAppsTokenStore() {
            config.put("frameio.token-store", "jdbc");
            config.put("frameio.token-store.jdbc.table", "tokens");
            start(QualifiedStore.class).close();
            assertEquals(List.of(), log.lines());
        }
    }

    String assertProblems(List<Class<?>> beans, String... sentences) {
        String report = assertThrows(
                        Exception.class,
                        () -> start(beans.toArray(Class[]::new)).close())
                .getMessage();
        for (String sentence : sentences) {
            assertTrue(report.contains(sentence), sentence + " is not in " + report);
        }
        assertEquals(
                sentences.length,
                report.lines().filter(it -> it.startsWith(" - ")).count(),
                report);
        return report;
    }

    /** The one to test. */
    Extension extension() {
        return new FrameioExtension();
    }

    SeContainer start(Class<?>... beans) {
        config.forEach(System::setProperty);
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(extension())
                .addBeanClasses(beans)
                .initialize();
    }
}
