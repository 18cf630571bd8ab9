package dev.issuelink.core.internal.publish;

import java.util.List;

/** Ends a transaction of which nothing may stay, with what it came to. */
final class TrialEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Decided> decided;

    TrialEnded(List<Decided> decided) {
        super("This is no failure", null, false, false);
        this.decided = List.copyOf(decided);
    }

    List<Decided> decided() {
        return decided;
    }
}
