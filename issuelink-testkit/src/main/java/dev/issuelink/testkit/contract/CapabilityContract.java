package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Capability;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is declared works; what is not declared says so. */
public abstract class CapabilityContract extends OperationContract {
    /** For authors of providers. */
    protected CapabilityContract() {}

    @TestFactory
    Stream<DynamicTest> doesWhatIsDeclared() {
        return declared()
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    var failure = catchThrowable(() -> operation.callOn(adapter(), arguments));
                    if (failure != null) {
                        assertThat(failure).isInstanceOf(TrackerException.class);
                        assertThat(((TrackerException) failure).code()).isEqualTo(ErrorCode.NOT_FOUND);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> saysThatItCannotDoWhatIsNotDeclared() {
        return Stream.of(Operation.values())
                .filter(operation -> !operation.declaredBy(adapter()))
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    var before = harness().requestCount();
                    assertFails(() -> operation.callOn(adapter(), arguments), ErrorCode.UNSUPPORTED);
                    assertThat(harness().requestCount()).isEqualTo(before);
                }));
    }

    @Test
    void declaresReadingIssues() {
        assertThat(adapter().capabilities()).contains(Capability.READ_ISSUES);
    }

    @Test
    void asksNobodyForItsCapabilities() {
        var before = harness().requestCount();
        assertThat(adapter().capabilities()).isEqualTo(adapter().capabilities());
        assertThat(harness().requestCount()).isEqualTo(before);
    }

    @Test
    void findsByMarkerWhateverItCanCreate() {
        if (adapter().capabilities().contains(Capability.CREATE_ISSUE)) {
            assertThat(adapter().capabilities()).contains(Capability.FIND_BY_MARKER);
        }
    }

    @Test
    void reportsAUsableConnection() {
        var report = adapter().testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.account()).isNotBlank();
        assertThat(report.missing()).isEmpty();
        assertThat(report.latency().isNegative()).isFalse();
    }

    @Test
    void hasANameThatItDoesNotChange() {
        assertThat(adapter().tracker()).isNotBlank().isEqualTo(adapter().tracker());
    }
}
