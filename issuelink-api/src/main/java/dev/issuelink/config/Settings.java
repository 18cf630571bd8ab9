package dev.issuelink.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own settings: an immutable tree of texts, numbers, booleans, lists, further settings and references to
 * secrets. The configuration reader has checked names and types against the provider's description, so a getter throws
 * {@link IllegalStateException} only if a provider asks for another type than it declared.
 */
public final class Settings {
    private static final Settings EMPTY = new Settings(Map.of());

    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * No settings.
     *
     * @return the empty settings
     */
    public static Settings empty() {
        return EMPTY;
    }

    /**
     * Settings of a map.
     *
     * @param values {@link String}, {@link Long} or {@link Integer}, {@link Boolean}, {@link SecretReference},
     *     {@link List}, {@link Map} or {@link Settings} by name
     * @return the settings
     * @throws IllegalArgumentException if a value is of another type
     */
    public static Settings of(Map<String, ?> values) {
        var copy = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> copy.put(name, copyValue(name, value)));
        return new Settings(Collections.unmodifiableMap(copy));
    }

    /**
     * A text.
     *
     * @param name the setting
     * @return the text, or empty if it is not set
     */
    public Optional<String> text(String name) {
        return get(name, String.class);
    }

    /**
     * A whole number.
     *
     * @param name the setting
     * @return the number, or empty if it is not set
     */
    public Optional<Long> number(String name) {
        return get(name, Long.class);
    }

    /**
     * A yes or no.
     *
     * @param name the setting
     * @return the answer, or empty if it is not set
     */
    public Optional<Boolean> flag(String name) {
        return get(name, Boolean.class);
    }

    /**
     * An address.
     *
     * @param name the setting
     * @return the address, or empty if it is not set
     */
    public Optional<URI> url(String name) {
        return text(name).map(URI::create);
    }

    /**
     * A reference to a secret.
     *
     * @param name the setting
     * @return the reference, or empty if it is not set
     */
    public Optional<SecretReference> secret(String name) {
        return get(name, SecretReference.class);
    }

    /**
     * A list of texts.
     *
     * @param name the setting
     * @return the texts in order; empty if it is not set
     */
    public List<String> texts(String name) {
        var list = get(name, List.class).orElse(List.of());
        var texts = new ArrayList<String>(list.size());
        for (var item : list) {
            texts.add(cast(name, item, String.class));
        }
        return Collections.unmodifiableList(texts);
    }

    /**
     * Settings within these.
     *
     * @param name the setting
     * @return the inner settings; empty ones if it is not set
     */
    public Settings inner(String name) {
        return get(name, Settings.class).orElse(EMPTY);
    }

    /**
     * All references to secrets, those of inner settings too.
     *
     * @return the references, in order
     */
    public List<SecretReference> secrets() {
        return values.values().stream().flatMap(Settings::secretsOf).toList();
    }

    /**
     * The names that are set.
     *
     * @return the names, in order
     */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }

    private <T> Optional<T> get(String name, Class<T> type) {
        var value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(cast(name, value, type));
    }

    private static <T> T cast(String name, Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalStateException("The setting \"" + name + "\" is a "
                    + value.getClass().getSimpleName() + " and was asked for as " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static Stream<SecretReference> secretsOf(Object value) {
        if (value instanceof Settings inner) {
            return inner.secrets().stream();
        }
        return value instanceof SecretReference reference ? Stream.of(reference) : Stream.empty();
    }

    private static Object copyValue(String name, Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), copyValue(name + "." + key, item)));
            return new Settings(Collections.unmodifiableMap(copy));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> copyValue(name, item)).toList();
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof SecretReference
                || value instanceof Settings) {
            return value;
        }
        throw new IllegalArgumentException(
                "The setting \"" + name + "\" has a value of a type that settings do not hold: "
                        + value.getClass().getSimpleName());
    }
}
