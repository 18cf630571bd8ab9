package dev.issuelink.demo;

import java.io.PrintStream;
import java.util.List;

/** The only door to the screen: whatever goes through it is plain text afterwards. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /**
     * Makes a console.
     *
     * @param terminal whether a line on {@code out} can be written over
     */
    Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    void heading(String text) {
        out.println();
        out.println(PlainText.clean(text));
    }

    void line(String text) {
        out.println(PlainText.clean(text));
    }

    void lines(List<String> texts) {
        texts.forEach(this::line);
    }

    /** Shows a line that the next one of its kind replaces. Only for a terminal. */
    void overwrite(String text) {
        out.print("\r" + PlainText.clean(text));
        out.flush();
    }

    /** Goes on below what was shown by {@link #overwrite}. */
    void endOverwriting() {
        out.println();
    }

    void failure(String sentence) {
        out.flush();
        err.println("demo: " + PlainText.clean(sentence));
    }

    void trace(Throwable problem) {
        problem.printStackTrace(err);
    }
}
