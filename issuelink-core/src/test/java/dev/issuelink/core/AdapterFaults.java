package dev.issuelink.core;

import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.TrackerContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Adapters that throw what no adapter may throw, or answer what a test wants. */
final class AdapterFaults {
    private record Defect(Supplier<Throwable> failure, boolean afterwards, AtomicInteger left) {}

    private final Map<String, Defect> defects = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<Object>> answers = new ConcurrentHashMap<>();

    /** Throws before the next calls of an operation. */
    void before(String operation, int times, Supplier<Throwable> failure) {
        defects.put(operation, new Defect(failure, false, new AtomicInteger(times)));
    }

    /** Throws after the next calls of an operation were carried out. */
    void after(String operation, int times, Supplier<Throwable> failure) {
        defects.put(operation, new Defect(failure, true, new AtomicInteger(times)));
    }

    /** Changes the answers of an operation; called after it was carried out. */
    void answer(String operation, UnaryOperator<Object> change) {
        answers.put(operation, change);
    }

    IssueTrackerProvider around(IssueTrackerProvider provider) {
        return new IssueTrackerProvider() {
            @Override
            public String type() {
                return provider.type();
            }

            @Override
            public ProviderDescription describe() {
                return provider.describe();
            }

            @Override
            public IssueTrackerAdapter connect(TrackerContext context) {
                return around(provider.connect(context));
            }
        };
    }

    private IssueTrackerAdapter around(IssueTrackerAdapter adapter) {
        return (IssueTrackerAdapter) Proxy.newProxyInstance(
                IssueTrackerAdapter.class.getClassLoader(),
                new Class<?>[] {IssueTrackerAdapter.class},
                (proxy, method, arguments) -> {
                    var defect = defects.get(method.getName());
                    var strikes = defect != null && defect.left.getAndDecrement() > 0;
                    if (strikes && !defect.afterwards) {
                        throw defect.failure.get();
                    }
                    try {
                        var result = method.invoke(adapter, arguments);
                        if (strikes) {
                            throw defect.failure.get();
                        }
                        var change = answers.get(method.getName());
                        return change == null ? result : change.apply(result);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
