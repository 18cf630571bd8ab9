package dev.issuelink.core.internal.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements of several dialects, and texts about them, that hold nothing to hide but much that looks like it. */
final class CleanCorpus {
    private static final Pattern SLOT = Pattern.compile("<([a-z]+)>");
    private static final List<String> TABLES = List.of(
            "users",
            "accounts",
            "user_credentials",
            "password_resets",
            "auth_tokens",
            "oauth_clients",
            "api_keys",
            "secret_santa",
            "sessions",
            "email_queue",
            "payment_cards",
            "audit_log",
            "schema_migrations",
            "orders",
            "order_items",
            "token_usage",
            "birthdays",
            "salaries",
            "phone_calls",
            "secrets_rotation",
            "login_attempts",
            "key_value_store",
            "passports",
            "flyway_schema_history",
            "git_commits");
    private static final List<String> COLUMNS = List.of(
            "password_hash",
            "password",
            "token",
            "refresh_token",
            "api_key",
            "secret",
            "email",
            "phone",
            "iban",
            "card_number",
            "salary",
            "birth_date",
            "ssn",
            "access_key",
            "private_key_id",
            "token_type",
            "email_verified",
            "password_changed_at",
            "session_id",
            "credential_id",
            "secret_santa",
            "passphrase_hint",
            "card_type",
            "phone_country");
    private static final List<String> PLAIN = List.of(
            "id",
            "status",
            "created_at",
            "name",
            "amount",
            "quantity",
            "region",
            "checksum",
            "description",
            "version",
            "kind",
            "title",
            "state",
            "currency",
            "sha",
            "position");
    private static final List<String> TYPES = List.of(
            "VARCHAR(255)",
            "TEXT",
            "CHAR(60)",
            "BYTEA",
            "UUID",
            "NVARCHAR(128)",
            "BIGINT",
            "VARBINARY(64)",
            "CHARACTER VARYING(72)",
            "NUMERIC(12,2)",
            "TIMESTAMP WITH TIME ZONE",
            "JSONB",
            "VARCHAR2(64 CHAR)",
            "Nullable(String)");
    private static final List<String> WORDS = List.of(
            "open",
            "closed",
            "pending",
            "EUR",
            "north",
            "retail",
            "v2",
            "draft",
            "shipped",
            "2024-03-01",
            "A-1001",
            "blue");

    private static final List<String> STATEMENTS = List.of(
            // PostgreSQL
            "CREATE TABLE <schema>.<table> (\n  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n  <secret> <type> NOT NULL,\n  <secretb> <type> DEFAULT NULL,\n  <plain> text NOT NULL DEFAULT '<word>',\n  created_at timestamptz NOT NULL DEFAULT now()\n);",
            "CREATE TABLE <table> (token uuid NOT NULL DEFAULT gen_random_uuid(), <secret> text, CONSTRAINT <table>_pkey PRIMARY KEY (token));",
            "ALTER TABLE <schema>.<table> ALTER COLUMN token SET DEFAULT encode(gen_random_bytes(32), 'hex');",
            "ALTER TABLE <table> ADD COLUMN <secret> <type>; COMMENT ON COLUMN <table>.<secret> IS 'bcrypt hash, never the password itself';",
            "ALTER TABLE <table> ADD CONSTRAINT chk_<plain> CHECK (length(password_hash) = 60 AND email ~ '^[^@]+@[^@]+$' AND token_type IN ('bearer', 'mac'));",
            "CREATE UNIQUE INDEX CONCURRENTLY ix_<table>_<secret> ON <schema>.<table> (lower(<secret>)) WHERE <secret> IS NOT NULL;",
            "SELECT <secret>, <secretb>, <plain> FROM <schema>.<table> WHERE <secret> = $1 AND <plain> = '<word>' LIMIT <int>;",
            "SELECT u.<secret>, count(*) FROM <table> u JOIN <tableb> t ON t.user_id = u.id AND t.<secret> = u.<secret> WHERE u.<plain> > <int> GROUP BY 1 HAVING count(*) > <int>",
            "UPDATE <table> SET <secret> = :new_<secret>, <secretb> = NULL, updated_at = now() WHERE id = <int>;",
            "UPDATE users SET password_hash = crypt(:password, gen_salt('bf', 12)) WHERE id = <int>",
            "INSERT INTO <table> (<plain>, <secret>, <secretb>) VALUES (?, ?, ?) ON CONFLICT (<plain>) DO UPDATE SET <secret> = EXCLUDED.<secret>;",
            "INSERT INTO schema_migrations (version, checksum, description) VALUES ('<int>', '<hash>', 'add <secret> to <table>');",
            "DELETE FROM <table> WHERE <secret> IS NULL OR token_expires_at < now() - interval '30 days';",
            "GRANT SELECT (<secret>, <plain>) ON <schema>.<table> TO reporting; REVOKE ALL ON <tableb> FROM PUBLIC;",
            "CREATE ROLE <plain>_reader NOLOGIN; ALTER ROLE app SET search_path TO <schema>, public; ALTER ROLE app VALID UNTIL '2027-01-01';",
            "CREATE OR REPLACE FUNCTION rotate_<plain>(p_password text) RETURNS void LANGUAGE plpgsql AS $$\nDECLARE v_password text := p_password;\nBEGIN\n  UPDATE <table> SET password = v_password WHERE <plain> = '<word>';\n  PERFORM pg_notify('rotated', '<word>');\nEND $$;",
            "CREATE TRIGGER trg_<table> BEFORE UPDATE OF <secret> ON <table> FOR EACH ROW WHEN (OLD.<secret> IS DISTINCT FROM NEW.<secret>) EXECUTE FUNCTION audit_change();",
            "CREATE VIEW <schema>.v_<table> AS SELECT id, <plain>, <secret> IS NOT NULL AS has_<secret>, md5(<plain>::text) AS <plain>_md5 FROM <table>;",
            "CREATE POLICY p_<table> ON <table> USING (tenant_id = current_setting('app.tenant_id')::uuid AND session_user <> 'guest');",
            "EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM <table> WHERE <plain> = '<word>' ORDER BY created_at DESC OFFSET <int> LIMIT 50",
            "CREATE SERVER films FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'db.internal', dbname '<table>', port '5432');",
            "SELECT data->>'email' AS contact, data->'token' IS NULL FROM <table> WHERE data ? 'password' AND id = '<uuid>'",
            // MySQL
            "CREATE TABLE `<table>` (\n  `id` int unsigned NOT NULL AUTO_INCREMENT,\n  `<secret>` varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,\n  `<plain>` enum('<word>','closed') NOT NULL DEFAULT 'closed' COMMENT 'see <table>',\n  PRIMARY KEY (`id`),\n  KEY `ix_<secret>` (`<secret>`(16))\n) ENGINE=InnoDB AUTO_INCREMENT=<int> DEFAULT CHARSET=utf8mb4;",
            "ALTER TABLE `<table>` MODIFY COLUMN `<secret>` varchar(<int>) NOT NULL COMMENT 'only the hash', ALGORITHM=INPLACE, LOCK=NONE;",
            "SELECT `u`.`<secret>`, IFNULL(`u`.`<plain>`, '<word>') FROM `<table>` `u` WHERE `u`.`<secret>` = ? AND `u`.`<plain>` IN ('<word>', 'x') LIMIT <int>, 20",
            "INSERT IGNORE INTO <table> (<plain>, <secret>) VALUES (?, ?) ON DUPLICATE KEY UPDATE <secret> = VALUES(<secret>), tries = tries + 1",
            "CREATE USER 'report'@'10.0.%' REQUIRE SSL PASSWORD EXPIRE INTERVAL 90 DAY FAILED_LOGIN_ATTEMPTS 3; GRANT SELECT ON <schema>.* TO 'report'@'10.0.%';",
            "SET GLOBAL validate_password.policy = MEDIUM; SHOW VARIABLES LIKE 'validate_password%';",
            // SQL Server
            "CREATE TABLE [dbo].[<table>] ([Id] UNIQUEIDENTIFIER NOT NULL DEFAULT NEWID(), [<secret>] NVARCHAR(256) NULL, [<plain>] INT NOT NULL CONSTRAINT [DF_<plain>] DEFAULT (0));",
            "DECLARE @password NVARCHAR(64); SELECT TOP (<int>) @password = [<secret>] FROM [dbo].[<table>] WHERE [<plain>] = N'<word>';",
            "EXEC dbo.usp_reset @UserId = <int>, @Password = @newPassword, @Reason = N'<word>';",
            "ALTER TABLE dbo.<table> ADD <secret> VARBINARY(256) NULL; GO\nCREATE NONCLUSTERED INDEX IX_<table> ON dbo.<table> (<plain>) INCLUDE (<secret>);",
            "IF EXISTS (SELECT 1 FROM sys.columns WHERE name = '<secret>' AND object_id = OBJECT_ID('dbo.<table>')) PRINT 'column is there'",
            "MERGE dbo.<table> AS t USING @rows AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET t.<secret> = s.<secret> WHEN NOT MATCHED THEN INSERT (id, <secret>) VALUES (s.id, s.<secret>);",
            // Oracle
            "CREATE TABLE <table> (id NUMBER(19) DEFAULT <table>_seq.NEXTVAL PRIMARY KEY, <secret> VARCHAR2(4000) NOT NULL, <plain> DATE DEFAULT SYSDATE)",
            "BEGIN\n  l_password := get_password(p_user => l_user);\n  l_token := dbms_random.string('x', 32);\n  IF l_password = p_password THEN NULL; END IF;\nEND;",
            "ALTER USER app ACCOUNT UNLOCK; ALTER PROFILE default LIMIT PASSWORD_LIFE_TIME 90 FAILED_LOGIN_ATTEMPTS 5;",
            "SELECT <secret>, ROWNUM FROM <schema>.<table> WHERE <secret> LIKE :pattern || '%' AND ROWNUM <= <int>",
            // Others
            "CREATE TABLE IF NOT EXISTS <table> (id INTEGER PRIMARY KEY AUTOINCREMENT, <secret> TEXT, sha TEXT CHECK (length(sha) = 40));",
            "CREATE TABLE <table> (<secret> String, <plain> LowCardinality(String), ts DateTime) ENGINE = MergeTree ORDER BY (<plain>, ts) SETTINGS index_granularity = 8192",
            "CREATE OR REPLACE STAGE <plain>_stage URL = 's3://acme-<table>/in/' STORAGE_INTEGRATION = acme_s3 FILE_FORMAT = (TYPE = CSV SKIP_HEADER = 1);",
            "COPY <table> (<plain>, <secret>) FROM '/data/<table>.csv' WITH (FORMAT csv, HEADER true);",
            // Migrations and their tools
            "-- V<int>__add_<secret>_to_<table>.sql, checksum <int>, commit <hash>\nALTER TABLE <table> ADD COLUMN IF NOT EXISTS <secret> <type>;",
            "--liquibase formatted sql\n--changeset bob:<uuid> runOnChange:true\nALTER TABLE <table> DROP COLUMN <secret>;\n--rollback ALTER TABLE <table> ADD <secret> <type>;");

    private static final List<String> TEXTS = List.of(
            "databaseChangeLog:\n  - changeSet:\n      id: add-<secret>\n      author: bob\n      changes:\n        - addColumn:\n            tableName: <table>\n            columns:\n              - column: {name: <secret>, type: varchar(255)}",
            "{\"table\": \"<table>\", \"column\": \"<secret>\", \"type\": \"<type>\", \"nullable\": false, \"checksum\": \"sha256:<hash><hash>\"}",
            "type <table> { id: ID! password: String token: String! email: String @auth(requires: ADMIN) } # <hash>",
            // Texts
            "Migration <int> failed: column \"<secret>\" of relation \"<table>\" already exists (SQLSTATE 42701)",
            "ERROR: null value in column \"<secret>\" of relation \"<table>\" violates not-null constraint",
            "The password column of <table> is too short: argon2 needs more than VARCHAR(60). See https://docs.acme.io/db/<table>#<secret>.",
            "Slow query on <table> (<int> ms): the index on <secret> is not used, because the token is compared with lower(token).",
            "Drift: `<schema>.<table>.<secret>` is `<type>` in production and `TEXT` in Git (commit <hash>).",
            "FATAL: password authentication failed for user \"app\"; see http://wiki.internal:8080/<table>/auth?topic=tokens&page=<int>",
            "Unexpected token ',' at line <int>, near ') VALUES'; expected an identifier before the secret clause.",
            "| column | type | key |\n|---|---|---|\n| <secret> | <type> | no |\n| token | uuid | primary |\n| <plain> | text | - |",
            "Checked out refs/heads/<plain> at <hash>; image registry.acme.io/db/<table>@sha256:<hash><hash>; build <uuid>.",
            "select pg_terminate_backend(<int>); -- session 0x<hexid> held locks on <table> since 2026-03-01T10:00:00Z",
            "at com.acme.auth.PasswordService.verify(PasswordService.java:<int>)\n\tat com.acme.TokenStore$Entry.secret(TokenStore.java:<int>)",
            "password: required, token: optional, email: unique; card: one of the <int> tables that <table> refers to.");

    private CleanCorpus() {}

    /** Statements, in turn of all templates, filled from a fixed vocabulary. */
    static List<String> statements(int count, Random random) {
        return fill(STATEMENTS, count, random);
    }

    /** Texts about statements, in turn of all templates. */
    static List<String> texts(int count, Random random) {
        return fill(TEXTS, count, random);
    }

    private static List<String> fill(List<String> templates, int count, Random random) {
        var texts = new ArrayList<String>(count);
        for (var i = 0; i < count; i++) {
            texts.add(SLOT.matcher(templates.get(i % templates.size()))
                    .replaceAll(slot -> Matcher.quoteReplacement(filled(slot.group(1), random))));
        }
        return texts;
    }

    private static String filled(String slot, Random random) {
        return switch (slot) {
            case "table", "tableb" -> one(TABLES, random);
            case "secret", "secretb" -> one(COLUMNS, random);
            case "plain" -> one(PLAIN, random);
            case "type" -> one(TYPES, random);
            case "word" -> one(WORDS, random);
            case "schema" -> one(List.of("public", "auth", "sales", "hr", "billing"), random);
            case "int" -> Integer.toString(1 + random.nextInt(90000));
            case "hash" -> hexadecimal(40, random);
            case "hexid" -> hexadecimal(16, random);
            case "uuid" ->
                String.join(
                        "-",
                        hexadecimal(8, random),
                        hexadecimal(4, random),
                        hexadecimal(4, random),
                        hexadecimal(4, random),
                        hexadecimal(12, random));
            default -> throw new IllegalArgumentException("no slot " + slot);
        };
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String hexadecimal(int length, Random random) {
        var made = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            made.append(Character.forDigit(random.nextInt(16), 16));
        }
        return made.toString();
    }
}
