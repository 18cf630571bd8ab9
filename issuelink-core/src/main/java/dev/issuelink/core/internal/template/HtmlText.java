package dev.issuelink.core.internal.template;

/**
 * Makes text that nobody vouches for harmless within a tag or a comment of HTML, or in the title of a link; and still if
 * what looks like a tag is none, and the text is read as words.
 */
final class HtmlText {
    private static final String JOINER = String.valueOf(Joiners.JOINER);
    private static final String ACTING = "@#!&~%$[";

    private HtmlText() {}

    /** The value of an attribute, which may be an address of the web; without quotes it has no spaces. */
    static String attribute(String line, boolean isQuoted) {
        var address = WebAddress.whole(line);
        var value = address.isPresent() ? encoded(address.get(), false) : words(line);
        return isQuoted ? value : value.replace(" ", "&#32;");
    }

    /** Words alone. Nothing is left of an address. */
    static String words(String line) {
        return encoded(line.replace(':', ' ').replace("www.", "www" + JOINER + "."), true);
    }

    /** The name of an attribute: letters and digits alone, so that the tag stays one. */
    static String name(String line) {
        var name = line.replaceAll("[^A-Za-z0-9]++", "");
        return name.isEmpty() || !Character.isLetter(name.charAt(0)) ? "x" + name : name;
    }

    /** Everything but letters, digits and the most harmless signs by its number. */
    private static String encoded(String text, boolean joined) {
        var html = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            var c = text.charAt(index);
            var acts = joined && ACTING.indexOf(c) >= 0;
            html.append(joined && (c == '$' || c == ']') ? JOINER : "");
            if (c >= 128 || Character.isLetterOrDigit(c) || c == '.' || c == ' ') {
                html.append(c);
            } else {
                html.append("&#").append((int) c).append(';');
            }
            html.append(acts || (joined && c == '-') ? JOINER : "");
        }
        return html.toString();
    }
}
