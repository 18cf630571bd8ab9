package dev.issuelink.model;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * A project or repository of a tracker.
 *
 * @param id how issues name their project, see {@link IssueReference#project()}
 * @param name what people call it
 * @param url where people see it
 * @param attributes what else the tracker told, by the tracker's own names
 */
public record Project(String id, String name, URI url, Map<String, String> attributes) {
    /** Checks and copies the components. */
    public Project {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        attributes = Map.copyOf(attributes);
    }
}
