package dev.issuelink.demo;

import dev.issuelink.error.IssueLinkException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** A small host application. It shows what IssueLink does, and how little a host does for it. */
public final class Main {
    /** Set by the start script, which knows what it writes to. */
    private static final String TERMINAL = "issuelink.demo.terminal";

    private static final int WRONG_OPTION = 2;

    private Main() {}

    /**
     * Runs the demo.
     *
     * @param args the command line, see {@code --help}
     */
    public static void main(String[] args) {
        // Boxes and bars need UTF-8, whatever the locale says.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var code = run(new Console(out, err, Boolean.getBoolean(TERMINAL)), args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /**
     * Runs the demo within another program.
     *
     * @param args the command line
     * @param out where its story goes
     * @param err where the one sentence about a failure goes
     * @return the exit code: 0 if everything went well, 2 if an option is wrong, otherwise 1
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(new Console(out, err, false), args);
    }

    private static int run(Console console, String... args) {
        try {
            run(console, Options.parse(args));
            return 0;
        } catch (WrongOption wrong) {
            fail(console, Objects.requireNonNullElse(wrong.getMessage(), "failed"), wrong, args);
            return WRONG_OPTION;
        } catch (DemoFailure | IssueLinkException expected) {
            fail(console, Objects.requireNonNullElse(expected.getMessage(), "failed"), expected, args);
        } catch (OutOfMemoryError tooLarge) {
            fail(console, "the input is too large for this machine's memory.", tooLarge, args);
        } catch (RuntimeException | Error unexpected) {
            fail(console, "failed unexpectedly: " + unexpected + " (--verbose shows where)", unexpected, args);
        }
        return 1;
    }

    private static void run(Console console, Options options) {
        if (options.help()) {
            Options.USAGE.lines().forEach(console::line);
            return;
        }
        var objects = ObjectsFile.read(Input.of(options.objects(), "objects.txt"));
        var totals = options.config().isPresent()
                ? new RealRun(console, objects, options.write())
                        .run(options.config().get())
                : new FakeRun(console, objects, options.tracker().orElse(TrackerKind.GITHUB))
                        .run(new Archive(Input.of(options.issues(), "issues.json")));
        console.heading("demo: ok, " + totals);
    }

    private static void fail(Console console, String sentence, Throwable problem, String... args) {
        console.failure(sentence);
        if (Arrays.asList(args).contains("--verbose")) {
            console.trace(problem);
        }
    }
}
