package dev.issuelink.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The trackers that the demo has of its own. */
enum TrackerKind {
    GITHUB("GitHub"),
    GITLAB("GitLab"),
    JIRA("Jira");

    private final String title;

    TrackerKind(String title) {
        this.title = title;
    }

    static Optional<TrackerKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, for people. */
    static String words() {
        return Arrays.stream(values()).map(TrackerKind::word).collect(Collectors.joining(", "));
    }

    /** How options and configurations name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How people name it. */
    String title() {
        return title;
    }

    /** What the demo's configuration calls its tracker of this kind. */
    String tracker() {
        return title + " Issues";
    }

    /** Starts a tracker of this kind that holds what an archive holds. */
    DemoTracker filledFrom(Archive archive) {
        var tracker = start();
        try {
            tracker.fill(archive);
            return tracker;
        } catch (RuntimeException e) {
            tracker.close();
            throw e;
        }
    }

    private FillableTracker start() {
        return switch (this) {
            case GITHUB -> new DemoGitHub();
            case GITLAB -> new DemoGitLab();
            case JIRA -> new DemoJira();
        };
    }
}
