package dev.issuelink.spi;

/**
 * Speaks one kind of tracker. Found through {@link java.util.ServiceLoader}: a provider's module says
 * {@code provides dev.issuelink.spi.IssueTrackerProvider with ...}, and its jar names the class in
 * {@code META-INF/services/dev.issuelink.spi.IssueTrackerProvider} as well. Its constructor does nothing.
 */
public interface IssueTrackerProvider {
    /**
     * The name by which configurations choose it.
     *
     * @return lower-case letters, digits and {@code -}, for example {@code github}; unique among all providers
     */
    String type();

    /**
     * What it can be configured with.
     *
     * @return the description, always the same
     */
    ProviderDescription describe();

    /**
     * Makes an adapter for one configured tracker. Does not call the tracker.
     *
     * @param context the configuration and all that an adapter may use of its surroundings
     * @return the adapter, to be closed by the caller
     * @throws dev.issuelink.error.ConfigurationException if the settings contradict each other
     */
    IssueTrackerAdapter connect(TrackerContext context);
}
