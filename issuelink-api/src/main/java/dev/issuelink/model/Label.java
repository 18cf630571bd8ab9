package dev.issuelink.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A label of a project or of an issue.
 *
 * @param name its name; trackers differ in whether case matters, so compare as the tracker does
 * @param color six hexadecimal digits without {@code #}, if the tracker has colours
 * @param description what it means, if the tracker tells
 */
public record Label(String name, Optional<String> color, Optional<String> description) {
    /** Checks the components. */
    public Label {
        Checks.notBlank(name, "name");
        Objects.requireNonNull(color, "color");
        Objects.requireNonNull(description, "description");
    }

    /**
     * A label of which only the name is known.
     *
     * @param name its name
     * @return the label
     */
    public static Label of(String name) {
        return new Label(name, Optional.empty(), Optional.empty());
    }
}
