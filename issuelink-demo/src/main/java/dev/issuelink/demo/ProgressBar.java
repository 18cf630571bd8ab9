package dev.issuelink.demo;

import dev.issuelink.SyncReport;
import java.util.function.Consumer;

/**
 * Shows how a synchronisation goes on, told by the engine after every page. On a terminal a bar that moves; elsewhere a
 * line now and then.
 */
final class ProgressBar implements Consumer<SyncReport>, AutoCloseable {
    private static final int WIDTH = 32;
    private static final int STEPS = 4;
    private static final int UNKNOWN_STEP = 1_000;

    private final Console console;
    private final int total;
    private int nextLine;
    private boolean drawn;

    /**
     * Makes a bar.
     *
     * @param total how much there is to read; 0 if unknown
     */
    ProgressBar(Console console, int total) {
        this.console = console;
        this.total = total;
        this.nextLine = step();
    }

    @Override
    public void accept(SyncReport report) {
        var read = report.issuesRead() + report.skipped();
        if (console.isTerminal()) {
            console.overwrite("  " + bar(read) + counts(read));
            drawn = true;
        } else if (read >= nextLine || report.complete()) {
            console.line("  read " + counts(read).strip());
            nextLine = (read / step() + 1) * step();
        }
    }

    @Override
    public void close() {
        if (drawn) {
            console.endOverwriting();
        }
    }

    private int step() {
        return total == 0 ? UNKNOWN_STEP : Math.max(1, (total + STEPS - 1) / STEPS);
    }

    private String bar(int read) {
        if (total == 0) {
            return "";
        }
        var filled = Math.min(WIDTH, (int) ((long) WIDTH * read / total));
        return "[" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "] ";
    }

    private String counts(int read) {
        return total == 0 ? "%,d".formatted(read) : "%,d of %,d".formatted(read, total);
    }
}
