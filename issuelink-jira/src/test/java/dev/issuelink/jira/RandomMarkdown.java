package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random texts in the canonical form of our Markdown, and random texts in no form at all. */
final class RandomMarkdown {
    private static final List<String> WORDS = List.of(
            "table",
            "orders",
            "Größe",
            "資料庫",
            "🚀",
            "snake_case",
            "a.b",
            "x+y",
            "100%",
            "C:\\temp\\new",
            "(aside)",
            "\"quoted\"",
            "it's",
            "{brace}",
            "{code}",
            "${NAME}",
            "{{mono}}",
            "@jane",
            "#12",
            "ABC-7",
            "a<b",
            "A&B",
            "&amp;",
            "&lt;",
            "[~user]",
            "a|b",
            "!wow!",
            "e\u0301",
            "1.5",
            "-5",
            "--",
            "=>",
            "~",
            "^up^",
            "??",
            "+ins+",
            "<b>",
            "</b>",
            "\\*no\\*",
            "h1.",
            "bq.",
            "*",
            "_",
            "q?",
            "end.",
            "\\host");
    private static final List<String> CODES =
            List.of("code", "a b", "x|y", "*no*", "{x}", "}}", "a\\b", "&amp;", "<b>", "--", "[a](b)", "äö", "h1. x");
    private static final List<String> LINES = List.of(
            "",
            "x",
            "    indented",
            "{code}",
            "{noformat}",
            "# no heading",
            "- no list",
            "``",
            "a\tb",
            "\\",
            "*x*",
            "|a|",
            "SELECT '<!-- x -->' FROM t;",
            "~~~",
            "&amp;",
            "ends with space ");
    private static final List<String> ADDRESSES = List.of(
            "https://example.com",
            "http://example.com/a_b?c=d&e=f#g",
            "https://example.com/a(b)c",
            "mailto:a@example.com",
            "#anchor",
            "/rooted",
            "https://example.com/%20x~y");
    private static final List<String> BITS = List.of(
            "*",
            "**",
            "_",
            "`",
            "```",
            "~~",
            "~~~",
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "<",
            ">",
            "&",
            "&amp;",
            "&#35;",
            "\\",
            "\n",
            "\n\n",
            "\n\n\n",
            " ",
            "  ",
            "    ",
            "\t",
            "- ",
            "* ",
            "+ ",
            "1. ",
            "2) ",
            "> ",
            "# ",
            "###### ",
            "---",
            "===",
            "***",
            "|",
            "|---|",
            "| a | b |\n|---|---|\n",
            "[ ] ",
            "[x] ",
            "- [ ] ",
            "<b>",
            "</b>",
            "<!--",
            "-->",
            "<pre>",
            "<br>",
            "https://example.com",
            "<https://example.com>",
            "[a]: https://example.com\n",
            "[a]",
            "a",
            "word",
            "{code}",
            "{noformat}",
            "!x.png!",
            "[~jane]",
            "@jane",
            "h1. ",
            "\u0000",
            "\uD83D",
            "\uDE80",
            "🚀",
            "\u00A0",
            "\u200B\u2060",
            "\r\n",
            "\r",
            "\u2028",
            "[!NOTE]\n",
            "javascript:alert(1)",
            "](javascript:x)",
            "{",
            "}",
            "\\\n",
            "> > ",
            "- - ",
            "1. - ",
            "\"t\")",
            "\uFFFE",
            "\uFDD0");

    private final Random random;

    RandomMarkdown(long seed) {
        this.random = new Random(seed);
    }

    /** A document in canonical form. */
    String document() {
        return blocks(0, AdfPlace.DOCUMENT);
    }

    /** Anything. */
    String mash(int most) {
        return many(0, most, "", i -> one(BITS));
    }

    private String blocks(int depth, AdfPlace place) {
        var text = new StringBuilder();
        var before = "";
        for (var i = 1 + random.nextInt(depth == 0 ? 6 : 3); i > 0; i--) {
            var block = block(depth, place, before, text.isEmpty());
            if (!text.isEmpty()) {
                var tight = place == AdfPlace.ITEM && block.list() && before.equals("paragraph");
                text.append(tight ? "\n" : place == AdfPlace.DOCUMENT ? oneOf("\n\n", "\n\n", "\n\n\n") : "\n\n");
            }
            text.append(block.text());
            before = block.list() ? "list" : block.kind();
        }
        return text.toString();
    }

    private record Piece(String kind, String text) {
        boolean list() {
            return kind.equals("list");
        }
    }

    private Piece block(int depth, AdfPlace place, String before, boolean first) {
        var kinds = new ArrayList<>(List.of("paragraph", "paragraph", "code"));
        if (depth < 4 && !before.equals("list") && !(first && place == AdfPlace.ITEM)) {
            kinds.addAll(List.of("list", "list"));
        }
        if (place == AdfPlace.DOCUMENT) {
            kinds.addAll(List.of("heading", "rule", "table", "quote", "panel"));
        } else if (place == AdfPlace.PANEL) {
            kinds.addAll(List.of("heading"));
        }
        if (first && place == AdfPlace.PANEL) {
            kinds.removeIf(kind -> !kind.equals("paragraph"));
        }
        var kind = one(kinds);
        return new Piece(
                kind,
                switch (kind) {
                    case "paragraph" -> paragraph();
                    case "code" -> code();
                    case "list" -> list(depth, place);
                    case "heading" -> "#".repeat(1 + random.nextInt(6)) + " " + line();
                    case "rule" -> "---";
                    case "table" -> table();
                    case "quote" -> quoted(blocks(depth + 1, AdfPlace.QUOTE));
                    default ->
                        quoted(oneOf("[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]") + "\n"
                                + blocks(depth + 1, AdfPlace.PANEL));
                });
    }

    private String paragraph() {
        return many(1, 3, () -> oneOf("\n", "  \n"), i -> line());
    }

    /** Each line begins with a word, for what a first sign would mean is another matter. */
    private String line() {
        return one(List.of("Words", "table", "Größe", "(aside)", "🚀")) + many(0, 6, "", i -> " " + inline());
    }

    private String inline() {
        return switch (random.nextInt(12)) {
            case 0 -> "**" + plain() + "**";
            case 1 -> "*" + plain() + "*";
            case 2 -> "~~" + plain() + "~~";
            case 3 -> "`" + one(CODES) + "`";
            case 4 -> "[" + plain() + "](" + one(ADDRESSES) + oneOf("", " \"A title\"") + ")";
            case 5 -> "https://example.com/" + oneOf("", "a_b", "x?y=z&w=1", "a-b.c");
            case 6 -> "**" + plain() + " *" + plain() + "* " + plain() + "**";
            case 7 -> "![" + oneOf("", "alt") + "](https://example.com/a.png)";
            default -> one(WORDS);
        };
    }

    private String plain() {
        return many(1, 2, " ", i -> oneOf("one", "two", "three", "Größe", "資料", "a.b", "snake_case", "{x}"));
    }

    private String code() {
        var text = many(1, 4, "\n", i -> one(LINES));
        var language = oneOf("", "sql", "java", "c++", "sql title=\"x\"");
        if (text.isEmpty()) {
            text = "x";
        }
        return "```" + language + "\n" + text + "\n```";
    }

    private String list(int depth, AdfPlace place) {
        var start = oneOf("1", "1", "7");
        var items = 1 + random.nextInt(3);
        if (place != AdfPlace.QUOTE && random.nextInt(3) == 0) {
            return tasks(depth);
        }
        var ordered = random.nextInt(3) == 0;
        return IntStream.range(0, items)
                .mapToObj(i -> ordered
                        ? (Integer.parseInt(oneOf("1", start, start).equals("1") ? "1" : "1") + i) + ". "
                        : "- ")
                .map(marker -> marker + indented(blocks(depth + 1, AdfPlace.ITEM), marker.length()))
                .collect(Collectors.joining("\n"));
    }

    private String tasks(int depth) {
        return many(
                1,
                3,
                "\n",
                i -> oneOf("- [ ] ", "- [x] ")
                        + line()
                        + (depth < 3 && random.nextInt(3) == 0 ? "\n  " + indented(tasks(depth + 1), 2) : ""));
    }

    private String table() {
        var columns = 1 + random.nextInt(3);
        var head = row(columns);
        return head + "\n|" + "---|".repeat(columns) + many(0, 3, "", i -> "\n" + row(columns));
    }

    private String row(int columns) {
        return "| "
                + IntStream.range(0, columns)
                        .mapToObj(i -> random.nextInt(6) == 0 ? "" : cell())
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private String cell() {
        return many(1, 2, "<br>", i -> line().replace("\\|", "|").replace("|", "\\|"));
    }

    private static String quoted(String text) {
        return ("> " + text.replace("\n", "\n> ")).replace("> \n", ">\n");
    }

    private static String indented(String text, int by) {
        return text.replaceAll("\n(?!\n)", "\n" + " ".repeat(by));
    }

    private String many(int least, int most, String between, IntFunction<String> make) {
        return many(least, most, () -> between, make);
    }

    private String many(int least, int most, Supplier<String> between, IntFunction<String> make) {
        var text = new StringBuilder();
        var number = least + random.nextInt(most - least + 1);
        for (var i = 0; i < number; i++) {
            text.append(i == 0 ? "" : between.get()).append(make.apply(i));
        }
        return text.toString();
    }

    private String oneOf(String... values) {
        return one(List.of(values));
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
