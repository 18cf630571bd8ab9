package dev.issuelink.core.internal.config;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** An object of the document of which the names of the members are known. */
final class Section {
    private final Place place;
    private final Map<String, Node> members;
    private final Faults faults;

    private Section(Node node, Faults faults) {
        this.place = node.place();
        this.members = node.members();
        this.faults = faults;
    }

    /** The node as a section; anything but an object is a fault. */
    static Optional<Section> of(Node node, Faults faults) {
        if (node.kind() != Node.Kind.OBJECT) {
            faults.add(node.place(), Values.expected("an object", node));
            return Optional.empty();
        }
        return Optional.of(new Section(node, faults));
    }

    Place place() {
        return place;
    }

    /** Reports all members that have other names. */
    Section only(Collection<String> known) {
        members.forEach((name, node) -> {
            if (!known.contains(name)) {
                faults.unknown(node.place(), "is not known here; known are " + Values.words(known) + ".", name, known);
            }
        });
        return this;
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** Like {@link #get}, and reports what is missing. */
    Optional<Node> need(String name, String meaning) {
        var node = get(name);
        if (node.isEmpty()) {
            faults.add(place, "needs \"" + name + "\": " + meaning);
        }
        return node;
    }
}
