package dev.issuelink.jira;

import java.util.Map;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** GitHub's alerts and Jira's panels, told by the colours in which both are shown. */
final class AdfAlerts {
    private static final Map<String, String> PANELS = Map.of(
            "[!NOTE]", "info",
            "[!TIP]", "success",
            "[!IMPORTANT]", "note",
            "[!WARNING]", "warning",
            "[!CAUTION]", "error");

    private static final Map<String, String> ALERTS = Map.of(
            "success", "[!TIP]",
            "tip", "[!TIP]",
            "note", "[!IMPORTANT]",
            "warning", "[!WARNING]",
            "error", "[!CAUTION]");

    private AdfAlerts() {}

    /** The first line of a quote that stands for such a panel; other panels are notes. */
    static String alertOf(String panelType) {
        return ALERTS.getOrDefault(panelType, "[!NOTE]");
    }

    /** Takes the first line away from a quote that is an alert with content, and says which panel it asks for. */
    static Optional<String> takePanelType(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph first) || !(first.getFirstChild() instanceof Text text)) {
            return Optional.empty();
        }
        var panel = Optional.ofNullable(PANELS.get(text.getLiteral()));
        var next = text.getNext();
        var alone = next == null;
        if (panel.isEmpty() || (alone ? first.getNext() == null : !(next instanceof SoftLineBreak))) {
            return Optional.empty();
        }
        take(alone ? first : text, next);
        return panel;
    }

    private static void take(Node first, @Nullable Node second) {
        first.unlink();
        if (second != null) {
            second.unlink();
        }
    }
}
