package dev.issuelink.core.internal.registry;

import dev.issuelink.core.internal.config.ProviderCatalog;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The providers of one engine, by type. Immutable, and safe for several threads. Found through {@link ServiceLoader},
 * given explicitly, or both; a given one takes the place of a found one of the same class.
 */
public final class ProviderRegistry {
    private final Map<String, IssueTrackerProvider> providers;
    private final ProviderCatalog catalog;

    ProviderRegistry(
            Map<String, IssueTrackerProvider> providers,
            Map<String, ProviderDescription> descriptions,
            List<String> problems) {
        this.providers = Map.copyOf(providers);
        this.catalog = new ProviderCatalog(descriptions, problems);
    }

    /**
     * Given providers and no others.
     *
     * @param given the providers
     * @return the registry
     * @throws dev.issuelink.error.ConfigurationException if a type is not well formed, two providers have the same type,
     *     or one cannot be asked for its description
     */
    public static ProviderRegistry of(Collection<? extends IssueTrackerProvider> given) {
        var collector = new ProviderCollector();
        given.forEach(collector::give);
        return collector.registry();
    }

    /**
     * Given providers, and those that are installed where a class loader sees them. One that cannot be loaded becomes
     * one of the {@link ProviderCatalog#problems()} and hides no other.
     *
     * @param given the providers of the host itself
     * @param loader whose class path and modules are searched
     * @return the registry
     * @throws dev.issuelink.error.ConfigurationException as of {@link #of}
     */
    public static ProviderRegistry discover(Collection<? extends IssueTrackerProvider> given, ClassLoader loader) {
        return discover(given, ServiceLoader.load(IssueTrackerProvider.class, loader));
    }

    /**
     * Given providers, and those that are installed in a layer of modules.
     *
     * @param given the providers of the host itself
     * @param layer the layer; its parents are searched too
     * @return the registry
     * @throws dev.issuelink.error.ConfigurationException as of {@link #of}
     */
    public static ProviderRegistry discover(Collection<? extends IssueTrackerProvider> given, ModuleLayer layer) {
        return discover(given, ServiceLoader.load(layer, IssueTrackerProvider.class));
    }

    private static ProviderRegistry discover(
            Collection<? extends IssueTrackerProvider> given, ServiceLoader<IssueTrackerProvider> services) {
        var collector = new ProviderCollector();
        given.forEach(collector::give);
        new ProviderDiscovery(services).into(collector);
        return collector.registry();
    }

    /**
     * The provider of a type.
     *
     * @param type the type
     * @return the provider, or empty if none is installed
     */
    public Optional<IssueTrackerProvider> find(String type) {
        return Optional.ofNullable(providers.get(type));
    }

    /**
     * The types that are installed.
     *
     * @return the types
     */
    public Set<String> types() {
        return catalog.descriptions().keySet();
    }

    /**
     * What the configuration reader has to know.
     *
     * @return the descriptions, and what could not be loaded
     */
    public ProviderCatalog catalog() {
        return catalog;
    }
}
