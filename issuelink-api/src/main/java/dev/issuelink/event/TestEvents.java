package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/** Makes events of tests and of how much of the code they cover. */
public final class TestEvents {
    private TestEvents() {}

    /**
     * A test failed.
     *
     * @param object the test, or what it tests
     * @param result how it ended
     * @param at when
     * @return a {@link EventType#TEST_FAILED}
     */
    public static DatabaseEvent failed(ObjectReference object, TestResult result, Instant at) {
        return new DatabaseEvent(EventType.TEST_FAILED, object, result.attributes(), at);
    }

    /**
     * A test fails now and then. If the result says how often, the event holds the share of runs that failed.
     *
     * @param object the test, or what it tests
     * @param result how it ended over several runs
     * @param at when it was noticed
     * @return a {@link EventType#TEST_FLAKY}
     */
    public static DatabaseEvent flaky(ObjectReference object, TestResult result, Instant at) {
        var tree = new Tree().all(result.attributes());
        var runs = number(result.attributes(), "test.runs");
        if (runs > 0) {
            tree.amount("test.failure_percentage", number(result.attributes(), "test.failures") / runs * 100);
        }
        return new DatabaseEvent(EventType.TEST_FLAKY, object, tree.build(), at);
    }

    /**
     * A test passes again.
     *
     * @param object the test, or what it tests
     * @param result how it ended
     * @param at when
     * @return a {@link EventType#TEST_RECOVERED}
     */
    public static DatabaseEvent recovered(ObjectReference object, TestResult result, Instant at) {
        return new DatabaseEvent(EventType.TEST_RECOVERED, object, result.attributes(), at);
    }

    /**
     * Less is covered than before. The event says by how many percentage points.
     *
     * @param object what was measured
     * @param before how much was covered
     * @param after how much is covered
     * @param at when
     * @return a {@link EventType#COVERAGE_DROPPED}
     * @throws IllegalArgumentException if they are not of the same scope
     */
    public static DatabaseEvent coverageDropped(
            ObjectReference object, CoverageReport before, CoverageReport after, Instant at) {
        var tree = coverage(before, after).amount("coverage.drop_points", percentage(before) - percentage(after));
        return new DatabaseEvent(EventType.COVERAGE_DROPPED, object, tree.build(), at);
    }

    /**
     * As much is covered as before the drop.
     *
     * @param object what was measured
     * @param before how much was covered while it was low
     * @param after how much is covered
     * @param at when
     * @return a {@link EventType#COVERAGE_RECOVERED}
     * @throws IllegalArgumentException if they are not of the same scope
     */
    public static DatabaseEvent coverageRecovered(
            ObjectReference object, CoverageReport before, CoverageReport after, Instant at) {
        var tree = coverage(before, after).amount("coverage.gain_points", percentage(after) - percentage(before));
        return new DatabaseEvent(EventType.COVERAGE_RECOVERED, object, tree.build(), at);
    }

    private static Tree coverage(CoverageReport before, CoverageReport after) {
        var one = before.attributes().find("coverage.scope");
        var other = after.attributes().find("coverage.scope");
        if (!one.equals(other)) {
            throw new IllegalArgumentException("The reports are not of one scope: " + one.orElseThrow() + " before and "
                    + other.orElseThrow() + " after");
        }
        return new Tree()
                .amount("coverage.previous_percentage", percentage(before))
                .all(after.attributes());
    }

    private static double percentage(CoverageReport report) {
        return number(report.attributes(), "coverage.percentage");
    }

    private static double number(EventAttributes attributes, String path) {
        return attributes
                .find(path)
                .map(value -> ((Number) value).doubleValue())
                .orElse(0d);
    }
}
