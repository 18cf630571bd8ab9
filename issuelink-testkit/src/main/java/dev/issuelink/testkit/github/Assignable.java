package dev.issuelink.testkit.github;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can be assigned in a repository: those with a role there. */
final class Assignable {

    private final World world;

    Assignable(World world) {
        this.world = world;
    }

    /** The accounts, or 422 for the whole call when one of them cannot be assigned or they are too many. */
    List<Account> require(Repo repo, List<String> logins) {
        if (logins.size() > Limits.ASSIGNEES) {
            throw ApiError.invalid(
                    "Issue", "assignees", "invalid", "You may only assign up to 10 people to an issue", null);
        }
        List<Account> people = new ArrayList<>();
        for (String login : logins) {
            Account person = find(repo, login);
            if (person == null) {
                throw ApiError.invalid("Issue", "assignees", "invalid", null, login);
            }
            if (!people.contains(person)) {
                people.add(person);
            }
        }
        return people;
    }

    @Nullable
    Account find(Repo repo, String login) {
        Account person = world.knownAccount(login);
        return person == null || repo.role(person) == null ? null : person;
    }

    List<Account> all(Repo repo) {
        return repo.roles.keySet().stream().map(world::account).toList();
    }
}
