package dev.issuelink.core.internal.template;

/** Writes a title: one line of plain text. */
final class TitleWriter {
    /** The longest title, in code points; GitHub takes 256, Jira and GitLab 255. */
    static final int LONGEST = 200;

    private static final String NAMELESS = "Issue";

    private TitleWriter() {}

    /**
     * The title.
     *
     * @param filled the filled template
     * @param name what stands there if the title has nothing to show
     */
    static String write(String filled, String name) {
        var text = new StringBuilder();
        for (var line : Skeleton.lines(filled)) {
            text.append(' ');
            line.withoutEmptyGroups().pieces().forEach(piece -> append(text, piece));
        }
        var title = clip(text.toString());
        var fallback = title.isEmpty() ? clip(name) : title;
        return fallback.isEmpty() ? NAMELESS : fallback;
    }

    private static void append(StringBuilder text, Piece piece) {
        text.append(piece instanceof Piece.Value value ? value.line(LONGEST) : ((Piece.Fixed) piece).text());
    }

    private static String clip(String text) {
        var line = Clean.line(Clean.block(text, text.length()).text());
        var clipped = Clean.clip(line, LONGEST, 0);
        return clipped.more() == 0 ? line : Clean.clip(line, LONGEST - 1, 0).text() + "…";
    }
}
