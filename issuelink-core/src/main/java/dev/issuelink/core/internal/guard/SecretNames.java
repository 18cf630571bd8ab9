package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.guard.sql.ColumnNames;
import java.util.regex.Pattern;

/** Tells names of attributes that hold secrets, whatever the host's policy is. */
final class SecretNames {
    private static final Pattern NAME = Pattern.compile(
            "(?:[\\p{L}\\p{N}]{1,40}_){0,6}(?:password|passwd|passphrase|passcode|passwort|pwd|secret|token|credential|api_?key|access_?key"
                    + "|secret_?key|private_?key|account_?key|encryption_?key|signing_?key|master_?key|shared_?key|client_?key"
                    + "|connection_?string|authorization|cookie|jwt|otp)s?"
                    + "(?:_(?:hash|salt|digest|value|plain|plaintext|text|old|new|current|id|[0-9]{1,2}))?");
    private static final Pattern TYPE = Pattern.compile(
            "(?i:(?:var|n|nvar)?char(?:acter)?(?: varying)?2?|text|uuid|bytea|blob|clob|(?:big|small)?int(?:eger)?"
                    + "|numeric|decimal|number|bool(?:ean)?|json|jsonb|(?:var)?binary|raw|date|timestamp|string)(?:\\([0-9, ]{1,12}+\\))?");
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?:is|has|no|num|count|can|use|require|need|show|max|min)_.*+|(?:.*_)?tokens|.*(?<!key)_id");

    private SecretNames() {}

    /** Tells if the value of an attribute of this name is to be hidden. */
    static boolean areOf(String name) {
        if (name.length() > 128) {
            return false;
        }
        var normal = ColumnNames.normal(name);
        return NAME.matcher(normal).matches() && !NO_SECRET.matcher(normal).matches();
    }

    /** Tells if a value is the type of a column, which says nothing of what the column holds. */
    static boolean isType(String value) {
        return TYPE.matcher(value).matches();
    }
}
