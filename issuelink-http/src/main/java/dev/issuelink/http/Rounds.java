package dev.issuelink.http;

/** Notices that a chain of pages leads back to itself, however long the round is, and remembers one page only (Brent). */
final class Rounds {
    private HttpCall.State remembered;
    private long visits;

    Rounds(HttpCall first) {
        this.remembered = first.state();
    }

    /** Whether the chain has been here before; found out after a few rounds at the latest. */
    boolean leadBackTo(HttpCall next) {
        if (next.state().equals(remembered)) {
            return true;
        }
        if (Long.bitCount(++visits) == 1) {
            remembered = next.state();
        }
        return false;
    }
}
