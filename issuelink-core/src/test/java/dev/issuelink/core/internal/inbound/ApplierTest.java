package dev.issuelink.core.internal.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.testkit.MutableClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two sights of an issue differ, and their times do not say which is the later. */
class ApplierTest {
    private final MutableClock clock = MutableClock.create();
    private final AuditRecorder audit = new AuditRecorder(clock);
    private final Applier applier = new Applier(
            new StoreCodec(),
            new LinkDetector(() -> List.of(), new IdSource(new SplittableRandom(1)), audit, clock),
            audit,
            clock);
    private final InMemoryStores stores = InMemoryStores.create();

    private static Issue issue(String state, String updatedAt) {
        return Issue.builder(new IssueKey("t", "1"), "gitlab", "7", "a/b#1", URI.create("https://host/1"))
                .title("T")
                .status(IssueStatus.of(state, state.equals("closed") ? StatusCategory.DONE : StatusCategory.OPEN))
                .updatedAt(Instant.parse(updatedAt))
                .build();
    }

    private boolean isUnsure(Issue known, Issue told) {
        stores.inTransaction(transaction -> {
            applier.storeOwn(transaction, known);
            return known;
        });
        return stores.inTransaction(transaction -> applier.isUnsure(transaction, told));
    }

    /** GitLab answers with milliseconds and tells whole seconds in webhooks. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:00:00.100Z, 2026-01-05T09:00:00Z, true",
        "2026-01-05T09:00:00Z, 2026-01-05T09:00:00.900Z, true",
        "2026-01-05T09:00:00.100Z, 2026-01-05T09:00:00.100Z, true",
        "2026-01-05T09:00:00.100Z, 2026-01-05T09:00:00.200Z, false",
        "2026-01-05T09:00:00.200Z, 2026-01-05T09:00:00.100Z, false",
        "2026-01-05T09:00:00.999Z, 2026-01-05T09:00:01Z, false",
        "2026-01-05T09:00:01.001Z, 2026-01-05T09:00:00Z, false"
    })
    void isUnsureWithinASecondOfWhichOnlyTheWholeIsTold(String known, String told, boolean unsure) {
        assertThat(isUnsure(issue("opened", known), issue("closed", told))).isEqualTo(unsure);
    }

    @Test
    void isSureWhereNothingDiffers() {
        assertThat(isUnsure(issue("opened", "2026-01-05T09:00:00.100Z"), issue("opened", "2026-01-05T09:00:00Z")))
                .isFalse();
    }
}
