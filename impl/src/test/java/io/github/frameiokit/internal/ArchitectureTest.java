package io.github.frameiokit.internal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Named;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The walls between the kit's packages; each {@code package-info} says what its package is. That the API doesn't know
 * the kit needs no test: its module is built first.
 */
class ArchitectureTest {

    private static final String INTERNAL = "io.github.frameiokit.internal";
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.frameiokit")
            .that(not(resideInAPackage("..testkit..")));

    /** A package, and the packages of the kit that it may know besides the API and the ground floor. */
    @ParameterizedTest
    @CsvSource({
        "json, ''",
        "http, ''",
        "transfer, http",
        "ims, http",
        "client, json http transfer ims",
        "events, ''",
        "store, ''",
        "oauth, events client ims store",
        "discovery, events oauth store client"
    })
    void aRoomKnowsOnlyTheRoomsBelowIt(String room, String below) {
        String[] known = Stream.concat(
                        Stream.of(INTERNAL, INTERNAL + "." + room),
                        Arrays.stream(below.split(" "))
                                .filter(it -> !it.isEmpty())
                                .map(it -> INTERNAL + "." + it))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(INTERNAL + "." + room)
                .should()
                .dependOnClassesThat(resideInAPackage(INTERNAL + "..").and(not(resideInAnyPackage(known))))
                .because("each package can then be read and tested without those above it")
                .check(KIT);
    }

    @Test
    void theGroundFloorKnowsNoRoom() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(INTERNAL + ".(*)..")
                .because("every other package stands on it")
                .check(KIT);
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().matching(INTERNAL + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("data flows one way")
                .check(KIT);
    }

    @Test
    void onlyDiscoveryUsesTheExtensionsOfCdi() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".discovery")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.enterprise.inject.spi..", "jakarta.enterprise.inject.build..")
                .because("all other code must work alike on CDI Full and CDI Lite")
                .check(KIT);
    }

    @Test
    void oneClassKnowsTheAwsSdk() {
        noClasses()
                .that()
                .doNotHaveSimpleName("DynamoTokenStore")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .because("an app without DynamoDB doesn't have the SDK")
                .check(KIT.that(not(dynamoTokenStoresOwn())));
    }

    private static DescribedPredicate<JavaClass> dynamoTokenStoresOwn() {
        return DescribedPredicate.describe(
                "classes inside DynamoTokenStore", it -> it.getName().contains("DynamoTokenStore$"));
    }

    @Test
    void noStaticFieldCanChange() {
        noFields()
                .that()
                .areStatic()
                .should(beMutable())
                .because("apps of one server may share the kit's classes")
                .check(KIT);
    }

    private static ArchCondition<JavaField> beMutable() {
        return new ArchCondition<>("be mutable") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean mutable = !field.getModifiers().contains(JavaModifier.FINAL)
                        || field.getRawType().getName().startsWith("java.util.concurrent.")
                        || field.getRawType().isAssignableTo(Collection.class) && !isUnmodifiable(field)
                        || field.getRawType().isAssignableTo(Map.class) && !isUnmodifiable(field);
                events.add(new SimpleConditionEvent(field, mutable, field.getFullName()));
            }
        };
    }

    /** Asks the value itself, since its declared type doesn't say it. */
    private static boolean isUnmodifiable(JavaField field) {
        try {
            Field reflected = field.reflect();
            reflected.setAccessible(true);
            String type = reflected.get(null).getClass().getName();
            return type.startsWith("java.util.ImmutableCollections") || type.contains("Unmodifiable");
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void beansAreInjectedAndNotLookedUp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CDI.class)
                .because("CDI.current() depends on the thread's context")
                .check(KIT);
    }

    @Test
    void noBeanHasAName() {
        noClasses()
                .should()
                .beAnnotatedWith(Named.class)
                .because("a name of the kit's could be one of the app's")
                .check(KIT);
        noFields().should().beAnnotatedWith(Named.class).check(KIT);
    }

    @Test
    void onlyDiscoveryKnowsServlets() {
        noClasses()
                .that()
                .resideOutsideOfPackage(INTERNAL + ".discovery")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.servlet..")
                .because("Quarkus and Helidon have no servlets")
                .check(KIT);
    }

    @Test
    void logsGoThroughTheSystemsLogger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .because("the server chooses how it logs")
                .check(KIT);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(KIT);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        classes()
                .that()
                .resideInAPackage("io.github.frameiokit..")
                .should(new ArchCondition<>("be in a package with a package-info") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        Path source =
                                Path.of("src/main/java", item.getPackageName().replace('.', '/'), "package-info.java");
                        boolean described = java.nio.file.Files.exists(
                                        java.nio.file.Path.of("..", "impl").resolve(source))
                                || java.nio.file.Files.exists(
                                        java.nio.file.Path.of("..", "api").resolve(source));
                        events.add(new SimpleConditionEvent(item, described, item.getPackageName()));
                    }
                })
                .check(KIT);
    }
}
