package dev.issuelink.testkit.gitlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes quick actions out of a text: known words behind a slash at the beginning of a line, but not in fenced code. */
final class QuickActions {
    private static final String WORDS = "close|reopen|title|label|labels|unlabel|relabel|assign|unassign|confidential"
            + "|due|remove_due_date|milestone|lock|unlock|weight|severity|move|clone|duplicate|type|promote|todo|done"
            + "|subscribe|unsubscribe|shrug|tableflip|estimate|spend|award|epic|iteration|health_status|cc";
    private static final Pattern COMMAND = Pattern.compile(
            "(?<code>^```.+?\\n```$)|(?:^/(?<word>" + WORDS + ")(?: (?<argument>[^\\n]*))?(?:\\s*\\n|$))",
            Pattern.MULTILINE | Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES);
    private static final Pattern TRAILING = Pattern.compile("\\s+\\z");

    private QuickActions() {}

    /**
     * One quick action.
     *
     * @param word what is to be done, in lower case
     * @param argument the rest of the line
     */
    record Command(String word, String argument) {}

    /**
     * A text taken apart.
     *
     * @param text what is left of it, without space at its end
     * @param commands the quick actions in it
     */
    record Extracted(String text, List<Command> commands) {}

    static Extracted extract(String text) {
        var content = text.replace("\r", "");
        var matcher = COMMAND.matcher(content);
        var left = new StringBuilder();
        var commands = new ArrayList<Command>();
        while (matcher.find()) {
            var word = matcher.group("word");
            if (word == null) {
                continue;
            }
            var argument = matcher.group("argument");
            commands.add(new Command(word.toLowerCase(Locale.ROOT), argument == null ? "" : argument.strip()));
            matcher.appendReplacement(left, "");
        }
        matcher.appendTail(left);
        return new Extracted(TRAILING.matcher(left).replaceFirst(""), commands);
    }
}
