package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks, before a write, at what GitLab would leave out without a word, or would misunderstand. */
final class GitLabPrecheck {
    private static final int LONGEST_LABEL = 255;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final GitLabConnection connection;

    GitLabPrecheck(GitLabConnection connection) {
        this.connection = connection;
    }

    /** The labels that can be written. They go in one text, parted by commas. */
    List<String> labels(String operation, GitLabProject project, Collection<String> wanted, GitLabDrops drops) {
        var names = new LinkedHashSet<>(wanted);
        var exists = connection.settings().strictLabels() && !names.isEmpty()
                ? existing(operation, project)
                : (Predicate<String>) name -> true;
        var allowed = new ArrayList<String>();
        for (var name : names) {
            if (name.contains(",") || name.codePointCount(0, name.length()) > LONGEST_LABEL) {
                drops.add("labels", name, "GitLab's labels have at most 255 characters and no comma in their names.");
            } else if (!exists.test(name)) {
                drops.add("labels", name, "The project has no such label, and strict_labels is on.");
            } else {
                allowed.add(name);
            }
        }
        return allowed;
    }

    /** The milestone's number. GitLab would leave out one that is not there without saying so. */
    long milestone(String operation, GitLabProject project, String id) {
        if (NUMBER.matcher(id).matches()
                && (isOfProject(operation, project, id) || isOfGroup(operation, project, id))) {
            return Long.parseLong(id);
        }
        throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                .message("There is no such milestone in the project or its groups. GitLab's milestones are chosen by"
                        + " their id, which is not the number in their address.")
                .fieldFaults(List.of(new FieldFault("milestone_id", "missing", id)))
                .build();
    }

    private boolean isOfProject(String operation, GitLabProject project, String id) {
        var call = HttpCall.get(operation)
                .path(GitLabConnection.path(project, "milestones", id))
                .expect(404)
                .build();
        return connection.http().send(call).status() != 404;
    }

    private boolean isOfGroup(String operation, GitLabProject project, String id) {
        var call = GitLabConnection.list(operation, project, "milestones")
                .query("include_ancestors", true)
                .build();
        return connection.listing(call, milestone -> milestone.text("id")).stream()
                .anyMatch(id::equals);
    }

    private Predicate<String> existing(String operation, GitLabProject project) {
        var call = GitLabConnection.list(operation, project, "labels")
                .query("include_ancestor_groups", true)
                .conditional()
                .build();
        Set<String> names = connection.listing(call, label -> label.text("name")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return name -> names.contains(name.toLowerCase(Locale.ROOT));
    }
}
