package dev.issuelink.core.internal.guard.secret;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.Unwrapped;
import dev.issuelink.core.internal.guard.text.View;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds what looks like a secret of one of the formats. */
public final class FormatSearch {
    private final List<Format> formats;
    private final Predicate<String> kept;

    FormatSearch(List<Format> formats, Predicate<String> kept) {
        this.formats = formats;
        this.kept = kept;
    }

    /**
     * Looks for all formats that are known.
     *
     * @param kept tells what is left although it looks like a secret
     */
    public static FormatSearch ofAll(Predicate<String> kept) {
        return new FormatSearch(Formats.all(), kept);
    }

    /** Adds all that is found in a reading. */
    public void search(View view, Spans spans) {
        var text = view.text();
        var lower = text.toLowerCase(Locale.ROOT);
        for (var format : formats) {
            if (format.mayBeIn(lower)) {
                var match = format.pattern().matcher(text);
                while (match.find()) {
                    for (var piece : format.refinement().refine(text, match)) {
                        if (!format.isWhole() || !isInWord(text, piece.to())) {
                            add(view, piece, spans);
                        }
                    }
                }
            }
        }
    }

    /** Adds all that is found across the lines that were joined in an unwrapped reading. */
    public void search(Unwrapped unwrapped, Spans spans) {
        if (unwrapped.isPlain()) {
            return;
        }
        var lower = unwrapped.view().text().toLowerCase(Locale.ROOT);
        for (var format : formats) {
            if (format.mayBeIn(lower)) {
                new JoinedSearch(format, unwrapped).search(piece -> add(unwrapped.view(), piece, spans));
            }
        }
    }

    private void add(View view, Piece piece, Spans spans) {
        if (!kept.test(view.text().substring(piece.from(), piece.to()))) {
            spans.add(view, piece.from(), piece.to());
        }
    }

    private static boolean isInWord(String text, int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
