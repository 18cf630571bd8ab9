package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Failures of the tracker and of credentials, interruption, several threads, and the end. */
public abstract class FailureContract extends OperationContract {
    private static final int THREADS = 8;

    /** For authors of providers. */
    protected FailureContract() {}

    @AfterEach
    @SuppressWarnings("ResultOfMethodCallIgnored")
    final void clearInterruption() {
        Thread.interrupted();
    }

    @TestFactory
    Stream<DynamicContainer> saysWhyAnOperationFailed() {
        return harness().possibleFaults().stream()
                .sorted()
                .map(code -> DynamicContainer.dynamicContainer(
                        code.name(), declared().map(operation -> test(operation, () -> fails(operation, code)))));
    }

    // Whether a write that was answered with a failure of the tracker itself was carried out is not known to all.
    private void fails(Operation operation, ErrorCode code) {
        var arguments = arguments();
        harness().fail(code);
        try {
            var failure = failureOf(() -> operation.callOn(adapter(), arguments));
            assertThat(failure.code())
                    .isIn(operation.write() ? List.of(code, ErrorCode.OUTCOME_UNKNOWN) : List.of(code));
            assertDescribes(failure);
        } finally {
            harness().healFaults();
        }
    }

    private void assertDescribes(TrackerException failure) {
        assertThat(failure.tracker()).isEqualTo(adapter().tracker());
        assertThat(failure.operation()).isNotBlank();
        assertThat(failure).hasMessageContaining(adapter().tracker());
        if (failure.code() == ErrorCode.RATE_LIMITED || failure.code() == ErrorCode.UNAVAILABLE) {
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void namesTheTimeToComeBack() {
        var arguments = arguments();
        harness().fail(ErrorCode.RATE_LIMITED);
        var free = now().plus(harness().limit());
        var failure = failureOf(() -> adapter().getIssue(arguments.issue()));
        assertThat(failure.retryAt())
                .as("the time that the tracker told")
                .hasValueSatisfying(at -> assertThat(at).isBetween(free.minusSeconds(1), free.plusSeconds(60)));
    }

    /** Neither a credential nor anything else that others have not. */
    @TestFactory
    Stream<DynamicTest> sendsNoCredentialToAnotherHost() {
        return declared()
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    try (var stranger = new Stranger()) {
                        harness().leadTo(stranger.address());
                        var failure = catchThrowable(() -> operation.callOn(adapter(), arguments));
                        if (failure != null) {
                            assertThat(failure).isInstanceOf(TrackerException.class);
                        }
                        assertThat(stranger.toldBy())
                                .as("headers that another host got")
                                .isEmpty();
                    } finally {
                        harness().healFaults();
                    }
                }));
    }

    @Test
    void worksAgainWhenTheTrackerDoes() {
        var arguments = arguments();
        harness().fail(ErrorCode.UNAVAILABLE);
        assertFails(() -> adapter().getIssue(arguments.issue()), ErrorCode.UNAVAILABLE);
        harness().healFaults();
        assertThat(adapter().getIssue(arguments.issue())).isPresent();
    }

    @Test
    void writesNothingThatItSaysFailed() {
        needs(Capability.CREATE_ISSUE);
        harness().fail(ErrorCode.UNAVAILABLE);
        assertFails(() -> create("Never written"), ErrorCode.UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN);
        harness().healFaults();
        assertThat(people().countIssues("Never written")).isZero();
    }

    @TestFactory
    Stream<DynamicTest> saysThatACredentialIsNotAcceptedAndDoesNotTryAgain() {
        var refused = harness().adapterWithWrongCredential();
        return Stream.of(Operation.values())
                .filter(operation -> operation.declaredBy(refused))
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    var before = harness().requestCount();
                    assertFails(() -> operation.callOn(refused, arguments), ErrorCode.AUTHENTICATION);
                    assertThat(harness().requestCount() - before).isLessThanOrEqualTo(1);
                }));
    }

    @Test
    void reportsACredentialThatIsNotAccepted() {
        var report = harness().adapterWithWrongCredential().testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).isNotBlank();
    }

    /** None where the tracker knows no such credentials. */
    @TestFactory
    Stream<DynamicTest> readsWithACredentialThatMayOnlyRead() {
        return harness().adapterWithReadOnlyCredential().stream()
                .map(adapter -> test(
                        Operation.GET_ISSUE,
                        () -> assertThat(adapter.getIssue(arguments().issue())).isPresent()));
    }

    /** None where the tracker knows no such credentials. */
    @TestFactory
    Stream<DynamicTest> writesNothingWithACredentialThatMayOnlyRead() {
        return harness().adapterWithReadOnlyCredential().stream().flatMap(this::writingNothing);
    }

    private Stream<DynamicTest> writingNothing(IssueTrackerAdapter adapter) {
        return Stream.of(Operation.CREATE_ISSUE, Operation.UPDATE_ISSUE, Operation.ADD_COMMENT)
                .filter(operation -> operation.declaredBy(adapter))
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    assertFails(() -> operation.callOn(adapter, arguments), ErrorCode.PERMISSION, ErrorCode.NOT_FOUND);
                    assertThat(people().countIssues("Created") + people().countIssues("Changed"))
                            .isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> endsSoonWhenInterruptedAndStaysInterrupted() {
        return declared()
                .map(operation -> test(operation, () -> {
                    var arguments = arguments();
                    Thread.currentThread().interrupt();
                    try {
                        assertFails(
                                () -> operation.callOn(adapter(), arguments),
                                ErrorCode.CANCELLED,
                                ErrorCode.OUTCOME_UNKNOWN);
                        assertThat(Thread.currentThread().isInterrupted()).isTrue();
                    } finally {
                        clearInterruption();
                    }
                }));
    }

    @Test
    void sendsNothingForAThreadThatWasInterruptedBefore() {
        needs(Capability.CREATE_ISSUE);
        Thread.currentThread().interrupt();
        assertFails(() -> create("Never written"), ErrorCode.CANCELLED, ErrorCode.OUTCOME_UNKNOWN);
        clearInterruption();
        assertThat(people().countIssues("Never written")).isZero();
    }

    @Test
    void servesManyThreads() throws Exception {
        needs(Capability.CREATE_ISSUE, Capability.READ_ISSUES);
        var keys = inThreads(number -> adapter()
                .createIssue(IssueDraft.builder("By thread " + number).build(), newMarker())
                .stored()
                .key());
        assertThat(keys).hasSize(THREADS).doesNotHaveDuplicates();
        IntStream.range(0, THREADS)
                .forEach(number ->
                        assertThat(people().countIssues("By thread " + number)).isEqualTo(1));
    }

    @Test
    void readsInManyThreads() throws Exception {
        var issue = arguments().issue();
        assertThat(inThreads(number -> read(issue).key())).containsOnly(issue.key());
    }

    private interface Work {
        IssueKey inThread(int number);
    }

    private static List<IssueKey> inThreads(Work work) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var calls = IntStream.range(0, THREADS)
                    .<Callable<IssueKey>>mapToObj(number -> () -> work.inThread(number))
                    .toList();
            var keys = new ArrayList<IssueKey>();
            for (Future<IssueKey> answer : pool.invokeAll(calls)) {
                keys.add(answer.get());
            }
            return keys;
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void closesTwice() {
        adapter().close();
        assertThatCode(() -> adapter().close()).doesNotThrowAnyException();
    }
}
