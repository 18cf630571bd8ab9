package dev.issuelink.core.internal.guard.secret;

import java.util.regex.Pattern;

/** Tells from what stands before it whether a name is a column or a variable of a statement. */
final class StatementContext {
    private static final int LOOK_BACK = 200;
    private static final String QUALIFIER = "\\s+(?:not\\s+)?(?:[\\w\"`\\[\\]]{1,64}\\.)?[\"`\\[@]?\\w{0,64}$";
    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(?:where|and|or|on|set|having|when|if|elsif|then|else|select|not|returning|begin|declare|using)"
                    + QUALIFIER,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST =
            Pattern.compile("[(,]" + QUALIFIER.replace("\\s+(?:not", "\\s*(?:not"), Pattern.CASE_INSENSITIVE);
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(?:set|select|values|update|where|insert|call|when)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b(?:create|alter)\\s+(?:user|login|role)\\b", Pattern.CASE_INSENSITIVE);

    private StatementContext() {}

    /**
     * Tells if what is compared with the name is a name, too.
     *
     * @param isSpaced whether there are spaces around the sign between both
     */
    static boolean isName(String text, int at, boolean isSpaced) {
        var before = text.substring(Math.max(0, at - LOOK_BACK), at);
        if (ACCOUNT.matcher(before).find()) {
            return false;
        }
        return CLAUSE.matcher(before).find()
                || (isSpaced
                        && LIST.matcher(before).find()
                        && STATEMENT.matcher(before).find());
    }
}
