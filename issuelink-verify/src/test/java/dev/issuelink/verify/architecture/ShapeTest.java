package dev.issuelink.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.issuelink.verify.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How much is public, and how data is kept: budgets that may shrink, and grow only by a decision made here. */
class ShapeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // The api holds the model, the stores' and the adapters' contract at once, and the facts of every event that a
        // database tool tells of: over the 70 that were once hoped for.
        "api, 151",
        // The kernel is exported to our own providers only.
        "http, 12",
        "core, 5",
        "github, 1",
        "gitlab, 1",
        "jira, 1",
        "jdbc, 1",
        // A contract per operation, each of which an author may run alone.
        "testkit, 70"
    })
    void noMoreTypesArePublicThanDecided(String module, int budget) {
        var names = publicTypes(Code.published(), module);
        System.out.println("figure public_types_" + module + " " + names.size());
        assertThat(names)
                .as("public top-level types of %s; a new one must be needed by those who use the module", module)
                .hasSizeLessThanOrEqualTo(budget);
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#providers")
    void whatIsPublicIsCounted(String module) {
        var offence = Offence.compile(folder, "package dev.issuelink.%s; public class Another {}".formatted(module));
        assertThat(publicTypes(offence, module)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "github, dev.issuelink.github.GitHubTrackerProvider",
        "gitlab, dev.issuelink.gitlab.GitLabTrackerProvider",
        "jira, dev.issuelink.jira.JiraTrackerProvider",
        "jdbc, dev.issuelink.jdbc.JdbcStores"
    })
    void theOnlyPublicTypeOfAProviderOrAStoreIsTheWayIn(String module, String wayIn) {
        assertThat(publicTypes(Code.published(), module)).containsExactly(wayIn);
    }

    @Test
    void nothingHasSetters() {
        var rule = noMethods()
                .that()
                .areNotPrivate()
                .and(DescribedPredicate.<JavaMethod>describe(
                        "take one value",
                        method -> method.getRawParameterTypes().size() == 1))
                .should()
                .haveNameMatching("set[A-Z].*");
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.model; public class Offender { public void setTitle(String t) {} }");
    }

    @Test
    void fieldsAreFinal() {
        for (var module : Project.MODULES) {
            var share = finalShare(Code.published(), module);
            System.out.printf("figure final_fields_percent_%s %d%n", module, Math.round(share * 100));
            assertThat(share).as("final fields of %s", module).isGreaterThanOrEqualTo(0.9);
        }
        var offence = Offence.compile(
                folder, "package dev.issuelink.core; class Offender { int one; int two; final int three = 3; }");
        assertThat(finalShare(offence, "core")).isLessThan(0.5);
    }

    @Test
    void staticStateIsFinal() {
        var rule = ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(Code.ours("ours", type -> true))
                .should()
                .beFinal();
        Offence.refuses(rule, folder, "package dev.issuelink.core; class Offender { static int count; }");
    }

    @Test
    void noLibraryStandsInASignatureOfTheKernel() {
        Offence.refuses(
                signaturesWithout("http", "dev.failsafe", "tools.jackson", "com.fasterxml", "java.net.http"),
                folder,
                "package dev.issuelink.http; public class Offender { public java.net.http.HttpClient client()"
                        + " { return null; } }");
    }

    @Test
    void noLibraryStandsInASignatureOfTheCore() {
        Offence.refuses(
                signaturesWithout("core", "tools.jackson", "com.fasterxml", "org.slf4j"),
                folder,
                "package dev.issuelink.core; public class Offender { public void log(org.slf4j.Logger log) {} }");
    }

    @Test
    void noLibraryStandsInASignatureOfTheStoresOverJdbc() {
        Offence.refuses(
                signaturesWithout("jdbc", "org.jdbi", "org.flywaydb", "org.sqlite", "org.postgresql", "org.mariadb"),
                folder,
                "package dev.issuelink.jdbc; public class Offender { public org.jdbi.v3.core.Jdbi open()"
                        + " { return null; } }");
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#providers")
    void noLibraryStandsInASignatureOfAProvider(String provider) {
        Offence.refuses(
                signaturesWithout(provider, "dev.failsafe", "tools.jackson", "com.fasterxml", "org.commonmark"),
                folder,
                "package dev.issuelink.%s; public class Offender { public void show(org.commonmark.node.Node n) {} }"
                        .formatted(provider));
    }

    @Test
    void publicRecordsAreSmall() {
        var rule = ArchRuleDefinition.classes()
                .that(Code.ours("exported records", type -> type.isRecord() && Code.isExported(type)))
                .should(haveFewComponents());
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.model; public record Offender(int a, int b, int c, int d, int e, int f, int g) {}");
    }

    private static ArchCondition<JavaClass> haveFewComponents() {
        // They are made by us and only read by others, so that another component breaks nobody.
        var allowed = Map.of(
                "dev.issuelink.SyncReport", 6,
                "dev.issuelink.Decision", 6,
                "dev.issuelink.testkit.github.FakeIssue$Snapshot", 8);
        return new ArchCondition<>("have at most 5 components") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var components = type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .count();
                if (components > allowed.getOrDefault(type.getName(), 5)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + components));
                }
            }
        };
    }

    private static List<String> publicTypes(JavaClasses classes, String module) {
        return classes.stream()
                .filter(type -> Code.module(type.getPackageName()).equals(module))
                .filter(type -> type.isTopLevelClass() && Code.isExported(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static double finalShare(JavaClasses classes, String module) {
        var fields = classes.stream()
                .filter(type -> Code.module(type.getPackageName()).equals(module))
                // A builder collects: its fields are its purpose.
                .filter(type -> !type.getSimpleName().equals("Builder") && !type.isEnum())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
        return (double) fields.stream().filter(ShapeTest::isFinal).count() / fields.size();
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static ArchRule signaturesWithout(String module, String... libraries) {
        var exported = DescribedPredicate.<JavaMethod>describe(
                "exported methods",
                method -> Code.isOurs(method.getOwner())
                        && Code.module(method.getOwner().getPackageName()).equals(module)
                        && Code.isExported(method.getOwner())
                        && isVisible(method));
        return ArchRuleDefinition.methods()
                .that(exported)
                .should(new ArchCondition<JavaMethod>("name no library type") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var named = Stream.concat(
                                method.getAllInvolvedRawTypes().stream(),
                                method.getExceptionTypes().stream()
                                        .flatMap(type -> type.getAllInvolvedRawTypes().stream()));
                        named.filter(type -> Stream.of(libraries).anyMatch(type.getPackageName()::startsWith))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " names " + type.getName())));
                    }
                });
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
