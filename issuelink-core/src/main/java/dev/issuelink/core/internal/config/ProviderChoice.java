package dev.issuelink.core.internal.config;

import dev.issuelink.spi.ProviderDescription;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the provider of a tracker's type. */
final class ProviderChoice {
    /** The providers that IssueLink itself offers, each in a module of its own. */
    private static final List<String> OURS = List.of("github", "gitlab", "jira");

    private final ProviderCatalog catalog;
    private final Faults faults;

    ProviderChoice(ProviderCatalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
    }

    /** The description of a type. An unknown one is a fault, unless the tracker is only kept for later. */
    Optional<ProviderDescription> find(Node node, String type, boolean enabled) {
        var description = Optional.ofNullable(catalog.descriptions().get(type));
        if (description.isEmpty() && enabled) {
            report(node, type);
        }
        return description;
    }

    private void report(Node node, String type) {
        if (OURS.contains(type)) {
            faults.add(node.place(), problem(type, true));
        } else {
            var near = new TreeSet<>(catalog.descriptions().keySet());
            near.addAll(OURS);
            faults.unknown(node.place(), problem(type, false), type, near);
        }
    }

    private String problem(String type, boolean ours) {
        var text = new StringBuilder()
                .append(ours ? "no provider for \"" + type + "\"" : "no provider of this type")
                .append(" is on the class path; installed: ")
                .append(Values.words(new TreeSet<>(catalog.descriptions().keySet())));
        if (ours) {
            text.append("; add dev.issuelink:issuelink-").append(type);
        }
        if (!catalog.problems().isEmpty()) {
            text.append("; could not be loaded: ").append(String.join("; ", catalog.problems()));
        }
        return text.append('.').toString();
    }
}
