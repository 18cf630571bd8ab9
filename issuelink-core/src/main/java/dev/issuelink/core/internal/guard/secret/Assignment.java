package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells values that are given to a name such as {@code password} from all else that stands behind an equals sign or a
 * colon: columns, variables, calls, types and the next word of a sentence.
 */
final class Assignment implements Refinement {
    private static final int SHORTEST_TOKEN = 8;
    private static final Set<String> WEAK_KEYS = Set.of("token", "jwt", "credential", "credentials", "creds");
    private static final Set<String> SHORT_KEYS = Set.of("pass", "pw");
    private static final Set<String> WORDS = Set.of(
            ("null true false not is in as default none nil undefined yes no on off empty unset required optional expired missing "
                            + "invalid valid wrong incorrect unknown unchanged changed reset hidden masked encrypted hashed redacted "
                            + "string str text char varchar varchar2 nvarchar nvarchar2 clob blob bytea binary varbinary raw uuid int "
                            + "integer bigint number numeric bool boolean json jsonb bytes any object array list map function const "
                            + "select current_user session_user new old excluded")
                    .split(" "));
    private static final Pattern NAME = Pattern.compile("[@:$&*]?[A-Za-z_][A-Za-z0-9_.$>-]*+");
    private static final Pattern CALL =
            Pattern.compile("\\(*+[A-Za-z_][A-Za-z_.:$>-]*+[0-9]{0,4}+(?:[A-Za-z_.]++[0-9]{0,4}+)*+[(\\[].*+");
    private static final Pattern TEMPLATE = Pattern.compile(
            "(?:[a-z]{2,10}+://|\\$\\{|\\{\\{|\\$\\(|#\\{|%\\{|@\\{|<%|\\(SELECT\\b).*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SECRET_WORD =
            Pattern.compile("pass|pwd|secret|token|key|cred|jwt|hash", Pattern.CASE_INSENSITIVE);
    // "Enter your password"
    private static final Pattern LABEL = Pattern.compile("[A-Za-z]++(?: [A-Za-z]++)++[.:!?]?");
    private static final Pattern COLUMN = Pattern.compile("[a-z_]++");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.{} -]*+");
    private static final Pattern MADE_UP =
            Pattern.compile("(?=[^0-9]{0,100}+[0-9])(?=[^a-z]{0,100}+[a-z])(?=[^A-Z]{0,100}+[A-Z])[A-Za-z0-9-]*+");
    private static final Pattern SIGN = Pattern.compile("[A-Za-z0-9]");
    private static final Pattern END = Pattern.compile("[)\\]}.,;:*_!?]++$");

    @Override
    public List<Piece> refine(String text, Matcher match) {
        var isQuoted = match.start("quoted") >= 0;
        var group = isQuoted ? "quoted" : "bare";
        var piece = new Piece(match.start(group), match.end(group));
        var value = match.group(group);
        var isSecret = SIGN.matcher(value).find()
                && (isQuoted ? isQuotedSecret(text, match, value) : isBareSecret(text, match, value));
        return isSecret ? List.of(piece) : List.of();
    }

    private static boolean isQuotedSecret(String text, Matcher match, String value) {
        var key = key(match);
        var isKeyQuoted = match.start() > 0 && "\"'".indexOf(text.charAt(match.start() - 1)) >= 0;
        return !Placeholders.isOne(value)
                && !isNameOrLabel(text, match, value)
                && (!WEAK_KEYS.contains(key) || isKeyQuoted || isRandom(value));
    }

    private static boolean isNameOrLabel(String text, Matcher match, String value) {
        if (match.group("quote").equals("`") && value.indexOf(' ') >= 0) {
            return true;
        }
        return SECRET_WORD.matcher(value).find()
                && (LABEL.matcher(value).matches()
                        || (match.group("quote").equals("\"")
                                && COLUMN.matcher(value).matches()
                                && StatementContext.isName(text, match.start("key"), true)));
    }

    private static boolean isBareSecret(String text, Matcher match, String value) {
        if (value.startsWith("{") && value.endsWith("}")) {
            return isBracedSecret(value.substring(1, value.length() - 1));
        }
        var core = END.matcher(value).replaceFirst("");
        if (core.isEmpty()
                || WORDS.contains(core.toLowerCase(Locale.ROOT))
                || Placeholders.isOne(value)
                || Placeholders.isOne(core)) {
            return false;
        }
        if (TEMPLATE.matcher(value).matches() || isCall(text, match, value)) {
            return false;
        }
        var key = key(match);
        if (WEAK_KEYS.contains(key)) {
            return isRandom(value);
        }
        if (SHORT_KEYS.contains(key) && core.chars().allMatch(Character::isDigit)) {
            return false;
        }
        var isName = NAME.matcher(core).matches() && !MADE_UP.matcher(core).matches();
        return !(isName && isReference(text, match, core)) && !isProse(text, match, core);
    }

    // ODBC allows braces around a value; templates have them around names.
    private static boolean isBracedSecret(String inner) {
        return !WORD.matcher(inner).matches()
                || (Randomness.isLikely(inner) && !SECRET_WORD.matcher(inner).find());
    }

    private static boolean isRandom(String value) {
        var isName = Stream.of(value.split("[._-]", -1)).allMatch(Randomness::isOrdinary);
        return value.length() >= SHORTEST_TOKEN && Randomness.isLikely(value) && !isName;
    }

    // A call ends within the value, or its arguments begin with a quote, where the value ends.
    private static boolean isCall(String text, Matcher match, String value) {
        var open = value.chars().filter(sign -> sign == '(' || sign == '[').count();
        var close = value.chars().filter(sign -> sign == ')' || sign == ']').count();
        var next = match.end() < text.length() ? text.charAt(match.end()) : ' ';
        return CALL.matcher(value).matches()
                && (close >= open || "\"'".indexOf(next) >= 0 || next == ',' || next == ' ');
    }

    // A name in code or in a statement, and not a value without quotes.
    private static boolean isReference(String text, Matcher match, String core) {
        var operator = match.group("operator");
        if (operator.equals(":=") || operator.equals("==") || operator.equals("=>")) {
            return !Randomness.isLikely(core) || SECRET_WORD.matcher(core).find();
        }
        var isCompact = match.end("operator") == match.start("bare") && match.start("operator") == match.end("around");
        var hasSecretWord = SECRET_WORD.matcher(core).find() && !Character.isDigit(core.charAt(core.length() - 1));
        var isComposed = core.indexOf('_') > 0 || core.indexOf('.') > 0 || !core.equals(core.toLowerCase(Locale.ROOT));
        return (hasSecretWord && (!isCompact || isComposed || core.equalsIgnoreCase(key(match))))
                || StatementContext.isName(text, match.start("key"), !isCompact);
    }

    // "password: see the wiki"
    private static boolean isProse(String text, Matcher match, String core) {
        var next = match.end("bare");
        return match.group("operator").equals(":")
                && match.end("operator") < match.start("bare")
                && Randomness.isOrdinary(core)
                && next + 1 < text.length()
                && text.charAt(next) == ' '
                && Character.isLetter(text.charAt(next + 1));
    }

    private static String key(Matcher match) {
        return match.group("key").toLowerCase(Locale.ROOT);
    }
}
