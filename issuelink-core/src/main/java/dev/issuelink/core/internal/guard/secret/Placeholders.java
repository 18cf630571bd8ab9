package dev.issuelink.core.internal.guard.secret;

import java.util.regex.Pattern;

/** What stands for a secret where the secret itself does not. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\s*+"
            // Parameters of statements and templates, and variables of a shell.
            + "(?:\\?[0-9]{0,3}+|\\$[0-9]{1,3}+|\\$[A-Z_][A-Z0-9_]*+|[:@][A-Za-z_][A-Za-z0-9_]{0,63}+"
            + "|[$#@]?\\{\\{?[^{}]{0,100}+\\}?\\}|\\$\\([^()]{0,100}+\\)|%[sdvq]|%\\([A-Za-z_]{1,40}+\\)s"
            + "|%[A-Z_]{2,40}+%|<[A-Za-z][A-Za-z _-]{1,40}+>|\\[[A-Za-z][A-Za-z _-]{1,40}+\\]"
            // What others made unreadable before.
            + "|[*]{3,}+|[.\\u2026]{1,8}+|[\\u2022\\u25CF]{2,}+|[xX]{3,}+)\\s*+");

    private Placeholders() {}

    /** Tells if a value stands for another one. */
    static boolean isOne(String value) {
        return value.isBlank() || PLACEHOLDER.matcher(value).matches();
    }
}
