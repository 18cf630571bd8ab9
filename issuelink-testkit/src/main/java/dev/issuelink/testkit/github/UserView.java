package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How accounts look in answers. */
final class UserView {

    private static final String[] LINKS = {
        "followers", "followers", "following", "following{/other_user}", "gists", "gists{/gist_id}",
        "starred", "starred{/owner}{/repo}", "subscriptions", "subscriptions", "organizations", "orgs",
        "repos", "repos", "events", "events{/privacy}", "received_events", "received_events"
    };

    private final Urls urls;

    UserView(Urls urls) {
        this.urls = urls;
    }

    /** Null for an account that is gone, as GitHub shows it. */
    @Nullable
    Map<String, @Nullable Object> show(@Nullable Account account) {
        if (account == null) {
            return null;
        }
        String url = urls.api() + "/users/" + account.login();
        Map<String, @Nullable Object> user = Json.object(
                "login",
                account.login(),
                "id",
                account.id(),
                "node_id",
                Ids.node("U", account.id()),
                "avatar_url",
                "https://avatars.githubusercontent.com/u/" + account.id() + "?v=4",
                "gravatar_id",
                "",
                "url",
                url,
                "html_url",
                urls.web() + "/" + account.login());
        for (int i = 0; i < LINKS.length; i += 2) {
            user.put(LINKS[i] + "_url", url + "/" + LINKS[i + 1]);
        }
        user.put("type", account.type());
        user.put("site_admin", false);
        return user;
    }
}
