package dev.issuelink.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.host.RedactionPolicy.Literals;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionPolicyTest {
    private static boolean isSensitive(String column) {
        return RedactionPolicy.defaults().sensitiveColumns().stream()
                .anyMatch(pattern -> pattern.matcher(column).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "user_password",
                "password_hash",
                "passwd",
                "pwd",
                "secret",
                "client_secret",
                "token",
                "reset_token",
                "api_key",
                "apikey",
                "ssn",
                "email",
                "email_address",
                "e_mail",
                "work_email",
                "phone",
                "phone_number",
                "mobile",
                "iban",
                "card",
                "card_number",
                "credit_card_no",
                "cvv",
                "salary",
                "base_salary",
                "birth_date",
                "birthday",
                "date_of_birth",
                "dob",
                "passport_number",
                "pin",
                "email2"
            })
    void columnsThatHoldWhatNobodyElseShouldReadAreSensitive(String column) {
        assertThat(isSensitive(column)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "email_verified",
                "password_changed_at",
                "token_type",
                "max_tokens",
                "tokens",
                "secret_santa",
                "cardinality",
                "is_email",
                "has_password",
                "phone_country",
                "session_id",
                "token_expires_at",
                "passenger",
                "pinned",
                "birthplace_id",
                "mailbox",
                "description",
                "compass"
            })
    void columnsThatOnlySoundSoAreNot(String column) {
        assertThat(isSensitive(column)).isFalse();
    }

    @Test
    void theDefaultHidesMuch() {
        var policy = RedactionPolicy.defaults();

        assertThat(policy.literals()).isEqualTo(Literals.SENSITIVE_COLUMNS);
        assertThat(policy.keepsEmailAddresses()).isFalse();
        assertThat(policy.patterns()).isEmpty();
        assertThat(policy.kept()).isEmpty();
        assertThat(policy.placeholder()).isEqualTo("[redacted]");
    }

    @Test
    void aPolicySaysWhatWasSet() {
        var badge = Pattern.compile("badge");
        var policy = RedactionPolicy.builder()
                .literals(Literals.REDACT)
                .sensitiveColumns(List.of())
                .sensitiveColumn(badge)
                .keepEmailAddresses()
                .pattern(badge)
                .keep(badge)
                .placeholder("***")
                .build();

        assertThat(policy.literals()).isEqualTo(Literals.REDACT);
        assertThat(policy.sensitiveColumns()).containsExactly(badge);
        assertThat(policy.keepsEmailAddresses()).isTrue();
        assertThat(policy.patterns()).containsExactly(badge);
        assertThat(policy.kept()).containsExactly(badge);
        assertThat(policy.placeholder()).isEqualTo("***");
    }

    @Test
    void whatTheBuilderDoesLaterChangesNoPolicy() {
        var builder = RedactionPolicy.builder().sensitiveColumns(List.of());
        var policy = builder.build();
        builder.pattern(Pattern.compile("x"))
                .sensitiveColumn(Pattern.compile("x"))
                .keep(Pattern.compile("x"));

        assertThat(policy.patterns()).isEmpty();
        assertThat(policy.sensitiveColumns()).isEmpty();
        assertThat(policy.kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "   ", "a'b", "a\nb", "a\"b", "<b>x</b>", "a\\b", "%41%41"})
    void aPlaceholderThatCouldBeMistakenIsRefused(String text) {
        assertThatThrownBy(() -> RedactionPolicy.builder().placeholder(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("placeholder is made of");
    }
}
