package dev.issuelink.demo;

import dev.issuelink.model.Resolution;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The tracker's side: a tracker of our own on the loopback address, filled from an archive, and the people who work
 * there. What IssueLink does with it goes over HTTP.
 */
interface DemoTracker extends AutoCloseable {
    /** An issue as people see it in the browser: its text without any form, its state in the tracker's own words. */
    record Seen(String title, List<String> text, boolean open, String state, List<String> comments) {}

    /** Which kind of tracker it is. */
    TrackerKind kind();

    /** Where issues are, as people call it: a repository, or a project. */
    String place();

    String baseUrl();

    /** What was put in. */
    Stock stock();

    /** The tracker in the configuration, as a user writes it, with secrets by name only. */
    String configuration(URI webhookUrl);

    /** The values of the secrets that the configuration names. */
    Map<String, String> secrets();

    /** Somebody closes an issue in the browser, as completed or as not planned. */
    void closeByHand(String displayKey, Resolution resolution);

    /** An issue as it is now. */
    Seen issue(String displayKey);

    /** How many issues have this title. */
    long countTitled(String title);

    /** How many requests came in so far. */
    int requestCount();

    @Override
    void close();
}
