package dev.issuelink.model;

/**
 * How many issues and comments may be written to a tracker with one credential.
 *
 * @param perMinute how many within a minute, at least one
 * @param perHour how many within an hour, at least one
 */
public record WriteLimits(int perMinute, int perHour) {
    private static final WriteLimits UNLIMITED = new WriteLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Checks the components. */
    public WriteLimits {
        atLeastOne(perMinute, "perMinute");
        atLeastOne(perHour, "perHour");
    }

    /**
     * As many as anybody likes.
     *
     * @return limits that are never reached
     */
    public static WriteLimits unlimited() {
        return UNLIMITED;
    }

    private static void atLeastOne(int count, String name) {
        if (count < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but was " + count);
        }
    }
}
