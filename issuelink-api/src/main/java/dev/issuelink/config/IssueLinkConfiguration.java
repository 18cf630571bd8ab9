package dev.issuelink.config;

import java.util.List;

/**
 * Everything that is configured.
 *
 * @param trackers the connections, with unique names
 * @param rules the rules, with unique names
 * @param templates the host's own templates, with unique names
 */
public record IssueLinkConfiguration(
        List<TrackerConfig> trackers, List<AutoIssueRule> rules, List<IssueTemplate> templates) {
    /** Copies the components. */
    public IssueLinkConfiguration {
        trackers = List.copyOf(trackers);
        rules = List.copyOf(rules);
        templates = List.copyOf(templates);
    }

    /**
     * Trackers and nothing else.
     *
     * @param trackers the connections
     * @return the configuration
     */
    public static IssueLinkConfiguration of(TrackerConfig... trackers) {
        return new IssueLinkConfiguration(List.of(trackers), List.of(), List.of());
    }
}
