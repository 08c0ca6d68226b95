package io.github.frameiokit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.AuthorizationRequiredException;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The client's packages are tested with the client. */
class NullArgumentsTest {

    private static final JsonObject JSON = Json.createObjectBuilder()
            .add("type", "a")
            .add("resource", Json.createObjectBuilder().add("id", "1"))
            .build();
    private static final URI ADDRESS = URI.create("https://example.com/");
    private static final TextField FIELD = TextField.of("name", "Label");
    private static final SelectField.Option OPTION = new SelectField.Option("Text", "text");

    private static final PlannedChange PLANNED = new PlannedChange(
            Registration.Kind.ACTION, "name", List.of("type"), PlannedChange.Change.CREATE, "Reason.");

    private static final List<Object> SAMPLES = List.of(
            "text",
            true,
            1,
            1L,
            JSON,
            JsonValue.TRUE,
            ADDRESS,
            Instant.EPOCH,
            Duration.ofMinutes(5),
            new byte[0],
            Optional.of("text"),
            Map.of(),
            record(),
            FormData.of(JSON),
            ActionEvent.of(JSON, Instant.EPOCH),
            WebhookEvent.of(JSON, Instant.EPOCH),
            ResourceType.FILE,
            new Resource("1", "file"),
            new Reference("1"),
            FIELD,
            TextareaField.of("name", "Label"),
            CheckboxField.of("name", "Label"),
            LinkField.of("name", "Label", ADDRESS),
            CustomField.of("type", "name", "Label"),
            SelectField.of("name", "Label").option("Text", "text"),
            OPTION,
            Message.of("Title", ""),
            Form.titled("Title"),
            Form.titled("Title").field(FIELD).build(),
            SigningKey.of("secret"),
            SigningSecretResolver.Request.webhook("a"),
            TokenStore.Entry.of("sealed", Instant.EPOCH),
            UserToken.of("user", "token", Instant.EPOCH),
            new AuthorizationCompleted(
                    ActionEvent.of(JSON, Instant.EPOCH), UserToken.of("user", "token", Instant.EPOCH)),
            new AuthorizationRequiredException("account", "user", null),
            new AuthorizationUnavailableException(null),
            new TokenStoreException("message"),
            new Delivery("id", 1),
            new DeadDelivery("id", "handler", Optional.empty(), 1, Optional.empty(), Optional.empty()),
            new DeliveryException("message"),
            InstallFields.none(),
            new InstallFields.Item(FIELD, true, false),
            Registration.Kind.ACTION,
            Registration.State.ACTIVE,
            new Registration(
                    Registration.Kind.ACTION,
                    "name",
                    List.of("type"),
                    Optional.of("id"),
                    ADDRESS,
                    Registration.State.ACTIVE),
            new Installation("account", "workspace", List.of(), Instant.EPOCH, Instant.EPOCH, Optional.empty()),
            PlannedChange.Change.CREATE,
            PLANNED,
            new InstallationPlan("account", "workspace", List.of(PLANNED)),
            new InstallationResult.Outcome(PLANNED, Optional.empty()),
            new InstallationResult(new InstallationPlan("account", "workspace", List.of()), List.of()),
            new InstallationException("message"),
            InstallationChanged.Change.INSTALLED,
            new InstallationChanged("account", "workspace", InstallationChanged.Change.INSTALLED),
            new DeliveryQueue.Entry("id", "content"),
            new DeliveryQueue.Done(),
            new DeliveryQueue.Again(Duration.ZERO, true),
            new DeliveryQueue.Dead("content"));

    /** Types without instances, and those that only the kit or the app implements. */
    private static final Set<Class<?>> WITHOUT_INSTANCE =
            Set.of(Signature.class, WebhookType.class, FormDataException.class);

    private record Bound(String type) {}

    private static Class<?> record() {
        return Bound.class;
    }

    @Test
    void areRejectedByName() throws Exception {
        Set<String> accepted = new TreeSet<>();
        int tried = 0;
        for (Class<?> type : publicClasses()) {
            for (Executable entrance : entrances(type)) {
                for (int i = 0; i < entrance.getParameterCount(); i++) {
                    if (mayBeNull(entrance.getParameters()[i])) {
                        continue;
                    }
                    tried++;
                    Object[] arguments = arguments(entrance, type);
                    arguments[i] = null;
                    rejected(type, entrance, i, arguments)
                            .ifPresent(problem -> accepted.add(entrance.toGenericString() + ": " + problem));
                }
            }
        }
        assertEquals(Set.of(), accepted);
        assertTrue(tried > 100, "parameters: " + tried);
    }

    @Test
    void areRejectedAmongTheItemsOfAList() {
        assertEquals(
                "A 'field' of the form 'T' must not be null.",
                rejection(() -> new Form("T", "", Arrays.asList(FIELD, null))));
        assertEquals(
                "An option among the 'options' of the select field 's' must not be null.",
                rejection(() -> new SelectField("s", "S", Arrays.asList(OPTION, null), Optional.empty())));
    }

    private static String rejection(Runnable construction) {
        try {
            construction.run();
            return "accepted";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** Why a call isn't rejected as it should be; empty if it is. */
    private static Optional<String> rejected(Class<?> type, Executable entrance, int index, Object[] arguments)
            throws Exception {
        try {
            if (entrance instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                ((Method) entrance)
                        .invoke(Modifier.isStatic(entrance.getModifiers()) ? null : sample(type, type), arguments);
            }
            return Optional.of("accepts null");
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean isRejection = thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException;
            return isRejection && names(thrown.getMessage(), entrance, entrance.getParameters()[index])
                    ? Optional.empty()
                    : Optional.of(thrown.toString());
        }
    }

    /** A fluent method sets what its own name says. */
    private static boolean names(String message, Executable entrance, Parameter parameter) {
        return Stream.of(parameter.getName(), entrance.getName())
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(String.valueOf(message))
                        .find());
    }

    /** What the API says to compilers and editors is what it does. */
    private static boolean mayBeNull(Parameter parameter) {
        return parameter.getType().isPrimitive() || parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<Executable> entrances(Class<?> type) {
        return Stream.of(type.getConstructors(), type.getMethods())
                .flatMap(Arrays::stream)
                .filter(it -> it.getDeclaringClass().getName().startsWith("io.github.frameiokit."))
                .filter(it -> !it.isSynthetic()
                        && !it.getName().equals("equals")
                        && !it.getName().equals("valueOf"))
                .filter(it -> !Modifier.isAbstract(it.getModifiers()) && !Modifier.isAbstract(type.getModifiers())
                        || Modifier.isStatic(it.getModifiers()))
                .toList();
    }

    private static Object[] arguments(Executable entrance, Class<?> owner) {
        return Arrays.stream(entrance.getParameters())
                .map(parameter -> sample(parameter.getType(), owner))
                .toArray();
    }

    private static Object sample(Class<?> type, Class<?> owner) {
        if (type == List.class) {
            return owner == Form.class ? List.of(FIELD) : List.of(OPTION);
        }
        return SAMPLES.stream()
                .filter(it -> type.isInstance(it)
                        || type == boolean.class && it instanceof Boolean
                        || type == int.class && it instanceof Integer
                        || type == long.class && it instanceof Long)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample of " + type + " for " + owner));
    }

    private static List<Class<?>> publicClasses() throws IOException, URISyntaxException {
        Path root = Path.of(
                Action.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("io/github/frameiokit"))) {
            List<Class<?>> found = files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .filter(name -> !name.startsWith("io/github/frameiokit/client/"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.replace('/', '.').replaceAll("\\.class$", "")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isAnnotation())
                    .toList();
            found.stream()
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()) && !WITHOUT_INSTANCE.contains(type))
                    .forEach(type -> sample(type, type));
            return found;
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
