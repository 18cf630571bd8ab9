package dev.issuelink.core.internal.guard.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.View;
import dev.issuelink.host.RedactionPolicy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSearchTest {
    private static ColumnNames columns() {
        return new ColumnNames(name -> RedactionPolicy.defaults().sensitiveColumns().stream()
                .anyMatch(pattern -> pattern.matcher(name).matches()));
    }

    private static String sensitive(String sql) {
        return search(sql, false);
    }

    private static String redact(String sql) {
        return search(sql, true);
    }

    private static String search(String sql, boolean isAllHidden) {
        var spans = new Spans(List.of(View.of(sql)), "[-]");
        new SqlSearch(columns(), isAllHidden).searchSql(sql, spans);
        return spans.cover().text();
    }

    private static String inText(String text) {
        var spans = new Spans(List.of(View.of(text)), "[-]");
        new SqlSearch(columns(), false).searchText(text, spans);
        return spans.cover().text();
    }

    /** Literals of sensitive columns hold a Q, all others do not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM users WHERE email = 'Q' AND status = 'open'",
                "SELECT * FROM users u WHERE u.email='Q' OR u.status='open'",
                "SELECT * FROM users WHERE 'Q' = email AND 'open' = status",
                "SELECT * FROM users WHERE lower(email) = lower('QQ') AND id = 5",
                "SELECT * FROM users WHERE email IN ('Q1', 'Q2', lower('Q3')) AND state IN ('a1', 'b1')",
                "SELECT * FROM users WHERE email NOT IN ('Q') AND state NOT IN ('a1')",
                "SELECT * FROM users WHERE email LIKE 'Q%' ESCAPE '!' AND name LIKE 'a%'",
                "SELECT * FROM users WHERE email NOT ILIKE '%Q' OR name ~* 'abc'",
                "SELECT * FROM users WHERE birth_date BETWEEN 'Q1' AND 'Q2' AND id BETWEEN 1 AND 9",
                "SELECT * FROM users WHERE email IS DISTINCT FROM 'Q' AND id IS NOT NULL",
                "SELECT * FROM users WHERE (email = 'Q' AND (status = 'open' OR id = 5)) LIMIT 10",
                "SELECT * FROM users WHERE email <> 'Q' ORDER BY id OFFSET 20",
                "SELECT * FROM \"Users\" WHERE \"UserEmail\" = 'Q' AND \"Status\" = 'open'",
                "SELECT * FROM `users` WHERE `email` = \"Q\" AND `status` = \"open\"",
                "SELECT * FROM [dbo].[users] WHERE [Email] = N'Q' AND [Status] = N'open'",
                "SELECT * FROM users WHERE email = E'Q\\'s' AND status = E'it\\'s'",
                "SELECT * FROM users WHERE email = 'Q\\'s' AND status = 'open'",
                "SELECT * FROM users WHERE email = 'Q''s' AND status = 'it''s'",
                "SELECT * FROM users WHERE password = $$Q$$ AND status = $a$open$a$",
                "SELECT * FROM users WHERE password = q'[Q's]' AND status = q'{open}'",
                "SELECT * FROM users WHERE email = U&'Q\\00e9' AND status = 'open'",
                "SELECT * FROM users WHERE email = _utf8mb4'Q' AND status = _utf8mb4'open'",
                "SELECT * FROM users WHERE data->>'email' = 'Q' AND data->>'status' = 'open'",
                "SELECT * FROM users WHERE JSON_EXTRACT(data, '$.email') = 'Q' AND JSON_EXTRACT(data, '$.state') = 'open'",
                "SELECT * FROM users WHERE concat(email, '') = concat('QQ', '') AND path = 'C:\\'",
                "SELECT 'Q' AS email, 'open' AS status, count(*) AS emails_sent",
                "SELECT CASE WHEN email = 'Q' THEN 'yes' ELSE 'none' END FROM users",
                "SELECT * FROM a JOIN b ON a.email = b.email AND b.kind = 'x1' WHERE a.ssn = 'Q'",
                "SELECT * FROM users WHERE email = 'Q' UNION SELECT * FROM old WHERE kind = 'x1'",
                "SELECT * FROM users WHERE id IN (SELECT user_id FROM cards WHERE card_number = 'Q') AND kind = 'x1'",
                "UPDATE users SET email = 'Q', name = 'bob', salary = 'Q' WHERE id = 5",
                "UPDATE users SET password = crypt('QQ', gen_salt('bf', 8)), name = upper('bob') WHERE id = 5",
                "UPDATE users SET (email, phone) = ('Q', 'Q') WHERE id = 5",
                "INSERT INTO users (id, email, name) VALUES (1, 'Q', 'bob'), (2, lower('Q2'), 'eve')",
                "INSERT INTO users(email, id) VALUES('Q',1)",
                "INSERT INTO `users` (`id`, `value`, `email`) VALUES (1, 'x1', 'Q') ON DUPLICATE KEY UPDATE `name` = 'bob'",
                "INSERT INTO users (id, email) SELECT 7, 'Q' FROM dual WHERE kind = 'x1'",
                "INSERT INTO users SET email = 'Q', name = 'bob'",
                "INSERT INTO users (id, email) VALUES (1, 'Q') ON CONFLICT (email) DO UPDATE SET name = 'bob'",
                "INSERT INTO users (id, email) VALUES (1, 'Q'); INSERT INTO kinds (id, name) VALUES (1, 'bob')",
                "REPLACE INTO users (id, email) VALUES (1, 'Q')",
                "MERGE INTO users u USING s ON u.id = s.id WHEN NOT MATCHED THEN INSERT (id, email) VALUES (1, 'Q')",
                "CREATE TABLE users (id int DEFAULT 7, email varchar(90) DEFAULT 'Q', kind text DEFAULT 'x1')",
                "ALTER TABLE users ALTER COLUMN email SET DEFAULT 'Q', ALTER COLUMN kind SET DEFAULT 'x1'",
                "ALTER TABLE users ADD CONSTRAINT df DEFAULT 'Q' FOR email",
                "CREATE FUNCTION f() RETURNS int AS $body$ BEGIN UPDATE users SET email = 'Q', kind = 'x1'; END $body$ LANGUAGE plpgsql",
                "DO $$ BEGIN DELETE FROM users WHERE email = 'Q' AND kind = 'x1'; END $$",
                "SELECT 1 -- WHERE email = 'Q' AND kind = 'x1'\nFROM dual WHERE kind = 'x2'",
                "SELECT 1 /* was: email = 'Q' AND kind = 'x1' */ FROM dual WHERE kind = 'x2'",
                "EXEC dbo.add_user @Name = N'bob', @Email = N'Q', @Kind = 5",
                "CALL add_user(p_name => 'bob', p_email => 'Q')",
                "BEGIN v_email := 'Q'; v_kind := 'x1'; END;",
                "SELECT * FROM users WHERE email = 'Q"
            })
    void literalsOfSensitiveColumnsAreHiddenAndOthersStay(String sql) {
        var hidden = sensitive(sql);
        assertThat(hidden).doesNotContain("Q").contains("[-]");
        // Whatever stands in quotes and has no Q, and every number, is still there.
        var literals = java.util.regex.Pattern.compile(
                        "['\"](?:open|bob|eve|x[12]|a1|b1|yes|none|abc|a%)['\"]|\\b[0-9]+\\b")
                .matcher(sql);
        while (literals.find()) {
            assertThat(hidden).contains(literals.group());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT email, phone FROM users WHERE id = 5 AND status = 'open'",
                "SELECT * FROM users WHERE email IS NULL AND status = 'open'",
                "SELECT count(email) FROM users GROUP BY status HAVING count(email) > 5",
                "SELECT * FROM users WHERE length(password) < 60 AND status = 'open'",
                "SELECT * FROM tokens WHERE tokens.id = 5 AND tokens.kind = 'bearer'",
                "SELECT * FROM users WHERE email = $1 AND password = ? AND phone = :phone AND token = @token",
                "SELECT * FROM users WHERE email = ''",
                "SELECT COALESCE(email, 'unknown') FROM users",
                "CREATE TABLE users (email varchar(255) NOT NULL DEFAULT '', password char(60), salary numeric(12, 2) DEFAULT 0)",
                "CREATE TABLE users (token uuid DEFAULT gen_random_uuid(), email text CHECK (email LIKE '%_@_%'))",
                "CREATE TABLE users (token text DEFAULT encode(gen_random_bytes(32), 'hex'))",
                "CREATE INDEX ix ON users (lower(email)) WHERE status = 'open'",
                "COMMENT ON COLUMN users.email IS 'where we write to'",
                "CREATE TABLE t (`email` varchar(64) COMMENT 'the address', kind enum('x1') DEFAULT 'x1') AUTO_INCREMENT=7",
                "UPDATE users SET email = NULL, phone = DEFAULT, email_verified = 1, password_changed_at = '2026-01-01'",
                "INSERT INTO users (id, email, name) VALUES (1, NULL, 'bob')",
                "INSERT INTO email_queue (id, kind) VALUES (1, 'x1')",
                "SELECT data->'email' FROM users WHERE data ? 'password'",
                "GRANT SELECT (email) ON users TO reporting"
            })
    void whatIsNoValueOfASensitiveColumnStays(String sql) {
        assertThat(sensitive(sql)).isEqualTo(sql);
    }

    @Test
    void allLiteralsAreHiddenIfSaid() {
        assertThat(redact("SELECT a, 'x' FROM t WHERE b = 'bob' AND c IN (1, 2.5e3, 0xFF) AND d = $$q$$"))
                .isEqualTo("SELECT a, '[-]' FROM t WHERE b = '[-]' AND c IN ([-], [-], [-]) AND d = $$[-]$$");
        assertThat(redact("INSERT INTO t VALUES (1, 'a''b', NULL, TRUE, -5)"))
                .isEqualTo("INSERT INTO t VALUES ([-], '[-]', NULL, TRUE, -[-])");
        assertThat(redact("UPDATE `t` SET `a` = \"x\" WHERE `b` = 'y'"))
                .isEqualTo("UPDATE `t` SET `a` = \"[-]\" WHERE `b` = '[-]'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t1 (a varchar(255) DEFAULT '', b numeric(12, 2) DEFAULT 0, c int DEFAULT -1, d decimal(5))",
                "SELECT a, t1.b2 FROM t1 ORDER BY 1, 2 LIMIT 10 OFFSET 20",
                "SELECT TOP 5 a FROM t GROUP BY 1 FETCH FIRST 3 ROWS ONLY",
                "SELECT data->'key', data->>'other' FROM \"my table\" WHERE a = b AND c = $1",
                "-- step 2 of 5\nSELECT 'x' FROM t"
            })
    void whatBelongsToTheStatementStaysEvenIfAllLiteralsAreHidden(String sql) {
        assertThat(redact(sql)).isEqualTo(sql.replace("'x'", "'[-]'"));
    }

    @Test
    void sqlIsFoundInTexts() {
        assertThat(
                        inText(
                                "It's slow, as we don't know why:\n\n```sql\nSELECT 1 FROM u WHERE email = 'Q'\n```\n\nIt isn't 'Q2'."))
                .doesNotContain("'Q'")
                .contains("'Q2'", "don't");
        assertThat(inText("The query `SELECT 1 FROM u WHERE email = 'Q'` isn't fast; email isn't 'bob' here."))
                .isEqualTo("The query `SELECT 1 FROM u WHERE email = '[-]'` isn't fast; email isn't 'bob' here.");
        assertThat(inText("It's slow: SELECT 1 FROM u WHERE email = 'Q' LIMIT 1"))
                .doesNotContain("Q");
        assertThat(inText("It's slow: INSERT INTO `u` (`id`, `email`) VALUES (1, 'Q')"))
                .doesNotContain("Q");
        assertThat(inText("- `email = 'Q'` is the condition, isn't it?")).doesNotContain("Q");
        assertThat(inText("~~~\nemail = 'Q'\n~~~\nthe email = 'x'"))
                .isEqualTo("~~~\nemail = '[-]'\n~~~\nthe email = 'x'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: duplicate key value violates unique constraint \"u\"\n  Detail: Key (email)=(Q) already exists.",
                "Detail: Key (id, email)=(5, Q) already exists.",
                "Detail: Key (lower(email::text))=(Q) already exists.",
                "ERROR 1062 (23000): Duplicate entry 'Q' for key 'users.email'",
                "ERROR 1062 (23000): Duplicate entry 'Q' for key 'users.uq_users_email'",
                "Detail: Failing row contains (5, bob, Q, null).",
                "Cannot insert duplicate key row in object 'dbo.users' with unique index 'ix_users_email'. The duplicate key value is (Q).",
                "near \"email = 'Q' AND x\": syntax error",
                "{\"sql\": \"SELECT 1 FROM u WHERE email = 'Q'\"}",
                "EXECUTE 'UPDATE users SET email = ''Q'' WHERE id = 5'"
            })
    void valuesInMessagesAreHidden(String message) {
        assertThat(errors(message)).doesNotContain("Q").contains("[-]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Detail: Key (id)=(5) already exists.",
                "Duplicate entry '5' for key 'users.PRIMARY'",
                "Key (id, kind)=(5, open) is not present in table \"kinds\".",
                "status = 'open' and the email is unknown"
            })
    void otherMessagesStay(String message) {
        assertThat(errors(message)).isEqualTo(message);
    }

    private static String errors(String message) {
        var view = View.of(message);
        var spans = new Spans(List.of(view), "[-]");
        new ErrorDetails(columns(), false).search(view, spans);
        return spans.cover().text();
    }

    @Property(tries = 2000)
    void brokenSqlIsReadToItsEnd(@ForAll("pieces") List<String> pieces) {
        var sql = String.join("", pieces);
        var tokens = SqlScanner.scan(sql);
        var at = 0;
        for (var token : tokens) {
            assertThat(token.from()).isGreaterThanOrEqualTo(at);
            assertThat(token.inner()).isBetween(token.from(), token.to());
            assertThat(token.innerEnd()).isBetween(token.inner(), token.to());
            assertThat(token.to()).isGreaterThan(token.from()).isLessThanOrEqualTo(sql.length());
            assertThat(sql.substring(at, token.from())).isBlank();
            at = token.to();
        }
        assertThat(sql.substring(at)).isBlank();
        assertThat(sensitive(sql)).isNotNull();
        assertThat(redact(sql)).isNotNull();
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "'",
                        "''",
                        "\"",
                        "`",
                        "[",
                        "]",
                        "$$",
                        "$a$",
                        "$1",
                        "E'",
                        "q'[",
                        "U&'",
                        "N'",
                        "--",
                        "/*",
                        "*/",
                        "\n",
                        " ",
                        "#",
                        "\\",
                        "\\'",
                        "(",
                        ")",
                        ",",
                        ";",
                        "=",
                        "<>",
                        "->>",
                        "email",
                        "SELECT",
                        "INSERT INTO",
                        "VALUES",
                        "IN",
                        "BETWEEN",
                        "AND",
                        "CASE",
                        "DEFAULT",
                        "1",
                        "1e",
                        "0x",
                        ".5",
                        "@",
                        ":",
                        "::",
                        "?",
                        "ü",
                        "\uD83D\uDE00",
                        "\0")
                .list()
                .ofMaxSize(40);
    }
}
