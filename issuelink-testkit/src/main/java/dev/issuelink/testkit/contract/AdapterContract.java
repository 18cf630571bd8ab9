package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.testkit.TrackerPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * What the contracts of adapters share. Each test gets a harness of its own with an empty tracker. A test whose
 * capability is not declared is reported as skipped, and {@link CapabilityContract} tests that the adapter refuses. Where
 * the harness names a trait as lacking, another test takes the place: of what holds without it.
 */
public abstract class AdapterContract {
    private final AtomicInteger markers = new AtomicInteger();
    private @Nullable TrackerHarness started;

    /** For the contracts of this package. */
    protected AdapterContract() {}

    /**
     * Makes the adapter under test and its tracker.
     *
     * @return a new harness with an empty tracker
     */
    protected abstract TrackerHarness createHarness();

    @BeforeEach
    final void startHarness() {
        started = createHarness();
    }

    @AfterEach
    final void closeHarness() {
        harness().close();
    }

    final TrackerHarness harness() {
        return Objects.requireNonNull(started, "The harness is made before each test");
    }

    final IssueTrackerAdapter adapter() {
        return harness().adapter();
    }

    final TrackerPeople people() {
        return harness().people();
    }

    final Instant now() {
        return harness().clock().instant();
    }

    final void letPass(Duration duration) {
        harness().clock().advance(duration);
    }

    final void needs(Capability... capabilities) {
        for (var capability : capabilities) {
            assumeTrue(
                    adapter().capabilities().contains(capability), () -> "The adapter does not declare " + capability);
        }
    }

    final boolean has(TrackerTrait trait) {
        return !harness().lacks().contains(trait);
    }

    /** What is promised of a tracker: a sentence, and a test of it. */
    record Promise(String name, Executable test) {}

    /** The one test of two that speaks of this tracker. */
    final DynamicTest either(TrackerTrait trait, Promise with, Promise without) {
        var promise = has(trait) ? with : without;
        return DynamicTest.dynamicTest(promise.name, promise.test);
    }

    final Marker newMarker() {
        return new Marker("contract-%08d".formatted(markers.incrementAndGet()));
    }

    final Issue create(String title) {
        return create(IssueDraft.builder(title).body("About " + title).build());
    }

    final Issue create(IssueDraft draft) {
        needs(Capability.CREATE_ISSUE);
        return adapter().createIssue(draft, newMarker()).stored();
    }

    final Issue read(IssueReference issue) {
        return adapter().getIssue(issue).orElseThrow(() -> new AssertionError("The adapter does not see " + issue));
    }

    final Issue read(String displayKey) {
        return adapter()
                .findIssue(null, displayKey)
                .orElseThrow(() -> new AssertionError("The adapter does not find " + displayKey));
    }

    /** A reference to an issue that is not there, in the form of one that is. */
    final IssueReference missing() {
        var like = read(people().openIssue("A pattern", "")).reference();
        var key = like.displayKey().replaceAll("\\d+$", "987654");
        return IssueReference.builder(
                        new IssueKey(like.tracker(), like.key().id() + "987654"),
                        like.provider(),
                        like.project(),
                        key,
                        like.url())
                .build();
    }

    static List<String> labelNames(Issue issue) {
        return issue.labels().stream().map(Label::name).toList();
    }

    static TrackerException failureOf(ThrowingCallable call) {
        var failure = catchThrowable(call);
        assertThat(failure).as("failure of the call").isInstanceOf(TrackerException.class);
        return (TrackerException) failure;
    }

    static void assertFails(ThrowingCallable call, ErrorCode... codes) {
        assertThat(failureOf(call).code()).isIn((Object[]) codes);
    }
}
