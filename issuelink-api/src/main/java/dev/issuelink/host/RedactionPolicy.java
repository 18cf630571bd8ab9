package dev.issuelink.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Says what IssueLink hides, besides the configured secrets and what looks like a secret, in the values of events and in
 * all texts that are about to be written to a tracker. Immutable, so safe for all threads.
 *
 * <p>Patterns are the host's own code: one that fails, or that looks at a text without end, stops the write.
 */
public final class RedactionPolicy {
    /** What becomes of the literals of SQL. */
    public enum Literals {
        /** They stay, unless they look like a secret. */
        KEEP,
        /**
         * All texts and numbers are hidden. What stays belongs to the statement and not to the data: lengths of types,
         * counts after {@code LIMIT} and the like, positions after {@code ORDER BY}, numbers as defaults of columns, and
         * empty texts.
         */
        REDACT,
        /**
         * Those that are compared with, assigned to or inserted into a sensitive column are hidden, and the default texts
         * of such columns. An attribute of an event that is named like a sensitive column is hidden as a whole.
         */
        SENSITIVE_COLUMNS
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("[\\p{L}\\p{N} \\[\\](){}#*_.-]{3,64}+");
    private static final List<Pattern> SENSITIVE = List.of(
            column(
                    "pass|password|passwd|passphrase|passcode|passwort|pwd|pin|secret|token|credential|api_?key|access_?key"
                            + "|secret_?key|private_?key|encryption_?key|signing_?key|otp|cvv|cvc"),
            column(
                    "ssn|social_security|social_insurance|tax|tax_payer|national_id|passport|driver_?licen[cs]e|iban|card"
                            + "|credit_?card|card_?holder|bank_?account|account_?number|routing_?number"),
            column("e_?mail|mail|phone|phone_?number|telephone|mobile|fax|birth|birth_?day|birth_?date|birth_?place"
                    + "|date_of_birth|dob|salary|wage|income"));

    private final Literals literals;
    private final List<Pattern> sensitiveColumns;
    private final boolean keepsEmailAddresses;
    private final List<Pattern> patterns;
    private final List<Pattern> kept;
    private final String placeholder;

    private RedactionPolicy(Builder builder) {
        this.literals = builder.literals;
        this.sensitiveColumns = List.copyOf(builder.sensitiveColumns);
        this.keepsEmailAddresses = builder.keepsEmailAddresses;
        this.patterns = List.copyOf(builder.patterns);
        this.kept = List.copyOf(builder.kept);
        this.placeholder = builder.placeholder;
    }

    /**
     * The policy that holds unless the host gives another: literals of sensitive columns and addresses of e-mail are
     * hidden.
     *
     * @return the policy
     */
    public static RedactionPolicy defaults() {
        return builder().build();
    }

    /**
     * Begins a policy that differs from the default one in what is set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What becomes of the literals of SQL.
     *
     * @return by default {@link Literals#SENSITIVE_COLUMNS}
     */
    public Literals literals() {
        return literals;
    }

    /**
     * Which columns are sensitive.
     *
     * @return patterns, one of which a name matches as a whole; see {@link Builder#sensitiveColumn(Pattern)}
     */
    public List<Pattern> sensitiveColumns() {
        return sensitiveColumns;
    }

    /**
     * Whether addresses of e-mail stay.
     *
     * @return by default false
     */
    public boolean keepsEmailAddresses() {
        return keepsEmailAddresses;
    }

    /**
     * What is hidden besides.
     *
     * @return the host's patterns, in the order added
     */
    public List<Pattern> patterns() {
        return patterns;
    }

    /**
     * What stays although it looks like a secret.
     *
     * @return the host's patterns, in the order added
     */
    public List<Pattern> kept() {
        return kept;
    }

    /**
     * What stands for what was hidden.
     *
     * @return by default {@code [redacted]}
     */
    public String placeholder() {
        return placeholder;
    }

    // The words, alone or after others, with a number or a word about the form of the value behind them.
    private static Pattern column(String words) {
        return Pattern.compile(
                "(?!(?:is|has|no|num|count|can|use|uses|require|requires|needs|show|max|min)_|(?:.*_)?tokens$)"
                        + "(?:[\\p{L}\\p{N}]{1,40}_){0,6}(?:" + words + ")s?"
                        + "(?:_?(?:hash|hashed|salt|digest|value|plain|plaintext|text|encrypted|enc|cipher|number|num|no|nr|address|addr|code"
                        + "|primary|secondary|home|work|main|old|new|current|raw|amount|gross|net|[0-9]{1,2}))?");
    }

    /** Collects what a policy says. Not for several threads. */
    public static final class Builder {
        private final List<Pattern> sensitiveColumns = new ArrayList<>(SENSITIVE);
        private final List<Pattern> patterns = new ArrayList<>();
        private final List<Pattern> kept = new ArrayList<>();
        private Literals literals = Literals.SENSITIVE_COLUMNS;
        private boolean keepsEmailAddresses;
        private String placeholder = "[redacted]";

        private Builder() {}

        /**
         * Sets what becomes of the literals of SQL.
         *
         * @param mode what becomes of them
         * @return this
         */
        public Builder literals(Literals mode) {
            this.literals = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Adds sensitive columns to those known: of passwords, tokens and keys, e-mail, telephone, birth, salary, accounts,
         * cards and the like.
         *
         * @param name what a name must match as a whole; names are given in small letters without quotes and qualifiers,
         *     their words joined by {@code _}, so {@code "UserEmail"} as {@code user_email}
         * @return this
         */
        public Builder sensitiveColumn(Pattern name) {
            sensitiveColumns.add(Objects.requireNonNull(name, "name"));
            return this;
        }

        /**
         * Sets all sensitive columns in place of those known.
         *
         * @param names what names must match as a whole, see {@link #sensitiveColumn(Pattern)}
         * @return this
         */
        public Builder sensitiveColumns(Collection<Pattern> names) {
            var copy = List.copyOf(names);
            sensitiveColumns.clear();
            sensitiveColumns.addAll(copy);
            return this;
        }

        /**
         * Leaves addresses of e-mail where they stand; the literals of sensitive columns are another matter.
         *
         * @return this
         */
        public Builder keepEmailAddresses() {
            this.keepsEmailAddresses = true;
            return this;
        }

        /**
         * Adds something to hide, wherever it stands. A text is also searched without the escapes of Markdown, JSON, HTML
         * and addresses.
         *
         * @param secret what to find; hidden is its group named {@code secret}, or the whole match if there is none
         * @return this
         */
        public Builder pattern(Pattern secret) {
            patterns.add(Objects.requireNonNull(secret, "secret"));
            return this;
        }

        /**
         * Adds an exception: what looks like a secret or is an address of e-mail stays if it matches as a whole. Configured
         * secrets, literals of SQL and what the host's own patterns find are hidden nevertheless.
         *
         * @param harmless what to keep, such as a key that a manual uses
         * @return this
         */
        public Builder keep(Pattern harmless) {
            kept.add(Objects.requireNonNull(harmless, "harmless"));
            return this;
        }

        /**
         * Sets what stands for what was hidden.
         *
         * @param text 3 to 64 letters, digits, spaces and signs of {@code [](){}#*_.-}, not blank
         * @return this
         * @throws IllegalArgumentException if it is made of something else
         */
        public Builder placeholder(String text) {
            if (!PLACEHOLDER.matcher(text).matches() || text.isBlank()) {
                throw new IllegalArgumentException(
                        "A placeholder is made of 3 to 64 letters, digits, spaces and signs of "
                                + "[](){}#*_.- and is not blank");
            }
            this.placeholder = text;
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return the policy
         */
        public RedactionPolicy build() {
            return new RedactionPolicy(this);
        }
    }
}
