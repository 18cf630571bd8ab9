package dev.issuelink.core.internal.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds a template against the language that templates may use: values by name, and four kinds of blocks. Handlebars
 * knows far more, and stops at the first fault. Not for several threads.
 */
final class TemplateSyntax {
    private static final int DEEPEST = 20;
    private static final int MOST_TAGS = 1_000;
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_-]*+";
    private static final Pattern PATH = Pattern.compile(
            "(?:\\./|(?:\\.\\./)++)?(?:\\.|" + NAME + "(?:[./]" + NAME + ")*+)|@(?:index|first|last|key)");
    private static final Set<String> RESERVED = Set.of("as", "else", "true", "false", "null", "undefined");

    /** A block that is open, and whether its else has come. */
    private record Open(Tag tag, String name, boolean inElse) {}

    private final FaultList faults;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> refused = new HashSet<>();

    private TemplateSyntax(FaultList faults) {
        this.faults = faults;
    }

    /** The tags of a text; what is wrong with them is in the list. */
    static List<Tag> check(String text, FaultList faults) {
        var tags = TagScanner.scan(text, faults);
        if (tags.size() > MOST_TAGS) {
            faults.add(tags.get(MOST_TAGS).start(), "There are more than 1,000 tags.", "Make several templates of it.");
            return tags;
        }
        var syntax = new TemplateSyntax(faults);
        tags.forEach(syntax::check);
        syntax.open.forEach(syntax::notClosed);
        return tags;
    }

    /** The text without the lines on which only silent tags stand, which are no lines of the result. */
    static String withoutTagLines(String text, List<Tag> tags) {
        var kept = new StringBuilder(text.length());
        var copied = 0;
        for (var run : runs(text, tags)) {
            var from = lineStart(text, run.get(0).start());
            var to = lineEnd(text, run.get(run.size() - 1).end());
            if (from >= 0 && to >= 0) {
                kept.append(text, copied, from);
                run.forEach(tag -> kept.append(text, tag.start(), tag.end()));
                copied = to;
            }
        }
        return kept.append(text.substring(copied)).toString();
    }

    /** Silent tags between which there is no text. */
    private static List<List<Tag>> runs(String text, List<Tag> tags) {
        var runs = new ArrayList<List<Tag>>();
        Tag last = null;
        for (var tag : tags) {
            if (tag.isSilent()) {
                if (last == null || !isGap(text, last.end(), tag.start())) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(tag);
            }
            last = tag.isSilent() ? tag : null;
        }
        return runs;
    }

    private static boolean isGap(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(TemplateSyntax::isSpace);
    }

    private static int lineStart(String text, int index) {
        var start = index;
        while (start > 0 && isSpace(text.charAt(start - 1))) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' ? start : -1;
    }

    private static int lineEnd(String text, int index) {
        var end = index;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end == text.length() ? end : text.charAt(end) == '\n' ? end + 1 : -1;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t';
    }

    private void check(Tag tag) {
        switch (tag.kind()) {
            case SHOW -> show(tag);
            case OPEN -> open(tag);
            case ELSE -> otherwise(tag);
            case CLOSE -> close(tag);
            case OTHER ->
                refused.add(tag.words().replaceFirst("^[#>*^\\s]+", "").split("\\s+", 2)[0]);
            default -> {
                // Comments say nothing.
            }
        }
    }

    private void show(Tag tag) {
        var words = tag.words().split("\\s+");
        if (words.length == 1) {
            path(tag, words[0]);
        } else if (!Vocabulary.HELPERS.containsKey(words[0])) {
            faults.add(
                    tag.start(),
                    "There is no such helper.",
                    Vocabulary.BLOCKS.contains(words[0])
                            ? "A block begins with {{#" + words[0] + "."
                            : "Known are "
                                    + String.join(
                                            ", ",
                                            Vocabulary.HELPERS.keySet().stream()
                                                    .sorted()
                                                    .toList()) + ".");
        } else {
            onlyPath(tag, words);
        }
    }

    private void open(Tag tag) {
        var words = tag.words().split("\\s+");
        if (!Vocabulary.BLOCKS.contains(words[0])) {
            faults.add(
                    tag.start(), "There is no such block.", "Known are {{#if}}, {{#unless}}, {{#each}} and {{#with}}.");
        } else {
            onlyPath(tag, words);
        }
        open.push(new Open(tag, words[0], false));
        if (open.size() == DEEPEST + 1) {
            faults.add(tag.start(), "Blocks stand in each other more than 20 deep.", "Take some of them out.");
        }
    }

    private void otherwise(Tag tag) {
        var words = tag.words().split("\\s+");
        if (open.isEmpty() || open.element().inElse()) {
            faults.add(tag.start(), "There is no block that this else belongs to.", "Take it away.");
            return;
        }
        var block = open.pop();
        open.push(new Open(block.tag(), block.name(), words.length == 1));
        if (words.length > 1 && (!words[1].equals("if") || !block.name().equals("if"))) {
            faults.add(tag.start(), "Behind else may only follow an if, within an if.", "Write {{else}}.");
        } else if (words.length > 1) {
            onlyPath(tag, List.of(words).subList(1, words.length).toArray(String[]::new));
        }
    }

    private void close(Tag tag) {
        var name = tag.words();
        if (refused.remove(name)) {
            return;
        }
        if (open.stream().noneMatch(block -> block.name().equals(name))) {
            faults.add(tag.start(), "No block of this name is open.", "Take this tag away, or open the block.");
            return;
        }
        while (!open.element().name().equals(name)) {
            notClosed(open.pop());
        }
        open.pop();
    }

    private void notClosed(Open block) {
        faults.add(
                block.tag().start(),
                "The block is not closed.",
                Vocabulary.BLOCKS.contains(block.name())
                        ? "Write {{/" + block.name() + "}} behind it."
                        : "Close it, or take it away.");
    }

    private void onlyPath(Tag tag, String[] words) {
        if (words.length == 2) {
            path(tag, words[1]);
        } else {
            faults.add(
                    tag.start(),
                    "Behind " + words[0] + " belongs the name of one value.",
                    "Write for example " + words[0] + " object.name; there are no other arguments.");
        }
    }

    private void path(Tag tag, String word) {
        if (word.isEmpty()) {
            faults.add(tag.start(), "The tag is empty.", "Write the name of a value, such as {{object.name}}.");
        } else if (!PATH.matcher(word).matches() || RESERVED.contains(word)) {
            faults.add(
                    tag.start(),
                    "This is not the name of a value.",
                    "Write names with dots between, such as object.name; also allowed are this, ../name, @index, @first,"
                            + " @last and @key.");
        }
    }
}
