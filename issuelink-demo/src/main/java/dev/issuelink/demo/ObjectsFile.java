package dev.issuelink.demo;

import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the host's objects: lines of kind, tab and name. Empty lines and those that start with {@code #} say nothing. */
final class ObjectsFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ObjectsFile() {}

    static List<ObjectReference> read(Input input) {
        var objects = new ArrayList<ObjectReference>();
        // A decoder of one's own, unlike that of a Reader made with a charset, refuses what is not UTF-8.
        try (var in = input.open();
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!text.isBlank() && !text.startsWith("#")) {
                    objects.add(object(input, number, text));
                }
            }
        } catch (IOException e) {
            throw input.unreadable(e);
        }
        if (objects.isEmpty()) {
            throw new DemoFailure(input.name() + " names no object.");
        }
        return objects.stream().distinct().toList();
    }

    private static ObjectReference object(Input input, int number, String line) {
        var parts = line.split("\t", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new DemoFailure("%s, line %d: expected a kind, a tab and a name.".formatted(input.name(), number));
        }
        try {
            return ObjectReference.of(ObjectType.of(parts[0]), parts[1].strip());
        } catch (IllegalArgumentException notAKind) {
            throw new DemoFailure(
                    "%s, line %d: \"%s\" is no kind; it takes letters, digits and _."
                            .formatted(input.name(), number, parts[0]),
                    notAKind);
        }
    }
}
