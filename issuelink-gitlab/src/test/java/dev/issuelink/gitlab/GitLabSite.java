package dev.issuelink.gitlab;

import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabDelivery;
import dev.issuelink.testkit.gitlab.FakeGitLabProject;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A fake of GitLab with a project of Olivia's, and adapters for it. */
final class GitLabSite implements AutoCloseable {
    static final WebhookConfig WEBHOOK = new WebhookConfig(URI.create("http://127.0.0.1:9/hook"), GitLabTests.HOOK);

    final MutableClock clock = MutableClock.create();
    final List<WebhookRequest> arrived = new CopyOnWriteArrayList<>();
    final AtomicInteger answer = new AtomicInteger(204);
    final FakeGitLab gitlab;
    final FakeGitLabProject project;
    final FakeGitLabProject other;
    private final List<GitLabAdapter> adapters = new ArrayList<>();

    GitLabSite(FakeGitLab.Builder builder) {
        gitlab = builder.clock(clock).start();
        project = gitlab.addProject("acme/shop", "olivia");
        other = gitlab.addProject("acme/other", "olivia");
        gitlab.deliverTo(this::receive);
    }

    static GitLabSite open() {
        return new GitLabSite(FakeGitLab.builder());
    }

    GitLabAdapter adapter(Object... settings) {
        return adapter(FakeGitLabToken.of("olivia", "api"), GitLabTests.SIGNING_TOKEN, settings);
    }

    GitLabAdapter adapter(FakeGitLabToken token, String hookSecret, Object... settings) {
        var all = GitLabTests.settings(gitlab.baseUrl(), Long.toString(project.id()), settings);
        var made = GitLabTests.connect(
                GitLabTests.config(all, "project_token").build(), gitlab.token(token), hookSecret, clock);
        adapters.add(made);
        return made;
    }

    static Issue create(GitLabAdapter adapter, String title) {
        return adapter.createIssue(IssueDraft.builder(title).build(), GitLabTests.MARKER)
                .stored();
    }

    private int receive(FakeGitLabDelivery delivery) {
        if (answer.get() < 300) {
            var headers = delivery.headers().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
            arrived.add(WebhookRequest.of(headers, delivery.body()));
        }
        return answer.get();
    }

    @Override
    public void close() {
        adapters.forEach(GitLabAdapter::close);
        gitlab.close();
    }
}
