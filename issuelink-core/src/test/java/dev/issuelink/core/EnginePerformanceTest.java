package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.testkit.Samples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the caller's thread pays for a write; printed, not judged, since machines differ. */
class EnginePerformanceTest {
    private static final int MANY = 20_000;
    private static final int SAMPLE = 2_000;

    @Test
    void aFullOutboxDoesNotSlowTheCaller() {
        try (var fixture = new EngineFixture()) {
            fixture.tracker.faults().failAll(ErrorCode.UNAVAILABLE);
            var engine = fixture.start();
            var nanos = new long[MANY];
            for (var number = 0; number < MANY; number++) {
                var begun = System.nanoTime();
                engine.manager()
                        .createIssue(
                                EngineFixture.TRACKER,
                                IssueDraft.builder("Issue " + number)
                                        .body("The table `orders` grew by 12 %.\n".repeat(10))
                                        .build(),
                                List.of(Samples.table("t" + number)));
                nanos[number] = System.nanoTime() - begun;
            }

            var early = Arrays.stream(nanos, SAMPLE, 2 * SAMPLE).sorted().toArray();
            var late = Arrays.stream(nanos, MANY - SAMPLE, MANY).sorted().toArray();
            System.out.println("figure create_issue_p99_us " + late[SAMPLE * 99 / 100] / 1_000);
            System.out.println("figure create_issue_p50_us " + late[SAMPLE / 2] / 1_000);
            System.out.println("figure create_issue_slowdown_at_20000 "
                    + Math.round(100.0 * late[SAMPLE / 2] / early[SAMPLE / 2]) / 100.0);
            assertThat(engine.failedWrites(10)).isEmpty();
        }
    }
}
