package dev.issuelink.testkit.github;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A label of a repository; names are unique without regard to case. */
record Label(long id, String name, String color, @Nullable String description) {

    /** The colour of labels that come into being by being used. */
    static final String AUTO_COLOR = "ededed";

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
