package dev.issuelink.testkit;

/**
 * The process dies here, as a test ordered it. An error, so that no handler of exceptions takes it for a failure that can
 * be dealt with; the test catches it, throws everything away but the stores and the tracker, and starts anew.
 */
public final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1L;

    /**
     * The death of a process.
     *
     * @param where at which point of the way
     */
    public SimulatedCrash(String where) {
        super("Simulated crash " + where, null, false, false);
    }
}
