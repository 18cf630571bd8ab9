package dev.issuelink.jdbc;

import dev.issuelink.jdbc.ExportLine.Unusable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The lines of an export as JSON, one object each. Bytes are in base64, text is as the tables keep it. */
final class ExportFormat {
    static final long VERSION = 1;
    private static final String NAME = "issuelink-stores";
    private static final int MOST_NAMED = 60;

    // A line was read into memory by then, so its texts may be as long as they are.
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(3)
                    .build())
            .build();

    byte[] header() {
        return line(out -> {
            out.writeStringProperty("format", NAME);
            out.writeNumberProperty("version", VERSION);
            out.writeNumberProperty("schema", Migrations.SCHEMA);
        });
    }

    byte[] row(MovedRow row) {
        return line(out -> {
            out.writeStringProperty("table", row.table().name());
            for (var place = 0; place < row.values().size(); place++) {
                out.writeName(row.table().columns().get(place).name());
                write(out, row.values().get(place));
            }
        });
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof byte[] bytes) {
            out.writeString(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof Long number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else {
            out.writeString((String) value);
        }
    }

    byte[] end(Map<String, Long> rows, String hash) {
        return line(out -> {
            out.writeObjectPropertyStart("end");
            rows.forEach(out::writeNumberProperty);
            out.writeEndObject();
            out.writeStringProperty("sha256", hash);
        });
    }

    private byte[] line(Consumer<JsonGenerator> properties) {
        var bytes = new ByteArrayOutputStream();
        try (var out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            properties.accept(out);
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** What a line says, without its end. */
    ExportLine read(byte[] line) throws Unusable {
        try (var in = json.createParser(ObjectReadContext.empty(), line)) {
            require(in.nextToken() == JsonToken.START_OBJECT, "is no JSON object");
            var first = String.valueOf(in.nextName());
            var said = switch (first) {
                case "table" -> row(in);
                case "format" -> header(in);
                case "end" -> end(in);
                default -> throw new Unusable("is none of an export: it begins with " + clipped(first));
            };
            require(in.nextToken() == null, "holds more than one object");
            return said;
        } catch (JacksonException broken) {
            throw new Unusable("is no JSON object, or broken off");
        }
    }

    private static ExportLine.Header header(JsonParser in) throws Unusable {
        require(NAME.equals(text(in)), "does not begin an export of IssueLink");
        var version = number(in, "version");
        var schema = number(in, "schema");
        require(in.nextToken() == JsonToken.END_OBJECT, "says more than the beginning of an export does");
        return new ExportLine.Header(version, schema);
    }

    private static @Nullable String text(JsonParser in) {
        return in.nextToken() == JsonToken.VALUE_STRING ? in.getString() : null;
    }

    private static long number(JsonParser in, String name) throws Unusable {
        require(name.equals(in.nextName()), "lacks the number " + name);
        return number(in);
    }

    private static long number(JsonParser in) throws Unusable {
        require(in.nextToken() == JsonToken.VALUE_NUMBER_INT, "holds no whole number where one should be");
        return in.getLongValue();
    }

    private static ExportLine.End end(JsonParser in) throws Unusable {
        require(in.nextToken() == JsonToken.START_OBJECT, "has no numbers of rows");
        var rows = new LinkedHashMap<String, Long>();
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            rows.put(name, number(in));
        }
        require("sha256".equals(in.nextName()), "has no hash");
        var hash = text(in);
        require(hash != null && in.nextToken() == JsonToken.END_OBJECT, "has no hash");
        return new ExportLine.End(rows, String.valueOf(hash));
    }

    private static MovedRow row(JsonParser in) throws Unusable {
        var name = String.valueOf(text(in));
        var table = MovedTable.named(name)
                .orElseThrow(() -> new Unusable("is of a table that is not known: " + clipped(name)));
        var values = new ArrayList<@Nullable Object>(
                Collections.nCopies(table.columns().size(), null));
        var given = new boolean[values.size()];
        for (var column = in.nextName(); column != null; column = in.nextName()) {
            var place = table.indexOf(column);
            require(place >= 0, "has a column that " + name + " does not have: " + clipped(column));
            require(!given[place], "has the column " + column + " twice");
            given[place] = true;
            values.set(place, value(in, table.columns().get(place)));
        }
        for (var place = 0; place < given.length; place++) {
            require(
                    given[place],
                    "lacks the column " + table.columns().get(place).name());
        }
        return new MovedRow(table, values);
    }

    private static @Nullable Object value(JsonParser in, MovedColumn column) throws Unusable {
        var value = switch (in.nextToken()) {
            case VALUE_STRING -> column.isBinary() ? bytes(in.getString()) : in.getString();
            case VALUE_NUMBER_INT -> (Object) in.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> List.of();
        };
        require(column.takes(value), "holds what the column " + column.name() + " does not take");
        return value;
    }

    private static Object bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return text;
        }
    }

    private static void require(boolean condition, String otherwise) throws Unusable {
        if (!condition) {
            throw new Unusable(otherwise);
        }
    }

    private static String clipped(String name) {
        return name.length() <= MOST_NAMED ? name : name.substring(0, MOST_NAMED) + "...";
    }
}
