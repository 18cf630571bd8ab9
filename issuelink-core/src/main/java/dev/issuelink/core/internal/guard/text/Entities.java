package dev.issuelink.core.internal.guard.text;

import java.util.Locale;
import java.util.Map;

/** The entities of HTML that stand for signs secrets are made of. */
final class Entities {
    /** No entity is longer, its ampersand and semicolon included. */
    static final int LONGEST = 20;

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            named("amp", '&'),
            named("lt", '<'),
            named("gt", '>'),
            named("quot", '"'),
            named("apos", '\''),
            named("nbsp", ' '),
            named("tab", '\t'),
            named("newline", '\n'),
            named("excl", '!'),
            named("num", '#'),
            named("dollar", '$'),
            named("percnt", '%'),
            named("lpar", '('),
            named("rpar", ')'),
            named("ast", '*'),
            named("midast", '*'),
            named("plus", '+'),
            named("comma", ','),
            named("hyphen", '-'),
            named("dash", '-'),
            named("period", '.'),
            named("sol", '/'),
            named("colon", ':'),
            named("semi", ';'),
            named("equals", '='),
            named("quest", '?'),
            named("commat", '@'),
            named("lsqb", '['),
            named("lbrack", '['),
            named("bsol", '\\'),
            named("rsqb", ']'),
            named("rbrack", ']'),
            named("hat", '^'),
            named("lowbar", '_'),
            named("underbar", '_'),
            named("grave", '`'),
            named("lcub", '{'),
            named("lbrace", '{'),
            named("verbar", '|'),
            named("vert", '|'),
            named("rcub", '}'),
            named("rbrace", '}'),
            named("shy", '\0'),
            named("zwj", '\0'),
            named("zwnj", '\0'),
            named("zerowidthspace", '\0'),
            named("nobreak", '\0'));

    private Entities() {}

    /** The sign that an entity stands for, without its ampersand and semicolon; 0 for an invisible one, -1 for none. */
    static int code(String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
        }
        var isHexadecimal = name.length() > 1 && Character.toLowerCase(name.charAt(1)) == 'x';
        try {
            return Integer.parseInt(name, isHexadecimal ? 2 : 1, name.length(), isHexadecimal ? 16 : 10);
        } catch (NumberFormatException notANumber) {
            return -1;
        }
    }

    private static Map.Entry<String, Integer> named(String name, char sign) {
        return Map.entry(name, (int) sign);
    }
}
