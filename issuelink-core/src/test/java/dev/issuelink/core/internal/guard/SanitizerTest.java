package dev.issuelink.core.internal.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.testkit.Samples;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
    private static String clean(String text, String... known) {
        var sanitizer = new Sanitizer(() -> List.of(known), unchanged -> unchanged);
        var write = new Write.AddComment(Samples.issueReference("1"), text);
        return RedactionNote.without(
                ((Write.AddComment) sanitizer.sanitize("Tracker", write).write()).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghp_S3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3t",
                "github_pat_S3cr3tS3cr3tS3cr3t_S3cr3tS3cr3t",
                "glpat-S3cr3tS3cr3tS3cr3t",
                "ATATT3xS3cr3tS3cr3tS3cr3tS3cr3t",
                "xoxb-S3cr3t-S3cr3t-S3cr3t",
                "npm_S3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3t",
                "AIzaS3cr3tS3cr3tS3cr3tS3cr3tS3cr3tS3cr3t",
                "sk-S3cr3tS3cr3tS3cr3tS3cr3t",
                "eyJS3cr3tS3cr3t.eyJS3cr3tS3cr3t.S3cr3tS3cr3t",
                "-----BEGIN RSA PRIVATE KEY-----\nS3cr3t\nS3cr3t==\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nS3cr3t\n",
                "-----BEGIN PGP PRIVATE KEY BLOCK-----\nS3cr3t\n-----END PGP PRIVATE KEY BLOCK-----",
                "Authorization: Basic S3cr3tS3cr3tS3cr3t==",
                "Authorization: Basic ScrStSecretScrSt",
                "Bearer S3cr3tS3cr3tS3cr3t",
                "postgres://app:S3cr3t@db/orders",
                "redis://:S3cr3t@cache",
                "postgres://app:S3cr3t@S3cr3t@db/orders",
                "jdbc:oracle:thin:scott/S3cr3t@//host:1521/x",
                "db_password=S3cr3t",
                "spring.datasource.password: S3cr3t",
                "PGPASSWORD=S3cr3t psql",
                "AWS_SECRET_ACCESS_KEY=S3cr3t",
                "client_secret => 'S3cr3t'",
                "{\"password\": \"S3cr3t with S3cr3t\"}",
                "{\\\"password\\\":\\\"S3cr3t\\\"}",
                "password='S3cr3t and S3cr3t'",
                "jdbc:sqlserver://h;user=x;password=S3cr3t;encrypt=true",
                "CREATE USER app IDENTIFIED BY 'S3cr3t'",
                "CREATE USER app IDENTIFIED BY S3cr3t",
                "ALTER USER app IDENTIFIED WITH mysql_native_password BY 'S3cr3t'",
                "ALTER ROLE app WITH ENCRYPTED PASSWORD 'S3''cr3t S3cr3t'",
                "SET PASSWORD FOR app = PASSWORD('S3cr3t')"
            })
    void whatLooksLikeASecretGoes(String text) {
        assertThat(clean("before " + text + " after"))
                .contains("[redacted]")
                .startsWith("before ")
                .doesNotContain("S3cr3t")
                .doesNotContain("cr3t")
                .doesNotContain("ScrSt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users ADD password VARCHAR(255) NOT NULL DEFAULT ''",
                "SELECT id FROM users WHERE password = ? AND token = $1",
                "UPDATE users SET password = :newPassword WHERE id = :id",
                "UPDATE users SET password = NULL, pwd = DEFAULT",
                "Basic authentication failed for the bearer of the certificate.",
                "Rows are identified by their id; the basic functionality works.",
                "See https://example.org:8443/a/b?c=d#e and ask @bob.",
                "The secretary asked about passwords and the password policy.",
                "CREATE INDEX sk_orders ON orders (task_id); -- sk-1",
                "GRANT SELECT ON sales.orders TO app; COMMENT ON COLUMN t.pwd IS 'hash';",
                "password=${DB_PASSWORD}",
                "commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904 | pg_dump -----",
                "| table | rows |\n|---|---|\n| `orders` | 12.345 |",
                "git@github.com:acme/app.git"
            })
    void ordinaryTextStays(String text) {
        assertThat(clean(text)).isEqualTo(text);
    }

    static Stream<String> hostile() {
        return Stream.of(
                        "eyJaaaaaaaaa-",
                        "eyJaaaaaaaa.",
                        "-----BEGIN PRIVATE KEY-----",
                        "-----BEGIN PRIVATE KEY----- - ",
                        "a://a:",
                        "a.a.a.a",
                        "a://",
                        "password",
                        "password=",
                        "password '",
                        "password \"",
                        "password 'a''",
                        "identified by ",
                        "create user a identified by ",
                        "basic a",
                        "bearer ",
                        "Bearer aaaaaaaaaaaa/",
                        "jdbc:oracle:a:a/",
                        "secret:",
                        "ghp_",
                        "a+b-c.",
                        "://",
                        "identified with a ",
                        "\\\"")
                .map(piece -> piece.repeat(200_000 / piece.length()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextIsReadToItsEnd(String text) {
        assertThat(clean(text)).isNotNull();
    }

    @Test
    void knownSecretsGoWhateverSignsTheyAreMadeOf() {
        assertThat(clean("x a.b*c(d)$1\\E[ y", "a.b*c(d)$1\\E[")).isEqualTo("x [redacted] y");
    }

    @Test
    void aSecretThatIsAPartOfAnotherLeavesNothingOfIt() {
        assertThat(clean("the key master-key-2026", "master", "master-key-2026"))
                .isEqualTo("the key [redacted]");
    }

    @Property(tries = 300)
    void aKnownSecretIsNowhereLeft(@ForAll @StringLength(min = 6, max = 30) String secret, @ForAll String around) {
        assertThat(clean(around + secret + around, secret).replace("[redacted]", ""))
                .doesNotContain(secret);
    }

    static Stream<String> knownForms() {
        var secret = "S3cr3t/of+the=host<&>'x\"_y";
        var bytes = secret.getBytes(UTF_8);
        var base64 = Base64.getEncoder();
        return Stream.of(
                secret,
                base64.encodeToString(bytes),
                base64.withoutPadding().encodeToString(bytes),
                base64.encodeToString(("app:" + secret).getBytes(UTF_8)),
                base64.encodeToString(("root:" + secret + "\n").getBytes(UTF_8)),
                base64.encodeToString(("admin:" + secret + ":x").getBytes(UTF_8)),
                Base64.getUrlEncoder().encodeToString(("a:" + secret).getBytes(UTF_8)),
                Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                URLEncoder.encode(secret, UTF_8),
                URLEncoder.encode(URLEncoder.encode(secret, UTF_8), UTF_8),
                secret.replace("/", "\\/").replace("\"", "\\\""),
                secret.replace("\"", "\\\\\\\""),
                secret.replace("<", "\\u003c").replace(">", "\\u003E").replace("&", "\\u0026"),
                secret.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"),
                secret.replaceAll("([_+=<>&/-])", "\\\\$1"),
                secret.replaceAll("(?<=[a-z])(?=[a-z])", "\u200B"),
                secret.substring(0, 9) + "\n    " + secret.substring(9),
                secret.substring(0, 12) + "\r\n> " + secret.substring(12));
    }

    @ParameterizedTest
    @MethodSource("knownForms")
    void aKnownSecretIsFoundHoweverItIsWritten(String form) {
        assertThat(clean("before " + form + " after", "S3cr3t/of+the=host<&>'x\"_y"))
                .isEqualTo("before [redacted] after");
    }

    @Test
    void aPieceOfAKnownKeyOfSeveralLinesIsFound() {
        var key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n-----END KEY-----\n";

        assertThat(clean("got AQEFAASCBKcwggSjAgEAAoIB", key)).isEqualTo("got [redacted]");
        assertThat(clean("got " + key.replace("\n", "\\n"), key)).isEqualTo("got [redacted]");
        assertThat(clean("got " + key.strip().replace("\n", " "), key)).isEqualTo("got [redacted]");
    }

    @Test
    void knownSecretsThatStandInAnyTextAreLeft() {
        assertThat(clean("the root of it", "root", "", "      ")).isEqualTo("the root of it");
    }

    @Test
    void aNewIssueSaysOnceHowManyValuesWereRedacted() {
        var sanitizer = new Sanitizer(() -> List.of("hunter2hunter2"), unchanged -> unchanged);
        var draft = IssueDraft.builder("about hunter2hunter2")
                .body("hunter2hunter2 and ghp_A1b2C3d4E5f6G7h8I9j0")
                .field("note", "hunter2hunter2")
                .build();

        var once = sanitizer.sanitize("Tracker", new Write.CreateIssue(draft, List.of()), 3);
        var twice = sanitizer.sanitize("Tracker", once.write(), 3);
        var again = sanitizer.sanitize("Tracker", once.write());

        assertThat(((Write.CreateIssue) once.write()).draft().body())
                .isEqualTo("[redacted] and [redacted]\n\n_7 values were redacted._");
        assertThat(once.redactions()).isEqualTo(7);
        assertThat(twice.write()).isEqualTo(once.write());
        assertThat(again.write()).isEqualTo(once.write());
        assertThat(again.redactions()).isZero();
    }

    @Test
    void whatIsRedactedLaterIsAddedToTheNote() {
        assertThat(note("a ghp_A1b2C3d4E5f6G7h8I9j0\n\n_2 values were redacted._", 0))
                .isEqualTo("a [redacted]\n\n_3 values were redacted._");
        assertThat(note("plain", 0)).isEqualTo("plain");
        assertThat(note("plain", 1)).isEqualTo("plain\n\n_1 value was redacted._");
        assertThat(note("", 2)).isEqualTo("_2 values were redacted._");
    }

    private static String note(String text, int earlier) {
        var sanitizer = new Sanitizer(List::of, unchanged -> unchanged);
        var write = new Write.AddComment(Samples.issueReference("1"), text);
        return ((Write.AddComment) sanitizer.sanitize("Tracker", write, earlier).write()).text();
    }

    @Test
    void aChangedBodyHasANoteAndOtherChangesHaveNone() {
        var sanitizer = new Sanitizer(() -> List.of("hunter2hunter2"), unchanged -> unchanged);
        var changes = IssueChanges.builder().title("hunter2hunter2").addLabel("hunter2hunter2");
        var issue = Samples.issueReference("1");

        var title = sanitizer.sanitize("Tracker", new Write.UpdateIssue(issue, changes.build()));
        var body = sanitizer.sanitize(
                "Tracker",
                new Write.UpdateIssue(
                        issue, changes.body(Change.set("hunter2hunter2")).build()));

        assertThat(((Write.UpdateIssue) title.write()).changes())
                .isEqualTo(IssueChanges.builder()
                        .title("[redacted]")
                        .addLabel("[redacted]")
                        .build());
        assertThat(((Write.UpdateIssue) body.write()).changes().body())
                .isEqualTo(Change.set("[redacted]\n\n_3 values were redacted._"));
    }

    @Test
    void aTitleThatIsNothingButASecretStillSaysSomething() {
        var sanitizer = new Sanitizer(() -> List.of("hunter2hunter2"), unchanged -> unchanged);
        var draft = IssueDraft.builder("hunter2hunter2")
                .labels(List.of("hunter2hunter2"))
                .build();

        var safe = sanitizer.sanitize("Tracker", new Write.CreateIssue(draft, List.of()));

        assertThat(((Write.CreateIssue) safe.write()).draft().title()).isEqualTo("[redacted]");
        assertThat(safe.redactions()).isEqualTo(2);
    }

    @Test
    void ifSecretsCannotBeLookedUpNothingIsWritten() {
        var sanitizer = new Sanitizer(
                () -> {
                    throw new IllegalStateException("vault says hunter2");
                },
                unchanged -> unchanged);
        var write = new Write.AddComment(Samples.issueReference("1"), "text");

        assertThatThrownBy(() -> sanitizer.sanitize("Tracker", write))
                .isInstanceOf(TrackerException.class)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
