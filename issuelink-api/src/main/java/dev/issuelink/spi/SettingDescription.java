package dev.issuelink.spi;

import java.util.List;
import java.util.Objects;

/**
 * A setting that a provider understands.
 *
 * @param name its name in the configuration, in lower-case words joined by {@code _}
 * @param kind what it holds
 * @param required whether it must be given
 * @param allowed the only values it may have; empty for any
 * @param meaning what it means and its default, one sentence for people who write configurations
 */
public record SettingDescription(String name, Kind kind, boolean required, List<String> allowed, String meaning) {
    /** What a setting holds. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** An absolute {@code http} or {@code https} address. */
        URL,
        /** A reference to a secret. */
        SECRET,
        /** A list of texts. */
        TEXTS,
        /** Texts by name. */
        TEXT_MAP
    }

    /** Checks and copies the components. */
    public SettingDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        allowed = List.copyOf(allowed);
        Objects.requireNonNull(meaning, "meaning");
    }

    /**
     * A setting that must be given.
     *
     * @param name its name
     * @param kind what it holds
     * @param meaning what it means
     * @return the description
     */
    public static SettingDescription required(String name, Kind kind, String meaning) {
        return new SettingDescription(name, kind, true, List.of(), meaning);
    }

    /**
     * A setting that may be left out.
     *
     * @param name its name
     * @param kind what it holds
     * @param meaning what it means, and what holds without it
     * @return the description
     */
    public static SettingDescription optional(String name, Kind kind, String meaning) {
        return new SettingDescription(name, kind, false, List.of(), meaning);
    }
}
