package dev.issuelink.testkit.github;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which forms of a body the {@code Accept} header asks for: raw (default), text, html or all. */
final class MediaTypes {

    private MediaTypes() {}

    static void apply(String accept, Map<String, @Nullable Object> view) {
        boolean full = accept.contains(".full+json");
        boolean html = full || accept.contains(".html+json");
        boolean text = full || accept.contains(".text+json");
        Object body = view.get("body");
        if (text) {
            view.put("body_text", body);
        }
        if (html) {
            view.put("body_html", body == null ? null : "<p dir=\"auto\">" + escape(body.toString()) + "</p>");
        }
        if ((text || html) && !full) {
            view.remove("body");
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
