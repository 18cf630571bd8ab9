package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Atlassian's own schema of its document format, where it stands beside the repository. */
final class AdfSchema {
    private static final String FILE = "contracts/adf-v1.schema.json";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Optional<JsonNode> TEXT = file().map(file -> JSON.readTree(file.toFile()));
    private static final Optional<Schema> SCHEMA = TEXT.map(text ->
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(text));
    private static final Optional<FastSchema> FAST = TEXT.map(FastSchema::new);

    private AdfSchema() {}

    static boolean isThere() {
        return SCHEMA.isPresent();
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** What a general validator says is wrong; only for documents that are not deep, since it tries every way. */
    static List<String> faults(JsonNode document) {
        return SCHEMA.map(schema ->
                        schema.validate(document).stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    static boolean holds(JsonNode document) {
        return FAST.map(schema -> schema.holds(document)).orElse(true);
    }

    static void assertHolds(JsonNode document) {
        assertThat(holds(document)).as(() -> "valid: " + document).isTrue();
    }

    private static Optional<Path> file() {
        var named = Stream.ofNullable(System.getProperty("issuelink.shared")).map(folder -> Path.of(folder, FILE));
        var above = Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared").resolve(FILE));
        return Stream.concat(named, above).filter(Files::exists).findFirst();
    }
}
