package dev.issuelink.core.internal.guard;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What secrets look like. Each pattern keeps its first group and hides the rest. Texts are hostile: no pattern may look
 * at a place of the text more than a bounded number of times.
 */
final class SecretPatterns {
    static final String REDACTED = "[redacted]";

    // A quoted text, or a word. Placeholders and literals of SQL and templates are no secrets.
    private static final String VALUE = "(?:\\\\?\"[^\"\\r\\n]{1,1024}+\"|'[^'\\r\\n]{1,1024}+'"
            + "|(?!(?i:null|true|false|not|is|default)\\b|\\$\\{|\\$[0-9]|:[A-Za-z]|\\?|<)[^\\s\"'&;,]{3,4096}+)";
    private static final String QUOTED = "(?:'(?:[^'\\\\]++|''|\\\\.){1,256}+'|\"[^\"\\r\\n]{1,1024}+\")";

    private static final List<Pattern> PATTERNS = List.of(
            // Tokens of GitHub, GitLab, Atlassian, Slack, npm, AWS, Google and OpenAI, by their prefixes.
            Pattern.compile("()\\b(?:gh[pousr]_[A-Za-z0-9_.-]{16,}+|github_pat_[A-Za-z0-9_]{20,}+)"),
            Pattern.compile("()\\bgl(?:pat|oas|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_.-]{16,}+"),
            Pattern.compile("()\\bAT(?:ATT|CTT)3x[A-Za-z0-9_=-]{20,}+"),
            Pattern.compile("()\\bxox[abeoprs]-[A-Za-z0-9-]{10,}+"),
            Pattern.compile("()\\bnpm_[A-Za-z0-9]{30,}+"),
            Pattern.compile("()\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("()\\bAIza[A-Za-z0-9_-]{30,}+"),
            Pattern.compile("()\\bsk-[A-Za-z0-9_-]{20,}+"),
            // Signed tokens, from the beginning of a word only, and private keys, whole or cut off.
            Pattern.compile("()(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+"),
            Pattern.compile("()-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}+"
                    + "(?:-(?!----)[^-]{0,20000}+){0,20}+(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?"),
            // Headers; the word after "basic" is often just a word.
            Pattern.compile(
                    "(\\b(?i:bearer|basic)\\s{1,4})(?=[A-Za-z+/._~-]{0,200}+[0-9=]|[A-Za-z+/._~-]{0,200}?[a-z][A-Z])"
                            + "[A-Za-z0-9+/._~=-]{12,}+"),
            // Addresses with a password.
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]{1,30}+://[^\\s/:@]{0,256}+:)[^\\s/]{1,256}(?=@)"),
            Pattern.compile("(?i)(\\bjdbc:oracle:[a-z0-9]{1,16}+:[^\\s/@]{1,128}+/)[^\\s/]{1,256}(?=@)"),
            // Assignments, and passwords in DDL.
            Pattern.compile("(?i)((?:password|passwd|passphrase|pwd|secret|secret[_-]?key|access[_-]?key|api[_-]?key|"
                    + "(?:access|auth|private|refresh|bearer|client)[_-]?token)\\b\\\\?[\"']?\\s{0,4}+(?:=>|:=|[=:])\\s{0,4}+)"
                    + VALUE),
            Pattern.compile("(?i)(\\b(?:identified\\s{1,4}+(?:with\\s{1,4}+\\S{1,64}+\\s{1,4}+)?(?:by|as)|password)"
                    + "\\s{0,4}+\\(?\\s{0,4}+)" + QUOTED),
            Pattern.compile(
                    "(?i)(\\b(?:create|alter)\\s{1,4}+user\\s{1,4}+\\S{1,128}+\\s{1,4}+identified\\s{1,4}+by\\s{1,4}+)"
                            + "[^\\s;'\"]{3,128}+"));

    private SecretPatterns() {}

    static List<Pattern> all() {
        return PATTERNS;
    }
}
