package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.randomPlace;

import java.util.List;

/** Values that are given to a name such as {@code password}, in whatever language. */
final class AssignmentFormats {
    private static final String KEY_WORDS =
            "access|api|auth|account|encryption|decryption|signing|signature|master|shared|"
                    + "storage|private|client|consumer|app|application|service|session|hmac|cipher|crypto|ssh|license|subscription|"
                    + "admin|root|deploy|secret|symmetric|integration|routing|write|functions?|host";
    private static final String TOKEN_WORDS =
            "access|auth|authentication|private|refresh|bearer|client|api|session|security|csrf|"
                    + "xsrf|id|identity|sas|bot|deploy|registration|personal|oauth|device|reset|verification|invite|magic|user|app|admin|"
                    + "service|webhook|push|job|secret|login|sso|jwt|vault|github|gitlab|jira|slack|npm|pat";

    /** The names that values are given to. */
    static final String KEYS =
            "(?<key>pass(?:word|wd|wort|phrase|code)|(?<![A-Za-z])pass|(?<![A-Za-z])pw|bindpw|pwd|kennwort"
                    + "|secret(?:[_-]?access)?(?:[_-]?key)?|(?:" + KEY_WORDS
                    + ")[_-]?key(?:[_-]?id)?|shared[_-]?access[_-]?key"
                    + "|(?:" + TOKEN_WORDS
                    + ")[_-]?token|(?<![A-Za-z])token|(?<![A-Za-z])jwt|credentials?|(?<![A-Za-z])creds)"
                    + "(?:[_-]?(?:[0-9]{1,2}|base|old|new|plain|plaintext|text|value|current|prod|dev|test|staging))?+(?![A-Za-z0-9])";

    private static final String OPERATOR =
            "(?<around>[\\\\\"'`*_\\]]{0,4}+)\\s{0,4}+(?<operator>=>|:=|={1,2}+|:(?!:))[*_]{0,2}+\\s{0,4}+";
    private static final String QUOTED = "(?:[nebxNEBX](?='))?(?<quote>\\\\?[\"'`])"
            + "(?<quoted>(?:(?!\\k<quote>)(?:\\\\.|[^\\r\\n])|''|\"\"){1,1024}+)";
    // A comma or an ampersand ends it only before the next name, a space or an entity.
    private static final String BARE = "(?<bare>\\{[^{}\\r\\n]{1,256}+\\}|(?![\\s\"'`])(?:[^\\s\"'`&;,]"
            + "|,(?!\\s|$|[A-Za-z_][A-Za-z0-9_.-]{0,40}+\\s?[=:])"
            + "|&(?!\\s|$|[A-Za-z_][A-Za-z0-9_.\\[\\]-]{0,60}+=|#?[A-Za-z0-9]{2,8}+;)){1,4096}+)";

    static final List<Format> ALL = List.of(
            place(
                    "value given to a name",
                    KEYS + OPERATOR + "(?:" + QUOTED + "|" + BARE + ")",
                    new Assignment(),
                    "pass",
                    "pw",
                    "kennwort",
                    "secret",
                    "key",
                    "token",
                    "cred",
                    "jwt"),
            randomPlace(
                    "key in the environment",
                    "(?<![A-Za-z0-9_])(?-i:[A-Z][A-Z0-9_]{1,60}_KEY)\\s?=\\s?[\"']?([^\\s\"'`;,]{16,4096}+)",
                    "_key"),
            place(
                    "element of XML",
                    "<(?:[a-z0-9]{1,20}+:)?[a-z0-9._-]{0,40}?(?:password|passwd|passphrase|pwd|secret|api-?key|access-?key|token)"
                            + "(?:\\s[^<>]{0,200}+)?>\\s{0,8}+([^<>\\s][^<>]{0,1024}+)</",
                    "</"),
            place(
                    "property of XML",
                    "\\b(?:name|key)\\s?=\\s?[\"'][a-z0-9._-]{0,60}?(?:password|passwd|passphrase|pwd|secret|api-?key|access-?key|token)[\"']"
                            + "\\s{1,8}+value\\s?=\\s?(?:\"([^\"\\r\\n]{1,1024}+)\"|'([^'\\r\\n]{1,1024}+)')",
                    "value"),
            // What a person says, or a row of a table in Markdown.
            place(
                    "value in a sentence",
                    "\\b(?:password|passphrase|pwd|secret|token|api[ _-]?key|access[ _-]?key|credentials?)s?\\b[*_]{0,2}+"
                            + "(?:\\s{1,4}+(?:of|for)\\s{1,4}+[^\\s.;]{1,64}+)?\\s{1,4}+"
                            + "(?<link>(?:(?:is|was|to|as|=|:|\\|)\\s{1,4}+(?:now\\s|still\\s|set\\sto\\s)?)?+)[\"'`*]{0,3}+"
                            + "(?<said>(?=[^\\s]{0,100}?[0-9])(?=[^\\s]{0,100}?[A-Za-z])[^\\s\"'`|<>]{6,256}+)",
                    new Sentence(),
                    "password",
                    "passphrase",
                    "pwd",
                    "secret",
                    "token",
                    "key",
                    "credential"));

    private AssignmentFormats() {}
}
