package dev.issuelink.verify.planting;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a part of a contract and remembers how it went. For one run. */
final class ContractRun implements TestExecutionListener {
    /** Far more than any test of the contract takes; a test that has no end fails. */
    private static final String PATIENCE = "40 s";

    private final List<String> passed = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private Optional<TestPlan> plan = Optional.empty();

    /**
     * A failed test.
     *
     * @param test the name of its method
     * @param reason what it said
     */
    record Failure(String test, String reason) {}

    private ContractRun() {}

    /** Runs the nested class that a test class inherits or holds. */
    static ContractRun of(Class<?> test, String part) {
        var run = new ContractRun();
        LauncherFactory.create().execute(request(test, nested(test, part)), run);
        return run;
    }

    List<Failure> failures() {
        return failures;
    }

    List<String> passed() {
        return passed;
    }

    private static LauncherDiscoveryRequest request(Class<?> test, Class<?> part) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectNestedClass(List.of(test), part))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter("junit.jupiter.execution.timeout.testable.method.default", PATIENCE)
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .build();
    }

    private static Class<?> nested(Class<?> test, String part) {
        for (Class<?> at = test; at != null; at = at.getSuperclass()) {
            for (var nested : at.getDeclaredClasses()) {
                if (nested.getSimpleName().equals(part)) {
                    return nested;
                }
            }
        }
        throw new IllegalArgumentException(test.getSimpleName() + " has no part " + part);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            var reason = result.getThrowable().map(Throwable::toString).orElse("");
            failures.add(new Failure(method(test), reason));
        } else if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed.add(method(test));
        }
    }

    /** Tests that a method made bear its name. */
    private String method(TestIdentifier test) {
        for (var at = Optional.of(test); at.isPresent(); at = plan.orElseThrow().getParent(at.get())) {
            if (at.get().getSource().orElse(null) instanceof MethodSource source) {
                return source.getMethodName();
            }
        }
        return test.getDisplayName();
    }
}
