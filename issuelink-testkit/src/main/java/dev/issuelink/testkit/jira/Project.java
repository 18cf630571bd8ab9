package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A project; mutable, guarded by the world's lock. */
final class Project {

    static final List<String> TYPES = List.of("Task", "Bug", "Story");
    static final List<String> PRIORITIES = List.of("Highest", "High", "Medium", "Low", "Lowest");
    static final List<String> RESOLUTIONS = List.of("Done", "Won't Do", "Duplicate");
    private static final int FIRST_TYPE = 10_100;

    final long id;
    final String key;
    final String name;
    final List<Field> fields = new ArrayList<>();
    final Set<String> hidden = new LinkedHashSet<>();
    final List<Version> versions = new ArrayList<>();
    FakeWorkflow workflow = FakeWorkflow.simple();
    final AtomicLong lastNumber = new AtomicLong();

    Project(long id, String key, String name) {
        this.id = id;
        this.key = key;
        this.name = name;
    }

    Map<String, @Nullable Object> view(World world) {
        return Json.object(
                "self",
                world.restUrl() + "/project/" + id,
                "id",
                Long.toString(id),
                "key",
                key,
                "name",
                name,
                "projectTypeKey",
                "software");
    }

    static String typeId(String type) {
        return Integer.toString(FIRST_TYPE + TYPES.indexOf(type));
    }

    /** The fields of the screens: those that Jira has by itself, then the project's own. */
    List<Field> screen() {
        var screen = new ArrayList<Field>();
        screen.add(new Field("summary", "Summary", "string", "", true, List.of()));
        screen.add(new Field("description", "Description", "string", "", false, List.of()));
        screen.add(new Field("labels", "Labels", "array", "", false, List.of()));
        screen.add(new Field("priority", "Priority", "priority", "", false, PRIORITIES));
        screen.add(new Field("assignee", "Assignee", "user", "", false, List.of()));
        screen.add(new Field("fixVersions", "Fix versions", "array", "", false, List.of()));
        screen.addAll(fields);
        screen.removeIf(field -> hidden.contains(field.id()));
        return screen;
    }
}
