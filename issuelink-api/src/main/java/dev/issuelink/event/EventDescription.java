package dev.issuelink.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a type of event: what it means, what it carries, and what follows from it. */
public final class EventDescription {
    private record State(
            EventType type,
            String meaning,
            List<AttributeDescription> attributes,
            List<String> discriminator,
            List<EventType> resolves,
            List<EventType> relatesTo,
            boolean awaitsDecision,
            String template,
            Optional<String> rule) {}

    private final State state;

    private EventDescription(State state) {
        this.state = state;
    }

    static Builder builder(EventType type, String template, String meaning) {
        return new Builder(type, template, meaning);
    }

    /**
     * Which type.
     *
     * @return the type
     */
    public EventType type() {
        return state.type;
    }

    /**
     * What an event of this type means.
     *
     * @return one sentence
     */
    public String meaning() {
        return state.meaning;
    }

    /**
     * What an event of this type carries besides the attributes that all events have.
     *
     * @return the attributes; a list is followed by what its items are made of
     */
    public List<AttributeDescription> attributes() {
        return state.attributes;
    }

    /**
     * What tells two problems of one object apart. Two events of this type are of the same problem if they have the same
     * object, and the same values, or none, at these paths. An event that ends the problem has them as well.
     *
     * @return paths of attributes; empty if an object has only one such problem
     */
    public List<String> discriminator() {
        return state.discriminator;
    }

    /**
     * Which events it brings to an end: the same object is well again, or what was asked for is decided.
     *
     * @return their types; empty if it ends nothing
     */
    public List<EventType> resolves() {
        return state.resolves;
    }

    /**
     * Which events tell of the same thing, so that whoever reads of this one wants to see the issues of those as well.
     *
     * @return their types
     */
    public List<EventType> relatesTo() {
        return state.relatesTo;
    }

    /**
     * Whether somebody in the tracker is to say yes or no.
     *
     * @return whether
     */
    public boolean awaitsDecision() {
        return state.awaitsDecision;
    }

    /**
     * The standard template: of the issue, or of the comment with which an issue is ended.
     *
     * @return its name
     */
    public String template() {
        return state.template;
    }

    /**
     * The standard rule that opens an issue.
     *
     * @return its name, or empty if an event of this type opens none
     */
    public Optional<String> rule() {
        return state.rule;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventDescription that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "EventDescription[" + state.type + "]";
    }

    /** Collects what is known of a type. */
    static final class Builder {
        private final EventType type;
        private final String template;
        private final String meaning;
        private final List<AttributeDescription> attributes = new ArrayList<>();
        private List<String> discriminator = List.of();
        private List<EventType> resolves = List.of();
        private List<EventType> relatesTo = List.of();
        private boolean awaitsDecision;
        private @Nullable String rule;

        private Builder(EventType type, String template, String meaning) {
            this.type = type;
            this.template = template;
            this.meaning = meaning;
        }

        Builder has(List<AttributeDescription> several) {
            attributes.addAll(several);
            return this;
        }

        Builder has(AttributeDescription one) {
            attributes.add(one);
            return this;
        }

        Builder has(String prefix, List<AttributeDescription> several) {
            several.forEach(one -> attributes.add(one.under(prefix)));
            return this;
        }

        Builder discriminator(String... paths) {
            this.discriminator = List.of(paths);
            return this;
        }

        Builder resolves(EventType... types) {
            this.resolves = List.of(types);
            return this;
        }

        Builder relatesTo(EventType... types) {
            this.relatesTo = List.of(types);
            return this;
        }

        Builder awaitsDecision() {
            this.awaitsDecision = true;
            return this;
        }

        Builder rule(String name) {
            this.rule = name;
            return this;
        }

        EventDescription build() {
            return new EventDescription(new State(
                    type,
                    meaning,
                    List.copyOf(attributes),
                    discriminator,
                    resolves,
                    relatesTo,
                    awaitsDecision,
                    template,
                    Optional.ofNullable(rule)));
        }
    }
}
