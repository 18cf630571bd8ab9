package dev.issuelink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.http.JsonCodec.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON as trackers write it. */
class JsonCodecTest {
    enum State {
        OPEN,
        CLOSED
    }

    record Person(String login) {}

    record Everything(
            long id,
            int count,
            boolean locked,
            @Nullable State state,
            @Nullable Instant updatedAt,
            @Nullable Person user,
            @Nullable List<Person> assignees,
            Optional<String> note) {}

    private final JsonCodec codec = JsonCodec.standard();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatIsKnownAndOverlooksTheRest() throws Exception {
        var json =
                "{\"id\":9007199254740993,\"state\":\"open\",\"updated_at\":\"2026-01-02T03:04:05Z\",\"new\":{\"a\":[1]},"
                        + "\"user\":null,\"assignees\":[{\"login\":\"a\",\"x\":1}],\"locked\":null,\"count\":null}";
        var read = codec.read(utf8(json), Everything.class);
        assertThat(read)
                .isEqualTo(new Everything(
                        9007199254740993L,
                        0,
                        false,
                        State.OPEN,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        null,
                        List.of(new Person("a")),
                        Optional.empty()));
        assertThat(codec.read(utf8("{\"state\":\"triage\"}"), Everything.class).state())
                .isNull();
        assertThat(codec.read(utf8("{\"a\":{\"b\":1}}"), Map.class)).isEqualTo(Map.of("a", Map.of("b", 1)));
        assertThat(codec.readList(new ByteArrayInputStream(utf8("[{\"login\":\"a\"}]")), Person.class))
                .containsExactly(new Person("a"));
    }

    @Test
    void writesWhatIsThere() throws Exception {
        var value = new Everything(1, 2, true, null, Instant.EPOCH, new Person("é"), List.of(), Optional.of("n"));
        assertThat(new String(codec.write(value), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":1,\"count\":2,\"locked\":true,\"updated_at\":\"1970-01-01T00:00:00Z\","
                        + "\"user\":{\"login\":\"é\"},\"assignees\":[],\"note\":\"n\"}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.write(new Object() {
                    @SuppressWarnings("unused")
                    public String getIt() {
                        throw new IllegalStateException("canary");
                    }
                }))
                .withMessageNotContaining("canary");
    }

    @Test
    void whatIsNotWholeOrNotOfTheShapeIsSaidWithItsPlaceAndNotQuoted() {
        for (var json : List.of(
                "{\"id\":\"canary\"}",
                "{\"user\":[\"canary\"]}",
                "canary",
                "{\"id\":1} canary",
                "[]",
                "null",
                "",
                "{\"updated_at\":\"canary\"}")) {
            assertThatExceptionOfType(MalformedJsonException.class)
                    .as(json)
                    .isThrownBy(() -> codec.read(utf8(json), Everything.class))
                    .withMessageNotContaining("canary")
                    .withNoCause();
        }
        var cut = catchThrowableOfType(
                MalformedJsonException.class,
                () -> codec.read(utf8("{\n \"user\":{\"login\":\"cana"), Everything.class));
        assertThat(cut.truncated()).isTrue();
        assertThat(cut).hasMessageContaining("line 2");
        var wrong = catchThrowableOfType(
                MalformedJsonException.class, () -> codec.read(utf8("{\"user\":{\"login\":{}}}"), Everything.class));
        assertThat(wrong.truncated()).isFalse();
        assertThat(wrong).hasMessageContaining("user.login");
    }

    @Test
    void nestingHasItsBoundsAndLongStringsTheirRoom() throws Exception {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> codec.read(utf8("[".repeat(300) + "]".repeat(300)), List.class));
        var text = "x".repeat(6_000_000);
        assertThat(codec.read(utf8("{\"login\":\"" + text + "\"}"), Person.class)
                        .login())
                .hasSize(6_000_000);
    }

    @Test
    void aBrokenStreamIsReportedAsSuch() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> codec.read(broken, Person.class))
                .withMessage("broken pipe");
    }
}
