package dev.issuelink.core.internal.template;

/**
 * A tag of a template.
 *
 * @param start of its first brace
 * @param end behind its last brace
 * @param words what stands in it, without the marks at its ends
 * @param kind what it does
 */
record Tag(int start, int end, String words, Kind kind) {
    /** What a tag does. */
    enum Kind {
        SHOW,
        OPEN,
        ELSE,
        CLOSE,
        COMMENT,
        /** Something that is no part of our language. */
        OTHER
    }

    /** Whether the tag shows nothing by itself, so that a line of such tags is no line of the text. */
    boolean isSilent() {
        return kind != Kind.SHOW && kind != Kind.OTHER;
    }
}
