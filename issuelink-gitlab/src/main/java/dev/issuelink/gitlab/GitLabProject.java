package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which project, as GitLab's paths name it.
 *
 * @param id its number, which survives renames and moves, or its full path
 */
record GitLabProject(String id) {
    private static final int LONGEST = 1_024;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.-]++(?:/[A-Za-z0-9_.-]++)*+");
    private static final Pattern STEPS_OUT = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");

    static Optional<GitLabProject> parse(String id) {
        return id.length() <= LONGEST
                        && PATH.matcher(id).matches()
                        && !STEPS_OUT.matcher(id).find()
                ? Optional.of(new GitLabProject(id))
                : Optional.empty();
    }

    /** Reads a project's id, or says that it is none. */
    static GitLabProject require(String id, String tracker, String operation) {
        return parse(id)
                .orElseThrow(() -> TrackerException.of(ErrorCode.VALIDATION, tracker, operation)
                        .message("\"" + id + "\" is no project of GitLab; projects are numbers, or paths such as"
                                + " group/project.")
                        .build());
    }

    boolean isNumber() {
        return NUMBER.matcher(id).matches();
    }
}
