package dev.issuelink.core.internal.rule;

import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What tells the problems of one object apart, compiled. Events give the same text if and only if they have the same
 * values in all places, whatever these hold. Immutable, and safe for several threads.
 */
public final class Fingerprint {
    private static final Pattern PATH = Pattern.compile("[\\p{L}\\p{N}_-]++(?:\\.[\\p{L}\\p{N}_-]++)*+");
    private static final String OPENING = "{{";
    private static final String CLOSING = "}}";

    /** A text, and the path whose value stands behind it. */
    private record Place(String before, Path path) {}

    private final List<Place> places;
    private final String end;
    private final Set<String> names;

    private Fingerprint(List<Place> places, String end, List<Name> names) {
        this.places = List.copyOf(places);
        this.end = end;
        this.names = Collections.unmodifiableSet(Name.paths(names));
    }

    /**
     * What tells the problems of a type of events apart by itself.
     *
     * @param type the type
     * @return its discriminator of the catalogue; one that takes all for the same if the type is the host's own
     */
    public static Fingerprint standard(EventType type) {
        var paths = EventCatalogue.find(type)
                .map(description -> description.discriminator())
                .orElse(List.of());
        var places = new ArrayList<Place>();
        var names = new ArrayList<Name>();
        for (var path : paths) {
            places.add(new Place((places.isEmpty() ? "" : " ") + path + "=", path(path)));
            names.add(new Name(path, 1, 1));
        }
        return new Fingerprint(places, "", names);
    }

    /**
     * Compiles a fingerprint.
     *
     * @param text with {@code {{path}}} in the places of values
     * @param vocabulary what is known of the events
     * @return the fingerprint
     * @throws ConditionException if a place is not closed or holds no path, or reads what no such event has
     */
    public static Fingerprint compile(String text, Vocabulary vocabulary) {
        var places = new ArrayList<Place>();
        var names = new ArrayList<Name>();
        int done = 0;
        for (int open = text.indexOf(OPENING); open >= 0; open = text.indexOf(OPENING, done)) {
            int close = text.indexOf(CLOSING, open);
            if (close < 0) {
                throw new ConditionException(1, open + 1, "{{ is not closed by }}");
            }
            var path = text.substring(open + OPENING.length(), close).strip();
            if (!PATH.matcher(path).matches()) {
                throw new ConditionException(
                        1, open + 1, "between {{ and }} stands the path of an attribute, such as query.fingerprint");
            }
            places.add(new Place(text.substring(done, open), path(path)));
            names.add(new Name(path, 1, open + 1));
            done = close + CLOSING.length();
        }
        vocabulary.check(names);
        return new Fingerprint(places, text.substring(done), names);
    }

    /**
     * The attributes it reads.
     *
     * @return dotted paths, in the order of the text
     */
    public Set<String> names() {
        return names;
    }

    /**
     * The text by which an event's problem is known. It may be as long as the values are.
     *
     * @param facts the event's attributes
     * @return the text; nothing stands between the braces of a value that is missing
     */
    public String text(Map<String, ?> facts) {
        var text = new StringBuilder();
        for (var place : places) {
            var value = place.path.find(facts);
            text.append(place.before).append('{');
            if (value != null) {
                ValueText.append(value, text);
            }
            text.append('}');
        }
        return text.append(end).toString();
    }

    private static Path path(String path) {
        var steps = new ArrayList<Path.Step>();
        for (var key : path.split("\\.", -1)) {
            steps.add(steps.isEmpty() ? new Path.Step(key, -1) : Path.Step.of(key));
        }
        return new Path(steps, Kind.OPEN);
    }
}
