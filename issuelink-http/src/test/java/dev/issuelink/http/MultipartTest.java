package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.error.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files go out as forms, as they are on the disk. */
class MultipartTest {
    private final TestContext context = new TestContext();

    @TempDir
    Path folder;

    private TrackerHttp http(Loopback server) {
        return TrackerHttp.builder(context, server.url()).build();
    }

    private static HttpCall upload(String name, Path file) {
        return HttpCall.post("attachFile")
                .path("uploads")
                .file("file", name, "text/plain", file)
                .deadline(Duration.ofMinutes(5))
                .build();
    }

    @Test
    void aFileIsSentAsAFormOfOneField() throws Exception {
        var file = Files.writeString(folder.resolve("a"), "first\r\n--not the end--\n");
        try (var server = new Loopback((request, wire) -> wire.reply(201, "{}"))) {
            http(server).send(upload("plan.txt", file), Thing.class);
            var sent = server.requests().get(0);
            var type = sent.header("Content-Type").orElseThrow();
            assertThat(type).startsWith("multipart/form-data; boundary=issuelink-");
            var boundary = type.substring(type.indexOf('=') + 1);
            assertThat(sent.body())
                    .isEqualTo("--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n"
                            + "Content-Type: text/plain\r\n\r\nfirst\r\n--not the end--\n\r\n--" + boundary + "--\r\n");
            assertThat(sent.header("Content-Length"))
                    .contains(Integer.toString(sent.body().length()));
        }
    }

    @Test
    void boundariesComeFromTheGeneratorThatWasHandedIn() {
        assertThat(Multipart.boundary(new Random(1)))
                .isEqualTo(Multipart.boundary(new Random(1)))
                .isNotEqualTo(Multipart.boundary(new Random(2)));
    }

    @Test
    void aNameCannotStepOutOfItsHeader() throws Exception {
        var file = Files.writeString(folder.resolve("a"), "x");
        try (var server = new Loopback((request, wire) -> wire.reply(201, "{}"))) {
            http(server).send(upload("a\"\r\nX-Evil: 1\r\n\r\nbody", file));
            assertThat(server.requests().get(0).body())
                    .contains("filename=\"a%22%0D%0AX-Evil: 1%0D%0A%0D%0Abody\"\r\n");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpCall.post("x").file("f", "a", "text/plain\r\nX-Evil: 1", file));
    }

    @Test
    void aFileThatIsNotThereIsTheCallersFault() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(201, "{}"))) {
            var error = failure(() -> http(server).send(upload("plan.txt", folder.resolve("missing"))));
            assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION);
            assertThat(error).hasMessageContaining("plan.txt");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anUploadWhoseAnswerIsLostIsNotRepeated() throws Exception {
        var file = Files.writeString(folder.resolve("a"), "x");
        try (var server = new Loopback((request, wire) -> wire.reset())) {
            var error = failure(() -> http(server).send(upload("a", file)));
            assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
