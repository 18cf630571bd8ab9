package dev.issuelink.core.internal.config;

import dev.issuelink.error.ConfigurationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads strict JSON (RFC 8259: no comments, no trailing commas, no NaN, one value) into nodes that know their places.
 * A tree of our own, because names given twice must be reported beside all other faults, with their place.
 */
final class TreeReader {
    private static final int DEEPEST = 32;
    private static final int MOST_VALUES = 100_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxNumberLength(100)
                    .build())
            .build();

    private final JsonParser parser;
    private final Faults faults;
    private Place here = Place.root();
    private int turn;

    private TreeReader(JsonParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Reads a document. Text that is no JSON ends the reading at once. */
    static Node read(String text, Faults faults) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            var reader = new TreeReader(parser, faults);
            try {
                return reader.document();
            } catch (JacksonException e) {
                throw reader.stop(SyntaxProblem.of(e), Optional.ofNullable(e.getLocation()));
            }
        }
    }

    private Node document() {
        if (parser.nextToken() == null) {
            throw stop("The document is empty; expected an object such as {\"trackers\": []}", Optional.empty());
        }
        var document = value(Place.root(), 1);
        here = Place.root();
        if (parser.nextToken() != null) {
            throw stop("The document goes on after its end", Optional.of(parser.currentTokenLocation()));
        }
        return document;
    }

    private Node value(Place place, int depth) {
        here = place;
        var token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place, deeper(depth));
            case START_ARRAY -> list(place, deeper(depth));
            case VALUE_STRING -> text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> Node.flag(place, token == JsonToken.VALUE_TRUE);
            default -> Node.nothing(place);
        };
    }

    private Node object(Place place, int depth) {
        var members = new LinkedHashMap<String, Node>();
        while (next(place) != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = place.member(name, turn());
            checkUnicode(at, name);
            parser.nextToken();
            if (members.putIfAbsent(name, value(at, depth)) != null) {
                faults.add(at, "is given twice in the same object; keep one of the two.");
            }
        }
        return Node.object(place, members);
    }

    private Node list(Place place, int depth) {
        var items = new ArrayList<Node>();
        while (next(place) != JsonToken.END_ARRAY) {
            items.add(value(place.item(items.size(), turn()), depth));
        }
        return Node.list(place, items);
    }

    private Node text(Place place, String text) {
        checkUnicode(place, text);
        return Node.text(place, text);
    }

    private Node number(Place place, String digits) {
        try {
            return Node.number(place, new BigDecimal(digits));
        } catch (NumberFormatException e) {
            faults.add(place, "is a number beyond all limits.");
            return Node.number(place, BigDecimal.ZERO);
        }
    }

    private JsonToken next(Place place) {
        here = place;
        return parser.nextToken();
    }

    private int turn() {
        if (++turn > MOST_VALUES) {
            throw stop("The document has more than " + MOST_VALUES + " values", position());
        }
        return turn;
    }

    private int deeper(int depth) {
        if (depth > DEEPEST) {
            throw stop("The document is nested deeper than " + DEEPEST + " levels", position());
        }
        return depth + 1;
    }

    private void checkUnicode(Place place, String text) {
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            faults.add(place, "holds half of a character (an unpaired surrogate), which is no valid Unicode.");
        }
    }

    private Optional<TokenStreamLocation> position() {
        return Optional.of(parser.currentTokenLocation());
    }

    private ConfigurationException stop(String problem, Optional<TokenStreamLocation> location) {
        var position = location.map(at -> ", at line " + at.getLineNr() + ", column " + at.getColumnNr())
                .orElse("");
        faults.add(here, problem + position + ".");
        return faults.exception();
    }
}
