package dev.issuelink.jira;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import dev.issuelink.testkit.jira.FakeDelivery;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A fake of Jira with the project {@code DB}, and adapters that sign in to it in one way or another. */
final class JiraSite implements AutoCloseable {
    static final String HOOK_SECRET = "It's a Secret to Everybody";

    final MutableClock clock = MutableClock.create();
    final FakeJira jira;
    final FakeProject project;
    private final boolean cloud;
    private final List<JiraAdapter> adapters = new ArrayList<>();

    private JiraSite(FakeJira.Builder builder, boolean cloud) {
        this.cloud = cloud;
        this.jira = builder.clock(clock).start();
        this.project = jira.addProject("DB", "Database");
    }

    static JiraSite cloud() {
        return new JiraSite(FakeJira.cloud(), true);
    }

    static JiraSite dataCenter() {
        return new JiraSite(FakeJira.dataCenter("11.3.0"), false);
    }

    /** Signed in as is usual. */
    JiraAdapter adapter(Map<String, ?> more) {
        var token = new SecretReference("TOKEN");
        var auth = cloud
                ? new AuthConfig("api_token", Settings.of(Map.of("email", jira.email("robot"), "token", token)))
                : new AuthConfig("personal_token", Settings.of(Map.of("token", token)));
        return adapter(auth, more, context -> context.secret("TOKEN", jira.token("robot")));
    }

    /** How a test fills the surroundings. */
    interface Filling {
        void in(TestContext.Builder context);
    }

    JiraAdapter adapter(AuthConfig auth, Map<String, ?> more, Filling filling) {
        var settings = new LinkedHashMap<String, Object>(more);
        settings.putIfAbsent("gateway_url", jira.baseUrl());
        settings.putIfAbsent("authorization_url", jira.baseUrl());
        var sync = new SyncConfig(
                SyncDirection.BIDIRECTIONAL,
                List.of(new SecretReference("HOOK")),
                Optional.of(URI.create("http://127.0.0.1:9/hook")),
                Duration.ZERO);
        var context = TestContext.builder(JiraTests.config(jira.baseUrl(), auth, settings, sync))
                .clock(clock)
                .secret("HOOK", HOOK_SECRET);
        filling.in(context);
        var adapter = JiraAdapter.connect(context.build(), JiraTests.quick());
        adapters.add(adapter);
        return adapter;
    }

    static WebhookRequest request(FakeDelivery delivery) {
        var headers = delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return WebhookRequest.of(headers, delivery.body());
    }

    @Override
    public void close() {
        adapters.forEach(JiraAdapter::close);
        jira.close();
    }
}
