package dev.issuelink.core.internal.config;

import dev.issuelink.core.internal.NearestName;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects what is wrong with one document. No problem repeats a value of the document, since any value may be a secret
 * that was put in the wrong place; names that were found good may be repeated. Not for several threads.
 */
final class Faults {
    /** So many are enough to work on, and keep a hostile document from making a huge message. */
    static final int MOST = 200;

    private record Found(int order, ConfigurationFault fault) {}

    private final List<Found> found = new ArrayList<>();
    private int further;

    void add(Place place, String problem) {
        if (room()) {
            keep(place, problem, Optional.empty());
        }
    }

    /** Adds a name that is not known, and looks for the one that was meant. */
    void unknown(Place place, String problem, String name, Collection<String> known) {
        if (room()) {
            keep(place, problem, NearestName.of(name, known));
        }
    }

    /** Adds a fault of which the name that was meant is found already. */
    void add(Place place, String problem, Optional<String> nearest) {
        if (room()) {
            keep(place, problem, nearest);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All faults in document order. */
    ConfigurationException exception() {
        var faults = new ArrayList<>(found.stream()
                .sorted(Comparator.comparingInt(Found::order))
                .map(Found::fault)
                .toList());
        if (further > 0) {
            faults.add(ConfigurationFault.of("", "has " + further + " further faults; mend these first."));
        }
        return new ConfigurationException(faults);
    }

    private boolean room() {
        if (found.size() < MOST) {
            return true;
        }
        further++;
        return false;
    }

    private void keep(Place place, String problem, Optional<String> nearest) {
        found.add(new Found(place.order(), new ConfigurationFault(place.pointer(), problem, nearest)));
    }
}
