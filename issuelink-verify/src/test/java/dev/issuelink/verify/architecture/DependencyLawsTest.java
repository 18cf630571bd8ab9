package dev.issuelink.verify.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.issuelink.verify.architecture.Code.in;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN 9, law 1: who may know whom. */
class DependencyLawsTest {
    @TempDir
    Path folder;

    @Test
    void theApiDependsOnTheJdkAndJSpecifyOnly() {
        var rule = classes()
                .that(in("api"))
                .should()
                .onlyDependOnClassesThat(
                        in("api").or(resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations")));
        Offence.refuses(rule, folder, "package dev.issuelink.model; class Offender { org.slf4j.Logger log; }");
    }

    @Test
    void providersNeverSeeTheCore() {
        var rule = noClasses().that(in("github", "http")).should().dependOnClassesThat(in("core", "testkit"));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.github; class Offender { dev.issuelink.core.EngineOptions options; }");
    }

    @Test
    void theCoreNeverSeesHttpNorAProvider() {
        var http = resideInAnyPackage("java.net.http..", "com.sun.net.httpserver..", "dev.failsafe..");
        var rule = noClasses()
                .that(in("core"))
                .should()
                .dependOnClassesThat(in("http", "github", "testkit").or(http));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.core.internal; class Offender { java.net.http.HttpClient client; }");
        Offence.refuses(
                rule,
                folder.resolve("kernel"),
                "package dev.issuelink.core.internal; class Offender { dev.issuelink.http.TrackerHttp http; }");
    }

    @Test
    void theTestkitSeesOfOursTheApiOnly() {
        var rule = noClasses().that(in("testkit")).should().dependOnClassesThat(in("core", "http", "github"));
        Offence.refuses(
                rule,
                folder,
                "package dev.issuelink.testkit; class Offender { dev.issuelink.github.GitHubTrackerProvider p; }");
    }

    @Test
    void noPackageStandsInACycle() {
        Offence.refuses(cycleFree(JavaClass::getPackageName), folder, cycle("model", "store"));
    }

    @Test
    void noModuleStandsInACycle() {
        var rule = cycleFree(type -> Code.module(type.getPackageName()));
        Offence.refuses(rule, folder, cycle("github", "http"));
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
