package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.TrackerException;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSecrecyTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token-of-the-test",
                "hook-secret-of-the-test",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "glpat-abcdefghijklmnopqrst",
                "AKIAABCDEFGHIJKLMNOP",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlMTIz"
            })
    void aSecretLeavesInNoPartOfAnIssue(String secret) {
        var engine = fixture.start();
        var draft = IssueDraft.builder("Login fails with " + secret)
                .body("curl -H 'X: " + secret + "'")
                .field("note", secret)
                .build();
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, draft, List.of())
                .await(EngineFixture.SOON);
        engine.manager()
                .updateIssue(
                        issue,
                        IssueChanges.builder().body(Change.set("now " + secret)).build())
                .await(EngineFixture.SOON);
        engine.manager().addComment(issue, "and " + secret).await(EngineFixture.SOON);

        var written = fixture.tracker.issues().get(0);
        assertThat(written.title() + written.body() + written.attributes()).doesNotContain(secret);
        assertThat(written.title()).contains("[redacted]");
        assertThat(engine.audit().entries(0, 100).toString()).doesNotContain(secret);
        var outbox = fixture.stores.inTransaction(
                transaction -> transaction.outbox().findByState(dev.issuelink.store.OutboxEntry.State.DONE, 10));
        assertThat(outbox)
                .hasSize(3)
                .allSatisfy(
                        entry -> assertThat(entry.payload() + entry.outcome()).doesNotContain(secret));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://app:Tr0ub4dor@db/orders",
                "CREATE USER app IDENTIFIED BY 'Tr0ub4dor'",
                "password=Tr0ub4dor&user=app",
                "Authorization: Bearer Tr0ub4dorTr0ub4dor"
            })
    void aPasswordIsRedactedWhereItStands(String text) {
        var engine = fixture.start();
        var draft = IssueDraft.builder("Backup failed").body(text).build();

        engine.manager().createIssue(EngineFixture.TRACKER, draft, List.of()).await(EngineFixture.SOON);

        assertThat(fixture.tracker.issues().get(0).body())
                .doesNotContain("Tr0ub4dor")
                .contains("[redacted]");
    }

    @Test
    void theHostsOwnRedactorIsAskedAndItsFailureStopsTheWrite() {
        var engine = fixture.start(fixture.builder().redactor(text -> {
            if (text.contains("explode")) {
                throw new IllegalStateException("secret inside: hunter2");
            }
            return text.replace("Project Falcon", "[project]");
        }));

        engine.manager()
                .createIssue(
                        EngineFixture.TRACKER,
                        IssueDraft.builder("About Project Falcon").build(),
                        List.of())
                .await(EngineFixture.SOON);
        assertThat(fixture.tracker.issues().get(0).title()).isEqualTo("About [project]");

        assertThatThrownBy(() -> engine.manager()
                        .createIssue(
                                EngineFixture.TRACKER,
                                IssueDraft.builder("explode").build(),
                                List.of()))
                .isInstanceOf(TrackerException.class)
                .hasMessageNotContaining("hunter2");
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void thePolicyOfTheHostHoldsForWhatIsWritten() {
        var engine = fixture.start(fixture.builder()
                .redaction(RedactionPolicy.builder()
                        .keepEmailAddresses()
                        .pattern(Pattern.compile("CUST-[0-9]+"))
                        .build()));
        var draft = IssueDraft.builder("Import failed")
                .body("CUST-4711 (bob@acme.io): `SELECT 1 FROM u WHERE phone = '555-0100'`")
                .build();

        engine.manager().createIssue(EngineFixture.TRACKER, draft, List.of()).await(EngineFixture.SOON);

        assertThat(fixture.tracker.issues().get(0).body())
                .isEqualTo("[redacted] (bob@acme.io): `SELECT 1 FROM u WHERE phone = '[redacted]'`\n\n"
                        + "_2 values were redacted._");
    }

    @Test
    void addressesOfEmailLeaveOnlyIfTheHostSaysSo() {
        var engine = fixture.start();
        var draft = IssueDraft.builder("From bob@acme.io").build();

        engine.manager().createIssue(EngineFixture.TRACKER, draft, List.of()).await(EngineFixture.SOON);

        assertThat(fixture.tracker.issues().get(0).title()).isEqualTo("From [redacted]");
    }
}
