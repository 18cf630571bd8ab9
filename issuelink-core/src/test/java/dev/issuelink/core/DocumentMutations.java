package dev.issuelink.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Breaks a good document at random places. */
final class DocumentMutations {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> NAMES = List.of(
            "name",
            "type",
            "enabled",
            "config",
            "sync",
            "auth",
            "labels",
            "mode",
            "webhook_secret",
            "webhook_url",
            "poll_interval_minutes",
            "event",
            "condition",
            "tracker",
            "trackers",
            "template",
            "priority",
            "assignee",
            "project",
            "issue_type",
            "standard",
            "fingerprint",
            "when_resolved",
            "reopen_within_days",
            "comment_every_minutes",
            "budget",
            "issues",
            "minutes",
            "teams",
            "write_limits",
            "per_minute",
            "per_hour",
            "templates",
            "title",
            "body",
            "auto_issue_rules",
            "$schema",
            "other",
            "a/b~c");

    private final Random random;
    private final List<String> values;

    /** @param values JSON texts that are put in place of others */
    DocumentMutations(Random random, List<String> values) {
        this.random = random;
        this.values = values;
    }

    String mutate(String json, int times) {
        var tree = MAPPER.readTree(json);
        for (int count = 0; count < times; count++) {
            tree = mutate(tree);
        }
        return MAPPER.writeValueAsString(tree);
    }

    private JsonNode mutate(JsonNode tree) {
        var holders = new ArrayList<JsonNode>();
        collect(tree, holders);
        if (holders.isEmpty() || random.nextInt(100) == 0) {
            return value();
        }
        var holder = holders.get(random.nextInt(holders.size()));
        if (holder instanceof ObjectNode object) {
            mutateObject(object);
        } else if (holder instanceof ArrayNode array) {
            mutateArray(array);
        }
        return tree;
    }

    private void mutateObject(ObjectNode object) {
        var names = List.copyOf(object.propertyNames());
        var some = names.isEmpty() ? "name" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(some);
            case 1 -> object.set(NAMES.get(random.nextInt(NAMES.size())), value());
            case 2 -> object.set(some + "s", value());
            default -> object.set(some, value());
        }
    }

    private void mutateArray(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(4) == 0) {
            array.add(value());
        } else if (random.nextInt(4) == 0) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private JsonNode value() {
        return MAPPER.readTree(values.get(random.nextInt(values.size())));
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
