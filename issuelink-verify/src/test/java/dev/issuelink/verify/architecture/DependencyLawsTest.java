package dev.issuelink.verify.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.issuelink.verify.architecture.Code.in;
import static dev.issuelink.verify.architecture.Code.ours;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** DESIGN 9, law 1: who may know whom. */
class DependencyLawsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#modules")
    void theLawsLookAtEveryModule(String module) {
        assertThat(Code.published())
                .anyMatch(type -> Code.module(type.getPackageName()).equals(module));
    }

    @Test
    void theApiDependsOnTheJdkAndJSpecifyOnly() {
        var rule = classes()
                .that(in("api"))
                .should()
                .onlyDependOnClassesThat(
                        in("api").or(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations")));
        Offence.refuses(rule, folder, "package dev.issuelink.model; class Offender { org.slf4j.Logger log; }");
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#providers")
    void providersSeeOfOursTheApiAndTheKernelOnly(String provider) {
        var rule = noClasses().that(in(provider)).should().dependOnClassesThat(otherThan(provider, "api", "http"));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.%s; class Offender { dev.issuelink.core.EngineOptions options; }"
                        .formatted(provider));
        var another = provider.equals("github") ? "jira.Jira" : "github.GitHub";
        Offence.refuses(
                rule,
                folder.resolve("another"),
                "package dev.issuelink.%s; class Offender { dev.issuelink.%sTrackerProvider other; }"
                        .formatted(provider, another));
    }

    @Test
    void theKernelSeesOfOursTheApiOnly() {
        var rule = noClasses().that(in("http")).should().dependOnClassesThat(otherThan("api", "http"));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.http; class Offender { dev.issuelink.gitlab.GitLabTrackerProvider p; }");
    }

    @Test
    void storesOverJdbcSeeOfOursTheApiOnlyAndNoHttp() {
        var http = resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "dev.failsafe..");
        var rule = noClasses()
                .that(in("jdbc"))
                .should()
                .dependOnClassesThat(otherThan("api", "jdbc").or(http));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.jdbc; class Offender { dev.issuelink.core.EngineOptions options; }");
        Offence.refuses(
                rule,
                folder.resolve("http"),
                "package dev.issuelink.jdbc; class Offender { java.net.http.HttpClient client; }");
    }

    @Test
    void theCoreNeverSeesHttpNorAProviderNorADatabase() {
        var http = resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "dev.failsafe..");
        var rule = noClasses()
                .that(in("core"))
                .should()
                .dependOnClassesThat(otherThan("api", "core").or(http));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.core.internal; class Offender { java.net.http.HttpClient client; }");
        Offence.refuses(
                rule,
                folder.resolve("store"),
                "package dev.issuelink.core.internal; class Offender { dev.issuelink.jdbc.JdbcStores stores; }");
        Offence.refuses(
                rule,
                folder.resolve("kernel"),
                "package dev.issuelink.core.internal; class Offender { dev.issuelink.http.TrackerHttp http; }");
    }

    @Test
    void theTestkitSeesOfOursTheApiOnly() {
        var rule = noClasses().that(in("testkit")).should().dependOnClassesThat(otherThan("api", "testkit"));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.testkit; class Offender { dev.issuelink.github.GitHubTrackerProvider p; }");
    }

    @Test
    void noPackageStandsInACycle() {
        Offence.refuses(cycleFree(JavaClass::getPackageName), folder, cycle("model", "store"));
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#providers")
    void noModuleStandsInACycle(String provider) {
        var rule = cycleFree(type -> Code.module(type.getPackageName()));
        Offence.refuses(rule, folder, cycle(provider, "http"));
    }

    @Test
    void insideTheApiEachPackageSeesOnlyEarlierOnes() {
        var order = java.util.List.of("error", "model", "event", "config", "host", "store", "spi");
        for (var at = 0; at < order.size(); at++) {
            var later = order.subList(at + 1, order.size()).stream()
                    .map(name -> Code.ROOT + "." + name)
                    .toList();
            var rule = noClasses()
                    .that()
                    .resideInAPackage(Code.ROOT + "." + order.get(at))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            java.util.stream.Stream.concat(later.stream(), java.util.stream.Stream.of(Code.ROOT))
                                    .toArray(String[]::new));
            rule.check(Code.published());
        }
    }

    /** All modules but these. */
    private static DescribedPredicate<JavaClass> otherThan(String... modules) {
        return ours(
                "code of ours outside of " + String.join(", ", modules),
                type -> !List.of(modules).contains(Code.module(type.getPackageName())));
    }

    private static String[] cycle(String one, String other) {
        var form = "package dev.issuelink.%s; public class %s { public dev.issuelink.%s.%s other; }";
        return new String[] {
            form.formatted(one, "OffenderA", other, "OffenderB"), form.formatted(other, "OffenderB", one, "OffenderA")
        };
    }

    private static ArchRule cycleFree(Function<JavaClass, String> slice) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return Code.isOurs(type) ? SliceIdentifier.of(slice.apply(type)) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "parts of the project";
                    }
                })
                .should()
                .beFreeOfCycles();
    }
}
