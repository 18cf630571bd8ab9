package dev.issuelink.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DESIGN 9, law 5: clock, random and waiting are injected; and output goes to loggers. */
class SurroundingsLawsTest {
    /** Where the defaults are chosen that a host may replace: nobody else may ask the machine. */
    private static final Map<String, Set<String>> DEFAULTS = Map.of(
            "dev.issuelink.core.IssueLinkEngine$Builder", Set.of("Clock.systemUTC", "SecureRandom.<init>"),
            "dev.issuelink.store.InMemoryStores", Set.of("Clock.systemUTC"),
            // Nonces have to be unforeseeable, so they are nobody's to hand in.
            "dev.issuelink.host.AesGcmCipher", Set.of("SecureRandom.<init>"));

    private static final Set<String> MACHINE = Set.of(
            "System.currentTimeMillis",
            "System.nanoTime",
            "Thread.sleep",
            "TimeUnit.sleep",
            "Clock.systemUTC",
            "Clock.systemDefaultZone",
            "Clock.system",
            "UUID.randomUUID",
            "Math.random",
            "Random.<init>",
            "SecureRandom.<init>",
            "ThreadLocalRandom.current",
            "Date.<init>");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.time.Instant.now()",
                "java.time.LocalDate.now()",
                "System.currentTimeMillis()",
                "System.nanoTime()",
                "new java.util.Random()",
                "new java.security.SecureRandom()",
                "java.util.UUID.randomUUID()",
                "java.time.Clock.systemUTC()",
                "java.util.concurrent.ThreadLocalRandom.current()"
            })
    void nobodyAsksTheMachineForTimeOrChance(String expression) {
        Offence.refuses(
                machineIsAskedByDefaultsOnly(),
                folder,
                "package dev.issuelink.http; class Offender { Object x = " + expression + "; }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "jira", "jdbc"})
    void nobodySleeps(String module) {
        Offence.refuses(machineIsAskedByDefaultsOnly(), folder, """
                package dev.issuelink.%s;
                class Offender {
                    void nap() throws InterruptedException {
                        Thread.sleep(5);
                    }
                }
                """.formatted(module));
    }

    @Test
    void everyNamedExceptionIsStillNeeded() {
        DEFAULTS.forEach((type, calls) -> {
            var used = Code.published().get(type).getAccessesFromSelf().stream()
                    .map(SurroundingsLawsTest::call)
                    .toList();
            assertThat(used).as(type).containsAll(calls);
        });
    }

    @Test
    void nobodyWritesToStandardStreams() {
        Offence.refuses(
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                folder,
                "package dev.issuelink.core; class Offender { void x() { System.out.println(); } }");
    }

    @Test
    void nobodyUsesAnotherLoggerThanSlf4j() {
        Offence.refuses(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging", "org.apache.log4j..", "org.apache.commons.logging.."),
                folder,
                "package dev.issuelink.core; class Offender { java.util.logging.Logger log; }");
    }

    @Test
    void threadsAreMadeWhereTheyAreBounded() {
        DescribedPredicate<JavaAccess<?>> making = DescribedPredicate.describe(
                "making threads without a bound",
                access -> Set.of(
                                "Executors.newCachedThreadPool",
                                "Executors.newSingleThreadExecutor",
                                "Executors.newWorkStealingPool",
                                "Executors.newScheduledThreadPool",
                                "ForkJoinPool.commonPool")
                        .contains(call(access)));
        Offence.refuses(
                noClasses().should().accessTargetWhere(making),
                folder,
                "package dev.issuelink.core; class Offender { Object x ="
                        + " java.util.concurrent.Executors.newCachedThreadPool(); }");
    }

    private static ArchRule machineIsAskedByDefaultsOnly() {
        DescribedPredicate<JavaAccess<?>> asking = DescribedPredicate.describe(
                "asking the machine for time or chance",
                access -> isMachine(access)
                        && !DEFAULTS.getOrDefault(owner(access.getOriginOwner()), Set.of())
                                .contains(call(access)));
        return noClasses().should().accessTargetWhere(asking);
    }

    private static boolean isMachine(JavaAccess<?> access) {
        var reads = access.getTargetOwner().getPackageName().equals("java.time")
                && access.getName().equals("now")
                && !isGivenAClock(access);
        return reads || MACHINE.contains(call(access));
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(java.time.Clock.class));
    }

    private static String call(JavaAccess<?> access) {
        return access.getTargetOwner().getSimpleName() + "." + access.getName();
    }

    private static String owner(JavaClass type) {
        return type.getName();
    }
}
