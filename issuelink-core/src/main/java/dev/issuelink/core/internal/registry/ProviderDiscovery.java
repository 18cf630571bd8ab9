package dev.issuelink.core.internal.registry;

import dev.issuelink.spi.IssueTrackerProvider;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Goes through the installed providers, past those that cannot be loaded. */
final class ProviderDiscovery {
    /** A class loader that fails on every look would keep us for ever. */
    private static final int MOST_FAILURES = 50;

    private final ServiceLoader<IssueTrackerProvider> services;
    private int failures;

    ProviderDiscovery(ServiceLoader<IssueTrackerProvider> services) {
        this.services = services;
    }

    void into(ProviderCollector collector) {
        var iterator = services.iterator();
        while (failures < MOST_FAILURES && !done(iterator, collector)) {
            next(iterator, collector).ifPresent(collector::found);
        }
    }

    private boolean done(Iterator<?> iterator, ProviderCollector collector) {
        while (failures < MOST_FAILURES) {
            try {
                return !iterator.hasNext();
            } catch (ServiceConfigurationError | LinkageError e) {
                failed(e, collector);
            }
        }
        return true;
    }

    private Optional<IssueTrackerProvider> next(Iterator<IssueTrackerProvider> iterator, ProviderCollector collector) {
        try {
            return Optional.of(iterator.next());
        } catch (ServiceConfigurationError | LinkageError e) {
            failed(e, collector);
            return Optional.empty();
        }
    }

    private void failed(Error e, ProviderCollector collector) {
        failures++;
        var cause = e.getCause() == null ? "" : " (" + e.getCause().getClass().getName() + ")";
        collector.problem(e.getMessage() + cause);
    }
}
