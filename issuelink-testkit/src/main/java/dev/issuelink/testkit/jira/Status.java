package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A status of a workflow; its category is one of three. */
record Status(String id, String name, String category) {

    boolean done() {
        return category.equals("done");
    }

    Map<String, @Nullable Object> view() {
        return Json.object("id", id, "name", name, "statusCategory", Json.object("key", category, "name", category));
    }
}
