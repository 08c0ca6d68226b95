package io.github.frameiokit.internal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.frameiokit.internal.discovery.FrameioExtension;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between the kit's packages, and the rules that keep it portable. */
class ArchitectureTest {

    private static final String KIT = "io.github.frameiokit.";

    /** What each of the implementation's packages may know of the others. The package-info of each says the same. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("internal", Set.of()),
            Map.entry("internal.json", Set.of("internal")),
            Map.entry("internal.http", Set.of("internal")),
            Map.entry("internal.transfer", Set.of("internal", "internal.http")),
            Map.entry("internal.ims", Set.of("internal", "internal.http")),
            Map.entry(
                    "internal.client",
                    Set.of("internal", "internal.json", "internal.http", "internal.transfer", "internal.ims")),
            Map.entry("internal.events", Set.of("internal")),
            Map.entry("internal.store", Set.of("internal")),
            Map.entry("internal.pages", Set.of("internal")),
            Map.entry(
                    "internal.oauth",
                    Set.of(
                            "internal",
                            "internal.events",
                            "internal.client",
                            "internal.ims",
                            "internal.store",
                            "internal.pages")),
            Map.entry("internal.interaction", Set.of("internal", "internal.events", "internal.oauth")),
            Map.entry("internal.delivery", Set.of("internal", "internal.events", "internal.oauth", "internal.store")),
            Map.entry(
                    "internal.install",
                    Set.of("internal", "internal.events", "internal.client", "internal.oauth", "internal.store")),
            Map.entry(
                    "internal.install.page",
                    Set.of(
                            "internal",
                            "internal.events",
                            "internal.client",
                            "internal.ims",
                            "internal.oauth",
                            "internal.pages")),
            Map.entry(
                    "internal.opentelemetry",
                    Set.of("internal", "internal.events", "internal.http", "internal.delivery", "internal.install")),
            Map.entry(
                    "internal.telemetry",
                    Set.of(
                            "internal",
                            "internal.events",
                            "internal.http",
                            "internal.delivery",
                            "internal.oauth",
                            "internal.install",
                            "internal.opentelemetry")),
            Map.entry(
                    "internal.health",
                    Set.of("internal", "internal.events", "internal.store", "internal.delivery", "internal.install")),
            Map.entry("internal.console", Set.of("internal", "internal.events", "internal.install")),
            Map.entry(
                    "internal.development",
                    Set.of("internal", "internal.events", "internal.store", "internal.install", "internal.console")),
            Map.entry(
                    "internal.discovery",
                    Set.of(
                            "internal",
                            "internal.events",
                            "internal.oauth",
                            "internal.store",
                            "internal.interaction",
                            "internal.delivery",
                            "internal.install",
                            "internal.install.page",
                            "internal.health",
                            "internal.development",
                            "internal.pages")),
            Map.entry(
                    "rest",
                    Set.of("internal.events", "internal.oauth", "internal.development", "internal.install.page")));

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.frameiokit")
            .that(not(resideInAPackage(KIT + "testkit..")));
    private static final JavaClasses IMPL = ALL.that(describe("are the implementation's", ArchitectureTest::isImpl));
    private static final JavaClasses API = ALL.that(describe("are the API's", it -> !isImpl(it)));

    private static boolean isImpl(JavaClass type) {
        return ROOMS.containsKey(room(type.getPackageName()));
    }

    private static String room(String name) {
        return name.startsWith(KIT) ? name.substring(KIT.length()) : name;
    }

    @Test
    void theApiKnowsNothingOfTheImplementation() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KIT + "internal..", KIT + "rest..")
                .because("apps compile against the API alone")
                .check(API);
    }

    @Test
    void everyPackageOfTheImplementationIsInTheTable() {
        Set<String> found = ALL.that(resideInAnyPackage(KIT + "internal..", KIT + "rest..")).stream()
                .map(it -> room(it.getPackageName()))
                .collect(toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(ROOMS.keySet()), found);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        ALL.stream()
                .map(it -> "src/main/java/" + it.getPackageName().replace('.', '/') + "/package-info.java")
                .distinct()
                .forEach(it -> assertTrue(
                        Files.exists(Path.of(it))
                                || Files.exists(Path.of("../api").resolve(it)),
                        it));
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        ALL.forEach(it -> assertTrue(it.getPackage().isAnnotatedWith(NullMarked.class), it.getPackageName()));
    }

    @ParameterizedTest(name = "{0} knows only {1}")
    @MethodSource("rooms")
    void aPackageKnowsOnlyWhatItMay(String room, Set<String> known) {
        String[] others = ROOMS.keySet().stream()
                .filter(it -> !it.equals(room) && !known.contains(it))
                .map(it -> KIT + it)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(KIT + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("a package that knows few others can be read, tested and changed with those few")
                .check(IMPL);
    }

    static Stream<Arguments> rooms() {
        return ROOMS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> Arguments.of(it.getKey(), new TreeSet<>(it.getValue())));
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().assignedFrom(packages())
                .should()
                .beFreeOfCycles()
                .because("of two packages that know each other, neither can be understood or changed alone")
                .check(ALL);
    }

    @Test
    void noTwoClassesHoldEachOther() {
        classes()
                .should(notHoldThemselvesThroughOthers())
                .because("beans that inject each other can be neither built by a test nor understood alone")
                .check(IMPL);
    }

    @Test
    void onlyDiscoveryUsesTheExtensionSpi() {
        noClasses()
                .that()
                .resideOutsideOfPackage(FrameioExtension.class.getPackageName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.enterprise.inject.spi..", "jakarta.enterprise.inject.build.compatible..")
                .because("CDI Full and CDI Lite differ in it, and the rest must run on both")
                .check(ALL);
    }

    @Test
    void nothingAsksTheContainerForItsCurrentInstance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CDI.class)
                .because("which app CDI.current() belongs to depends on the thread, and a unit test has none")
                .check(ALL);
    }

    @Test
    void noBeanHasAName() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Named.class.getName())
                .because("names of beans are the app's, and one of the kit's could clash with them")
                .check(ALL);
    }

    @Test
    void onlyTheReadersOfServletsUseTheServletApi() {
        noClasses()
                .that(not(belongTo("internal.discovery.ServletApplications")
                        .or(belongTo("internal.development.ServletCaller"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .because("not every server has servlets")
                .check(ALL);
    }

    @Test
    void onlyTheDynamoDbStoreAndTheSqsQueueUseTheAwsSdk() {
        noClasses()
                .that(not(belongTo("internal.store.DynamoTokenStore")
                        .or(belongTo("internal.store.AwsFailures"))
                        .or(beginWith("internal.delivery.Sqs"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("an app without them doesn't have the SDK")
                .check(ALL);
    }

    @Test
    void onlyTelemetryUsesTheOpenTelemetryApi() {
        noClasses()
                .that(not(resideInAPackage(KIT + "internal.opentelemetry")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..")
                .because("not every server has it")
                .check(ALL);
    }

    @Test
    void onlyTheQueueOnADatabaseUsesDbScheduler() {
        noClasses()
                .that(not(beginWith("internal.delivery.Jdbc")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.kagkarlsson..")
                .because("an app without that queue doesn't have it")
                .check(ALL);
    }

    @Test
    void onlyTheQueueOfABrokerUsesJakartaMessaging() {
        noClasses()
                .that(not(beginWith("internal.delivery.Jms")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.jms..")
                .because("the Web Profile doesn't have it")
                .check(ALL);
    }

    @Test
    void onlyTheHealthChecksUseMicroProfileHealth() {
        noClasses()
                .that(not(belongTo("internal.health.ReadinessCheck")
                        .or(belongTo("internal.health.LivenessCheck"))
                        .or(belongTo("internal.discovery.HealthBeans"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.health..")
                .because("not every server has it")
                .check(ALL);
    }

    @Test
    void onlyTheJdkTheStandardsAndTheOptionalLibrariesAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.naming..",
                        "javax.crypto..",
                        "javax.net..",
                        "javax.sql..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "org.jspecify.annotations..",
                        "software.amazon.awssdk..",
                        "com.github.kagkarlsson..",
                        "io.opentelemetry..",
                        "io.github.frameiokit..")
                .because("the kit runs on any server and brings no library along")
                .check(ALL);
    }

    @Test
    void nothingWritesToTheStandardStreams() {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .because("a server's log has its own format, levels and place")
                .check(ALL);
    }

    @Test
    void nothingUsesAnyLoggerButTheJdksOwnFacade() {
        noClasses()
                .that(not(belongTo("internal.console.LogLines"))) // it logs nothing, and shows what was logged
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .because("System.Logger reaches each server's log, java.util.logging only some")
                .check(ALL);
    }

    @Test
    void everyStaticFieldIsFinal() {
        noFields()
                .that()
                .areStatic()
                .should()
                .notBeFinal()
                .because("apps that share a class loader would share it")
                .check(ALL);
    }

    @Test
    void noStaticFieldHoldsWhatCanChange() {
        fields().that()
                .areStatic()
                .should(holdWhatCannotChange())
                .because("apps that share a class loader would share it, and a test would see what another left")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> belongTo(String name) {
        return describe("belong to " + name, it -> outermost(it).getName().equals(KIT + name));
    }

    private static DescribedPredicate<JavaClass> beginWith(String name) {
        return describe("begin with " + name, it -> outermost(it).getName().startsWith(KIT + name));
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static ArchCondition<JavaField> holdWhatCannotChange() {
        return new ArchCondition<>("hold what can't change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    return;
                }
                Object value = StaticState.of(field.reflect());
                if (!StaticState.isImmutable(value)) {
                    events.add(SimpleConditionEvent.violated(
                            field,
                            field.getFullName() + " is a " + value.getClass().getName()));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notHoldThemselvesThroughOthers() {
        return new ArchCondition<>("not hold themselves through the fields of others") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Deque<JavaClass> next = new ArrayDeque<>(held(type));
                Set<JavaClass> seen = new HashSet<>();
                while (!next.isEmpty()) {
                    JavaClass other = next.pop();
                    if (seen.add(other)) {
                        held(other).forEach(next::push);
                    }
                }
                if (seen.contains(outermost(type))) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getFullName() + " holds " + held(type) + ", of which one leads back to it"));
                }
            }
        };
    }

    /** The other classes of the implementation that a class and its nested ones have in fields. */
    private static Set<JavaClass> held(JavaClass type) {
        JavaClass outermost = outermost(type);
        return IMPL.stream()
                .filter(it -> outermost(it).equals(outermost))
                .flatMap(it -> it.getFields().stream())
                .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(it -> it.getAllInvolvedRawTypes().stream())
                .filter(ArchitectureTest::isImpl)
                .map(ArchitectureTest::outermost)
                .filter(it -> !it.equals(outermost))
                .collect(toCollection(HashSet::new));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
