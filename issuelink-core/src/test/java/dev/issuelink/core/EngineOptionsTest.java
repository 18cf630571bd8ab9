package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {
    @Test
    void keepsWhatIsFinishedForThirtyDaysAndTheAuditTrailForEver() {
        var retention = EngineOptions.defaults().retention();
        assertThat(retention.finished()).isEqualTo(Duration.ofDays(30));
        assertThat(retention.audit()).isEmpty();
    }

    @Test
    void takesOtherTimesAndLeavesTheRestAsItWas() {
        var options = EngineOptions.defaults()
                .withFinishedKept(Duration.ofDays(10))
                .withAuditKept(Duration.ofDays(400))
                .withWorkers(2)
                .withLease(Duration.ofMinutes(1))
                .withIdlePause(Duration.ofSeconds(2))
                .withRetries(Duration.ofSeconds(3), Duration.ofSeconds(4))
                .withGiveUpAfter(Duration.ofDays(5));
        assertThat(options.retention().finished()).isEqualTo(Duration.ofDays(10));
        assertThat(options.retention().audit()).contains(Duration.ofDays(400));
        assertThat(options.timing().workers()).isEqualTo(2);
        assertThat(options.withAuditKept(Duration.ofDays(1))
                        .withFinishedKept(Duration.ofDays(11))
                        .timing())
                .isEqualTo(options.timing());
    }

    @Test
    void refusesToForgetWhatTrackersMayDeliverAgain() {
        var options = EngineOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withFinishedKept(Duration.ofDays(10).minusNanos(1)))
                .withMessageContaining("at least 10 days")
                .withMessageContaining("PT239H59M");
        assertThatIllegalArgumentException().isThrownBy(() -> options.withAuditKept(Duration.ZERO));
    }
}
