package dev.issuelink.event;

import java.util.regex.Pattern;

/**
 * What kind of thing happened in the host. Open: a host uses its own types beside those that IssueLink knows.
 *
 * @param name dotted lower-case words such as {@code drift.detected}
 */
public record EventType(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    /** Checks the name. */
    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An event type is made of dotted lower-case words such as drift.detected, but was: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
