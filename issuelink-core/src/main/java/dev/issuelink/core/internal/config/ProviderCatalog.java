package dev.issuelink.core.internal.config;

import dev.issuelink.spi.ProviderDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the reader knows of the installed providers.
 *
 * @param descriptions by type
 * @param problems one sentence for each provider that is there and could not be loaded
 */
public record ProviderCatalog(Map<String, ProviderDescription> descriptions, List<String> problems) {
    /** Copies the components. */
    public ProviderCatalog {
        descriptions = Collections.unmodifiableMap(new LinkedHashMap<>(descriptions));
        problems = List.copyOf(problems);
    }
}
