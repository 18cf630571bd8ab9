package dev.issuelink.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a provider can be configured with. The configuration reader checks every tracker against it.
 *
 * @param displayName what people call the tracker, for example {@code GitHub Issues}
 * @param settings what may stand under {@code config} besides {@code auth} and {@code labels}
 * @param authTypes the ways to sign in, and what each needs under {@code auth} besides {@code type}
 */
public record ProviderDescription(
        String displayName, List<SettingDescription> settings, Map<String, List<SettingDescription>> authTypes) {
    /** Checks and copies the components. */
    public ProviderDescription {
        Objects.requireNonNull(displayName, "displayName");
        settings = List.copyOf(settings);
        authTypes = Collections.unmodifiableMap(new LinkedHashMap<>(authTypes));
    }
}
