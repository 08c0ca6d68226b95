package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.Progress;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.request.AuditLogQuery;
import io.github.frameiokit.client.request.CommentQuery;
import io.github.frameiokit.client.request.Include;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be an argument is refused at once, with its name. */
class ArgumentsTest {

    /** What apps implement. */
    private static final Set<Class<?>> OF_THE_APP = Set.of(ClientClock.class, Progress.class);

    private final TestClient tested = new TestClient();

    private final StandaloneClient standalone =
            FrameioClient.builder().token("token").apiUrl(tested.fake.url()).build();

    @AfterEach
    void close() {
        standalone.close();
        tested.close();
    }

    /** Everything public of the client, so that what is added is covered as well. */
    @Test
    void aNullIsRefusedByNameWhereverItIsGiven() throws Exception {
        Set<String> accepted = new TreeSet<>();
        Set<String> tried = new LinkedHashSet<>();
        for (Class<?> type : publicTypes()) {
            for (Executable entrance : entrances(type)) {
                for (int i = 0; i < entrance.getParameterCount(); i++) {
                    if (mustNotBeNull(entrance.getParameters()[i])) {
                        tried.add(entrance + " " + i);
                        refusal(type, entrance, i, null)
                                .ifPresent(problem -> accepted.add(entrance.toGenericString() + " " + problem));
                    }
                }
            }
        }
        assertEquals(Set.of(), accepted);
        assertTrue(tried.size() > 800, "so many parameters: " + tried.size());
        assertEquals(List.of(), tested.fake.requests());
    }

    @Test
    void aNullAmongSeveralIsRefusedByName() throws Exception {
        Set<String> accepted = new TreeSet<>();
        int tried = 0;
        for (Class<?> type : publicTypes()) {
            for (Executable entrance : entrances(type)) {
                for (int i = 0; i < entrance.getParameterCount(); i++) {
                    Parameter parameter = entrance.getParameters()[i];
                    if (parameter.isVarArgs() || parameter.getType() == List.class) {
                        tried++;
                        Object several = parameter.isVarArgs()
                                ? Array.newInstance(parameter.getType().getComponentType(), 3)
                                : Arrays.asList(null, null, null);
                        refusal(type, entrance, i, several)
                                .ifPresent(problem -> accepted.add(entrance.toGenericString() + " " + problem));
                    }
                }
            }
        }
        assertEquals(Set.of(), accepted);
        assertTrue(tried > 30, "so many parameters: " + tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void aBlankThatWouldMeanSomethingElseIsRefused(String blank) {
        assertThrows(IllegalArgumentException.class, () -> new CommentQuery().after(blank));
        assertThrows(IllegalArgumentException.class, () -> new AuditLogQuery().userId(blank));
        assertThrows(IllegalArgumentException.class, () -> Include.of(Include.OWNER, blank));
        assertThrows(IllegalArgumentException.class, () -> tested.client().as(blank));
    }

    @Test
    void aPathWithoutANameIsNoUpload() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Upload.of(Path.of("/")));
        assertEquals("'path' must name a file.", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Upload.of(Path.of("")));
    }

    /** Why a call with this argument isn't refused as it should be; empty if it is. */
    private Optional<String> refusal(Class<?> type, Executable entrance, int index, Object argument) throws Exception {
        Object[] arguments = arguments(entrance);
        arguments[index] = argument;
        Parameter parameter = entrance.getParameters()[index];
        try {
            if (entrance instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else {
                Method method = (Method) entrance;
                method.invoke(Modifier.isStatic(method.getModifiers()) ? null : sample(type), arguments);
            }
            return Optional.of("takes it");
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean isRefusal = thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException;
            return isRefusal && names(thrown.getMessage(), entrance, parameter)
                    ? Optional.empty()
                    : Optional.of(thrown.toString());
        }
    }

    /** By the parameter's name, or by Frame.io's name for what the method sets. */
    private static boolean names(String message, Executable entrance, Parameter parameter) {
        String component = parameter.getName().equals("listener") ? "progress" : parameter.getName();
        return message != null
                && Stream.of(component, snake(component), snake(entrance.getName()))
                        .anyMatch(name -> message.equals(name) || message.startsWith("'" + name + "' must"));
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static boolean mustNotBeNull(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<Executable> entrances(Class<?> type) {
        return Stream.of(type.getConstructors(), type.getMethods())
                .flatMap(Arrays::stream)
                .filter(it -> it.getDeclaringClass().getName().startsWith("io.github.frameiokit.client"))
                .filter(it -> !it.isSynthetic()
                        && !it.getName().equals("equals")
                        && !it.getName().equals("valueOf"))
                .filter(it -> !Modifier.isAbstract(type.getModifiers())
                        || type.isInterface()
                        || Modifier.isStatic(it.getModifiers()))
                .sorted(Comparator.comparing(Executable::toString))
                .toList();
    }

    private static List<Class<?>> publicTypes() {
        try {
            URI source = FrameioClient.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(source);
            if (Files.isDirectory(path)) {
                return publicTypes(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return publicTypes(jar.getPath("/"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> publicTypes(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("io/github/frameiokit/client"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.replace('/', '.').replaceAll("\\.class$", "")))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !OF_THE_APP.contains(type))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object[] arguments(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .map(parameter -> sample(parameter.getParameterizedType()))
                .toArray();
    }

    private Object sample(Type generic) {
        Class<?> type = (Class<?>)
                (generic instanceof ParameterizedType parameterized
                        ? parameterized.getRawType()
                        : generic instanceof Class<?> known ? known : Object.class);
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            boolean ofTexts = ((ParameterizedType) generic).getActualTypeArguments()[0] == String.class;
            return ofTexts ? List.of("a", "b") : List.of();
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 2);
            Array.set(array, 0, sample(type.getComponentType()));
            Array.set(array, 1, sample(type.getComponentType()));
            return array;
        }
        return type.isInterface() && type.getSimpleName().endsWith("Api") ? group(type) : known(type);
    }

    private Object known(Class<?> type) {
        List<Object> known = List.of(
                "text",
                5,
                5L,
                0.5,
                true,
                BigDecimal.ONE,
                Instant.EPOCH,
                LocalDate.EPOCH,
                Duration.ofSeconds(1),
                JsonValue.EMPTY_JSON_OBJECT,
                Path.of("cut.mov"),
                URI.create("https://example.com/cut.mov"),
                new ByteArrayInputStream(new byte[1]),
                tested.client(),
                tested.clock,
                FrameioClient.builder(),
                standalone,
                (Function<Object, Object>) it -> it,
                (Supplier<RuntimeException>) IllegalStateException::new,
                (Progress) (bytes, total) -> {},
                Page.of(List.of(), Optional.empty(), Optional.empty(), it -> null));
        return known.stream()
                .filter(it -> boxed(type).isInstance(it))
                .findFirst()
                .or(() -> type.isEnum() ? Optional.of(type.getEnumConstants()[0]) : Optional.empty())
                .or(() -> made(type))
                .orElse(null);
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0).getClass() : type;
    }

    /** By a public constructor or a static method of its own, whichever takes samples. */
    private Optional<Object> made(Class<?> type) {
        Class<?> concrete = type.isSealed() ? type.getPermittedSubclasses()[0] : type;
        return Stream.of(concrete.getConstructors(), concrete.getMethods())
                .flatMap(Arrays::stream)
                .filter(it -> it instanceof Constructor
                        || it instanceof Method method
                                && Modifier.isStatic(method.getModifiers())
                                && method.getReturnType() == concrete)
                .sorted(Comparator.comparingInt(Executable::getParameterCount).thenComparing(Executable::toString))
                .flatMap(it -> tried(it).stream())
                .findFirst();
    }

    private Optional<Object> tried(Executable executable) {
        try {
            Object[] arguments = arguments(executable);
            return Optional.ofNullable( // on some JDKs a class of theirs gives no sample that way
                    executable instanceof Constructor<?> constructor
                            ? constructor.newInstance(arguments)
                            : ((Method) executable).invoke(null, arguments));
        } catch (InvocationTargetException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object group(Class<?> type) {
        return Arrays.stream(FrameioClient.class.getMethods())
                .filter(method -> method.getReturnType() == type)
                .map(method -> {
                    try {
                        return method.invoke(tested.client());
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }
}
