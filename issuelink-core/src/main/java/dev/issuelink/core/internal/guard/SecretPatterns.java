package dev.issuelink.core.internal.guard;

import java.util.List;
import java.util.regex.Pattern;

/** What secrets look like. Each pattern keeps its first group, if it has one, and hides the rest. */
final class SecretPatterns {
    static final String REDACTED = "[redacted]";

    private static final List<Pattern> PATTERNS = List.of(
            // Tokens of GitHub, GitLab, Atlassian, Slack, npm, AWS, Google and OpenAI, by their prefixes.
            Pattern.compile("()\\b(?:gh[pousr]_[A-Za-z0-9_.-]{16,}|github_pat_[A-Za-z0-9_]{20,})"),
            Pattern.compile("()\\bgl(?:pat|oas|dt|rt|cbt|ptt|ft|soat|agent)-[A-Za-z0-9_.-]{16,}"),
            Pattern.compile("()\\bAT(?:ATT|CTT)3x[A-Za-z0-9_=-]{20,}"),
            Pattern.compile("()\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("()\\bnpm_[A-Za-z0-9]{30,}"),
            Pattern.compile("()\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
            Pattern.compile("()\\bAIza[A-Za-z0-9_-]{30,}"),
            Pattern.compile("()\\bsk-[A-Za-z0-9_-]{20,}"),
            // Signed tokens and private keys.
            Pattern.compile("()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"),
            Pattern.compile("()-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\\s\\S]{0,20000}?"
                    + "(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)"),
            // Headers, addresses with a password, assignments, and passwords in DDL.
            Pattern.compile("(?i)(\\b(?:bearer|basic)\\s{1,4})[A-Za-z0-9+/._~=-]{12,}"),
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]{1,30}://[^\\s/:@]{1,256}:)[^\\s/@]{1,256}(?=@)"),
            Pattern.compile("(?i)(\\b(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?token|auth[_-]?token|"
                    + "private[_-]?token)\\b[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?)[^\\s\"'&;,]{3,256}"),
            Pattern.compile("(?i)(\\b(?:identified\\s{1,4}by|password)\\s{1,4})'(?:[^'\\\\]|''|\\\\.){1,256}'"));

    private SecretPatterns() {}

    static List<Pattern> all() {
        return PATTERNS;
    }
}
