package dev.issuelink.spi;

import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import org.jspecify.annotations.Nullable;

/** What surrounds issues. Threads, errors and capabilities as in {@link IssueTrackerAdapter}. */
public interface DirectoryOperations {
    /**
     * Lists the projects that this credential can see.
     *
     * @return the projects
     */
    Listing<Project> getProjects();

    /**
     * Lists the labels of a project.
     *
     * @param project the project's id, or null for the configured one
     * @return the labels
     */
    Listing<Label> getLabels(@Nullable String project);

    /**
     * Lists the users to whom issues of a project can be assigned.
     *
     * @param project the project's id, or null for the configured one
     * @return the users
     */
    Listing<User> getUsers(@Nullable String project);
}
