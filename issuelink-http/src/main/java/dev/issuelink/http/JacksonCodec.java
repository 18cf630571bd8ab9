package dev.issuelink.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The codec on Jackson. No message of Jackson leaves: they quote the text. */
final class JacksonCodec implements JsonCodec {
    static final JacksonCodec INSTANCE = new JacksonCodec();

    private static final int DEEPEST = 200;
    private static final int LONGEST_STRING = 20_000_000;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(
                    ignored -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private JacksonCodec() {}

    private interface Reading<T> {
        T from(ObjectReader reader);
    }

    @Override
    public <T> T read(InputStream json, Class<T> type) throws IOException {
        return reading(mapper.readerFor(type), reader -> reader.readValue(json));
    }

    @Override
    public <T> List<T> readList(InputStream json, Class<T> itemType) throws IOException {
        List<T> items = reading(mapper.readerForListOf(itemType), reader -> reader.readValue(json));
        return Collections.unmodifiableList(items);
    }

    @Override
    public <T> T read(byte[] json, Class<T> type) throws MalformedJsonException {
        try {
            return reading(mapper.readerFor(type), reader -> reader.readValue(json));
        } catch (MalformedJsonException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new IllegalStateException("an array cannot fail to be read", impossible);
        }
    }

    @Override
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JacksonException unwritable) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " cannot be written as JSON" + place(unwritable));
        }
    }

    private static <T> T reading(ObjectReader reader, Reading<T> reading) throws IOException {
        try {
            var value = reading.from(reader);
            if (value == null) {
                throw new MalformedJsonException("It is null where a value was expected.", false);
            }
            return value;
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        } catch (JacksonException unreadable) {
            throw malformed(unreadable);
        }
    }

    private static MalformedJsonException malformed(JacksonException unreadable) {
        var truncated = unreadable instanceof UnexpectedEndOfInputException;
        var what = truncated ? "The JSON ends in the middle" : "It is not JSON of the expected form";
        return new MalformedJsonException(what + place(unreadable) + ".", truncated);
    }

    private static String place(JacksonException unreadable) {
        var location = unreadable.getLocation();
        var path = unreadable.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .map(step -> step.replaceAll("[^A-Za-z0-9_\\[\\]-]", "?"))
                .limit(10)
                .collect(Collectors.joining("."));
        var at = location == null || location.getLineNr() < 1
                ? ""
                : String.format(Locale.ROOT, " at line %d, column %d", location.getLineNr(), location.getColumnNr());
        return at + (path.isEmpty() ? "" : " (" + path.substring(0, Math.min(path.length(), 120)) + ")");
    }
}
