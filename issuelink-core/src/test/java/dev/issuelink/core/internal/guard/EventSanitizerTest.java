package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.TrackerException;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.RedactionPolicy.Literals;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSanitizerTest {
    private static final String TOKEN = "ghp_A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8";

    private static DatabaseEvent event(Map<String, ?> attributes) {
        return event(ObjectReference.of(ObjectType.TABLE, "orders"), attributes);
    }

    private static DatabaseEvent event(ObjectReference object, Map<String, ?> attributes) {
        return new DatabaseEvent(new EventType("query.slow"), object, EventAttributes.of(attributes), Instant.EPOCH);
    }

    private static SafeEvent sanitize(DatabaseEvent event, String... sqlPaths) {
        return sanitize(RedactionPolicy.defaults(), event, sqlPaths);
    }

    private static SafeEvent sanitize(RedactionPolicy policy, DatabaseEvent event, String... sqlPaths) {
        var sanitizer = new Sanitizer(List::of, policy, unchanged -> unchanged);
        return sanitizer.sanitize("Tracker", event, List.of(sqlPaths)::contains);
    }

    private static Map<String, Object> clean(Map<String, ?> attributes, String... sqlPaths) {
        return sanitize(event(attributes), sqlPaths).event().attributes().asMap();
    }

    @Test
    void everyTextOfTheTreeIsCleaned() {
        var safe = sanitize(event(Map.of(
                "message", "failed with " + TOKEN,
                "lines", List.of("ok", List.of("key " + TOKEN)),
                "deep", Map.of("er", Map.of("url", "redis://:hunter22@cache/0")))));

        assertThat(safe.event().attributes())
                .isEqualTo(EventAttributes.of(Map.of(
                        "message", "failed with [redacted]",
                        "lines", List.of("ok", List.of("key [redacted]")),
                        "deep", Map.of("er", Map.of("url", "redis://:[redacted]@cache/0")))));
        assertThat(safe.redactions()).isEqualTo(3);
    }

    @Test
    void whatHasNothingToHideIsEqualToWhatWasGiven() {
        var object = ObjectReference.builder(ObjectType.TABLE, "orders")
                .database("shop")
                .schema("sales")
                .versionHash("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                .modifiedAt(Instant.EPOCH)
                .build();
        var event = event(object, Map.of("rows", 5, "ratio", 0.5, "ok", true, "note", "a\tb\u200B & c%20d"));

        assertThat(sanitize(event)).isEqualTo(new SafeEvent(event, 0));
    }

    @Test
    void namesOfObjectsAreCleaned() {
        var object = ObjectReference.builder(ObjectType.TABLE, "dump_" + TOKEN)
                .database("postgres://app:hunter22@db/x")
                .schema("sales")
                .build();

        var safe = sanitize(event(object, Map.of())).event().object();

        assertThat(safe.name()).isEqualTo("dump_[redacted]");
        assertThat(safe.database()).contains("postgres://app:[redacted]@db/x");
        assertThat(safe.qualifiedName()).isEqualTo("postgres://app:[redacted]@db/x.sales.dump_[redacted]");
    }

    @Test
    void namesOfAttributesAreCleanedAndStayApart() {
        assertThat(clean(Map.of("counts", new java.util.TreeMap<>(Map.of("a@acme.io", 1, "b@acme.io", 2)))))
                .isEqualTo(Map.of("counts", Map.of("[redacted]", 1, "[redacted] 2", 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "db_password",
                "dbPassword",
                "DB-PASSWORD",
                "api_key",
                "apiKey",
                "client_secret",
                "accessToken",
                "token",
                "credentials",
                "private_key",
                "passwordHash",
                "Authorization",
                "connection_string",
                "aws.secret_access_key"
            })
    void theValueOfAnAttributeNamedLikeASecretIsHidden(String name) {
        assertThat(clean(Map.of(name, "blue"))).isEqualTo(Map.of(name, "[redacted]"));
        assertThat(clean(Map.of(name, 4711))).isEqualTo(Map.of(name, "[redacted]"));
        assertThat(clean(Map.of(name, List.of("blue", Map.of("now", "green")))))
                .isEqualTo(Map.of(name, List.of("[redacted]", Map.of("now", "[redacted]"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password_column",
                "token_count",
                "max_tokens",
                "is_secret",
                "secret_santa",
                "passwords_reset_at",
                "key",
                "cardinality",
                "token_id",
                "author",
                "tokens"
            })
    void otherAttributesStay(String name) {
        assertThat(clean(Map.of(name, "blue"))).isEqualTo(Map.of(name, "blue"));
    }

    @Test
    void theTypeOfASensitiveColumnIsNoSecret() {
        var columns = Map.of(
                "password",
                Map.of("type", "varchar(255)", "nullable", false),
                "email",
                "character varying(64)",
                "token",
                "uuid");

        assertThat(clean(columns)).isEqualTo(columns);
    }

    @Test
    void attributesNamedLikeSensitiveColumnsFollowThePolicy() {
        var row = event(Map.of("email", "bob", "salary", 5000, "city", "Bern"));

        assertThat(sanitize(row).event().attributes().asMap())
                .isEqualTo(Map.of("email", "[redacted]", "salary", "[redacted]", "city", "Bern"));
        assertThat(sanitize(RedactionPolicy.builder().literals(Literals.KEEP).build(), row)
                        .event())
                .isEqualTo(row);
    }

    @Test
    void whatIsSaidToBeSqlOrBeginsLikeItIsReadAsSql() {
        var condition = "u.birth_date = '1980-01-01'";

        assertThat(clean(Map.of("q", Map.of("where", "lower(email) IN ('bob', 'eve')")), "q.where"))
                .isEqualTo(Map.of("q", Map.of("where", "lower(email) IN ('[redacted]', '[redacted]')")));
        assertThat(clean(Map.of("list", List.of(condition)), "list"))
                .isEqualTo(Map.of("list", List.of("u.birth_date = '[redacted]'")));
        assertThat(clean(Map.of("x", "/* job 7 */ (select * from u where lower(email) = 'bob')")))
                .isEqualTo(Map.of("x", "/* job 7 */ (select * from u where lower(email) = '[redacted]')"));
    }

    @Test
    void numbersOfCardsAreHiddenAsNumbersToo() {
        assertThat(clean(Map.of("pan_of_test", 4111111111111111L, "id", 4111111111111112L)))
                .isEqualTo(Map.of("pan_of_test", "[redacted]", "id", 4111111111111112L));
    }

    @Test
    void cleaningTwiceChangesNothingMore() {
        var once = sanitize(event(Map.of("password", "x", "email", 5, "a@acme.io", TOKEN, "q", "WHERE email = 'x1'")));

        assertThat(sanitize(once.event())).isEqualTo(new SafeEvent(once.event(), 0));
    }

    @Test
    void ifValuesCannotBeCheckedNothingIsWritten() {
        var sanitizer = new Sanitizer(List::of, text -> {
            throw new IllegalStateException("hunter22");
        });
        assertThatThrownBy(() -> sanitizer.sanitize("Tracker", event(Map.of("a", "b")), path -> false))
                .isInstanceOf(TrackerException.class)
                .hasMessageContaining("nothing was written")
                .hasMessageNotContaining("hunter22");
    }
}
