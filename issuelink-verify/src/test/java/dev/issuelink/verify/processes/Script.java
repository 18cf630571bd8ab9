package dev.issuelink.verify.processes;

import dev.issuelink.testkit.github.FakeDelivery;
import dev.issuelink.testkit.github.FakeIssue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What hosts and people do, by chance. An order whose answer never came is given again, before any other: its process may
 * have been killed before it was carried out, or after.
 */
final class Script {
    private static final int MOST_UNOPENED = 40;

    private final Stage stage;
    private final Random random;
    private final Deque<String> orders = new ArrayDeque<>();
    private final Deque<String> deliveries = new ArrayDeque<>();
    private final Map<Integer, Integer> edits = new HashMap<>();
    private int tables;
    private int occurrences;

    Script(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    /** How many tables have a problem that was told of for sure. */
    int tables() {
        return tables;
    }

    /** How often the title of each table's issue was changed. */
    Map<Integer, Integer> edits() {
        return edits;
    }

    /** The order that is next; it stays so until it is answered. */
    String next() {
        while (orders.isEmpty()) {
            think();
        }
        return orders.peekFirst();
    }

    /** Whether an order is left whose answer never came. */
    boolean isUnsure() {
        return !orders.isEmpty();
    }

    void answered(String answer) {
        var words = orders.removeFirst().split(" ", -1);
        if (words[0].equals("publish") && Integer.parseInt(words[1]) == tables) {
            tables++;
        }
        if (words[0].equals("edit") && answer.equals(Host.DONE)) {
            edits.put(Integer.valueOf(words[1]), Integer.valueOf(words[2]));
        }
    }

    private void think() {
        var choice = random.nextInt(100);
        if (choice < 35 || tables == 0) {
            publishNew();
        } else if (choice < 50) {
            publish(random.nextInt(tables));
        } else if (choice < 65) {
            edit(random.nextInt(tables) | 1);
        } else if (choice < 75) {
            orders.add(Host.sync(random.nextInt(stage.repositories.size())));
        } else if (choice < 90) {
            deliver();
        } else {
            somebodyActs();
        }
    }

    private void publishNew() {
        if (tables - stage.issues().count() < MOST_UNOPENED) {
            publish(tables);
        } else {
            orders.add(Host.sync(random.nextInt(stage.repositories.size())));
        }
    }

    private void publish(int table) {
        occurrences++;
        orders.add(Host.publish(table, occurrences, Instant.now()));
    }

    // Hosts give titles to the issues of tables with odd numbers only, and people to the others.
    private void edit(int table) {
        if (table < tables) {
            orders.add(Host.edit(table, edits.getOrDefault(table, 0) + 1));
        }
    }

    private void deliver() {
        if (deliveries.isEmpty()) {
            stage.github.webhooks().take().forEach(this::keepSome);
        }
        var next = deliveries.pollFirst();
        if (next != null) {
            orders.add(next);
        }
    }

    // Many get lost, as they do.
    private void keepSome(FakeDelivery delivery) {
        if (random.nextInt(3) == 0) {
            var body = new String(delivery.body(), StandardCharsets.UTF_8);
            IntStream.range(0, stage.repositories.size())
                    .filter(tracker ->
                            body.contains("/repos/" + Setting.OWNER + "/" + Setting.repository(tracker) + "/"))
                    .findFirst()
                    .ifPresent(tracker -> deliveries.add(Host.deliver(tracker, delivery.headers(), delivery.body())));
        }
    }

    private void somebodyActs() {
        var repository = stage.repositories.get(random.nextInt(stage.repositories.size()));
        List<FakeIssue> issues = repository.as("bob").issues();
        if (!issues.isEmpty()) {
            act(issues.get(random.nextInt(issues.size())));
        }
    }

    private void act(FakeIssue issue) {
        var now = issue.now();
        switch (random.nextInt(5)) {
            case 0 -> issue.label("seen-" + random.nextInt(20));
            case 1 -> issue.comment("I have seen it.");
            case 2 -> issue.close("completed");
            case 3 -> issue.reopen();
            default -> {
                if (number(now.title()) % 2 == 0) {
                    issue.edit(now.title() + "!", now.body());
                }
            }
        }
    }

    /** The number of the table in a title. */
    static int number(String title) {
        return Integer.parseInt(title.replaceAll("^table_(\\d+)\\b.*$", "$1"));
    }
}
