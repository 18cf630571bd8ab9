package dev.issuelink.verify.architecture;

import static com.tngtech.archunit.core.domain.AccessTarget.Predicates.constructor;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.store.InboxEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DESIGN 9, law 4: a type is the proof that something was done. */
class ProofLawsTest {
    private static final String GUARD = "dev.issuelink.core.internal.guard";

    @TempDir
    Path folder;

    @Test
    void onlyTheGuardMakesASafeDraft() {
        var rule = noClasses().that().resideOutsideOfPackage(GUARD).should().accessTargetWhere(making(SafeDraft.class));
        rule.check(Code.published());
        // Outside of its package the compiler refuses already, so the rule is tried with the packages turned around.
        var turned = noClasses().that().resideInAPackage(GUARD).should().accessTargetWhere(making(SafeDraft.class));
        assertThat(turned.evaluate(Code.published()).hasViolation())
                .as("somebody does make one, and the rule sees it")
                .isTrue();
        assertThat(Code.published().get(SafeDraft.class).getConstructors())
                .noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Test
    void theOutboxIsFilledInOnePlaceFromSafeDraftsOnly() {
        var rule = noClasses()
                .that(Code.in("core"))
                .and()
                .doNotHaveFullyQualifiedName("dev.issuelink.core.internal.outbound.Outbox")
                .should()
                .callMethodWhere(
                        target(name("append")).and(targetOwner(equivalentTo(dev.issuelink.store.OutboxStore.class))));
        Offence.refuses(rule, folder, """
                package dev.issuelink.core.internal.link;
                class Offender {
                    void write(dev.issuelink.store.OutboxStore store, dev.issuelink.store.OutboxEntry entry) {
                        store.append(entry);
                    }
                }
                """);
    }

    @Test
    void onlyVerifyMakesAVerifiedDelivery() {
        var rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.issuelink.spi")
                .should()
                .accessTargetWhere(making(VerifiedDelivery.class));
        rule.check(Code.published());
        assertThat(Code.published().get(VerifiedDelivery.class).getConstructors())
                .noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "gitlab", "jira", "jdbc", "http"})
    void onlyTheInboxBringsStoredDeliveriesBack(String module) {
        var rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.issuelink.core.internal.inbound")
                .and(Code.in("core", "github", "gitlab", "jira", "jdbc", "http"))
                .should()
                .callMethod(VerifiedDelivery.class, "of", InboxEntry.class);
        Offence.refuses(rule, folder, """
                package dev.issuelink.%s;
                class Offender {
                    Object forge(dev.issuelink.store.InboxEntry entry) {
                        return dev.issuelink.spi.VerifiedDelivery.of(entry);
                    }
                }
                """.formatted(module));
    }

    @Test
    void writesToTrackersAreMadeByTheOutboxOnly() {
        DescribedPredicate<JavaAccess<?>> write = DescribedPredicate.describe("writing to a tracker", access -> {
            var owner = access.getTargetOwner();
            return (owner.isEquivalentTo(dev.issuelink.spi.IssueTrackerAdapter.class)
                            || owner.isEquivalentTo(dev.issuelink.spi.CommentOperations.class))
                    && access.getName().matches("(create|update|delete|transfer|attach|add)[A-Z].*");
        });
        var rule = noClasses()
                .that(Code.in("core"))
                .and()
                .resideOutsideOfPackage("dev.issuelink.core.internal.outbound")
                .should()
                .accessTargetWhere(write);
        Offence.refuses(rule, folder, """
                package dev.issuelink.core.internal.inbound;
                class Offender {
                    void write(dev.issuelink.spi.IssueTrackerAdapter adapter, dev.issuelink.model.IssueReference issue) {
                        adapter.deleteIssue(issue);
                    }
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "core", "github", "gitlab", "jira", "jdbc"})
    void secretsAndCredentialsHaveNoText(String module) {
        var rule = classes()
                .that(Code.ours(
                        "secrets and credentials",
                        type -> type.getSimpleName().endsWith("Secret")
                                || type.getSimpleName().endsWith("Credential")))
                .should()
                .notBeRecords();
        Offence.refuses(
                rule, folder, "package dev.issuelink.%s; record BadCredential(String token) {}".formatted(module));
        Offence.refuses(
                rule,
                folder.resolve("secret"),
                "package dev.issuelink.%s; record BadSecret(String text) {}".formatted(module));
    }

    private static DescribedPredicate<JavaAccess<?>> making(Class<?> type) {
        return target(constructor()).and(targetOwner(equivalentTo(type)));
    }
}
