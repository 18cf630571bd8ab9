package dev.issuelink.core.internal.template;

import dev.issuelink.config.IssueTemplate;
import java.util.Map;

/** Short ways to fill a template in tests. */
final class Filled {
    /** The word joiner, which nobody sees. */
    static final String J = "\u2060";

    private static final TemplateEngine ENGINE = new TemplateEngine();

    private Filled() {}

    static CompiledTemplate template(String body) {
        return ENGINE.compile(new IssueTemplate("test", "title", body));
    }

    static String body(String body, Map<String, ?> facts) {
        return template(body).render(facts).body();
    }

    static String body(String body, Object a) {
        return body(body, Map.of("a", a));
    }

    static String title(String title, Map<String, ?> facts) {
        return ENGINE.compile(new IssueTemplate("test", title, "body"))
                .render(facts)
                .title();
    }
}
