package dev.issuelink.core.internal.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of the document, and where it stands. A getter is asked only after {@link #kind()}. */
record Node(Place place, Kind kind, Object value) {
    /** What JSON knows. */
    enum Kind {
        OBJECT("an object"),
        LIST("a list"),
        TEXT("a text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NULL("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Node object(Place place, Map<String, Node> members) {
        return new Node(place, Kind.OBJECT, members);
    }

    static Node list(Place place, List<Node> items) {
        return new Node(place, Kind.LIST, items);
    }

    static Node text(Place place, String text) {
        return new Node(place, Kind.TEXT, text);
    }

    static Node number(Place place, BigDecimal number) {
        return new Node(place, Kind.NUMBER, number);
    }

    static Node flag(Place place, boolean flag) {
        return new Node(place, Kind.FLAG, flag);
    }

    static Node nothing(Place place) {
        return new Node(place, Kind.NULL, "");
    }

    @SuppressWarnings("unchecked") // made by object() alone
    Map<String, Node> members() {
        return (Map<String, Node>) value;
    }

    @SuppressWarnings("unchecked") // made by list() alone
    List<Node> items() {
        return (List<Node>) value;
    }

    String text() {
        return (String) value;
    }

    BigDecimal number() {
        return (BigDecimal) value;
    }

    boolean flag() {
        return (Boolean) value;
    }
}
