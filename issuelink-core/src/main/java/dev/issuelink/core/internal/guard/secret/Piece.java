package dev.issuelink.core.internal.guard.secret;

/** A part of a text, its end exclusive. */
record Piece(int from, int to) {
    boolean isEmpty() {
        return from >= to;
    }
}
