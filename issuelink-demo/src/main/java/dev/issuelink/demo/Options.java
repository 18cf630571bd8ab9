package dev.issuelink.demo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line, read and checked.
 *
 * @param issues the archive to fill the fake with, instead of the demo's own
 * @param objects the objects to link, instead of the demo's own
 * @param tracker which tracker of its own the demo runs against, if not the usual one
 * @param config a configuration of real trackers, to be read instead of the fake
 * @param write whether something may be written to real trackers
 * @param verbose whether failures are shown with all details
 * @param help whether only the usage is wanted
 */
record Options(
        Optional<Path> issues,
        Optional<Path> objects,
        Optional<TrackerKind> tracker,
        Optional<Path> config,
        boolean write,
        boolean verbose,
        boolean help) {
    static final String USAGE = """
            Usage: ./demo [OPTION]...

            Reads issues over HTTP, links them with objects, opens an issue, and hears by webhook
            that it was closed. Without options it runs against a GitHub of its own on this machine,
            and goes on with events of an SQLite database: a migration, a drift, designs.

              --tracker NAME   run against a tracker of its own of another kind: github, gitlab, jira
              --issues FILE    fill that tracker from an archive, .json or .json.gz
              --objects FILE   link these objects; a line is KIND<TAB>NAME, # begins a comment
              --config FILE    read the trackers of this configuration instead, changing nothing
              --write          with --config: also open, comment and close an issue in each tracker
              --verbose        show all details of a failure
              --help           show this
            """;

    private enum Valued {
        ISSUES("a file"),
        OBJECTS("a file"),
        TRACKER("a name"),
        CONFIG("a file");

        private final String value;

        Valued(String value) {
            this.value = value;
        }
    }

    private enum Flag {
        WRITE,
        VERBOSE,
        HELP
    }

    static Options parse(String... args) {
        Map<Valued, String> values = new EnumMap<>(Valued.class);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (var at = 0; at < args.length; at++) {
            var parts = args[at].split("=", 2);
            var flag = find(Flag.values(), parts[0]);
            if (flag.isPresent() && parts.length == 1) {
                flags.add(flag.get());
                continue;
            }
            var option = find(Valued.values(), parts[0])
                    .orElseThrow(() -> new WrongOption(quoted(parts[0]) + " is no option; --help lists them."));
            var value = parts.length == 2 ? parts[1] : ++at < args.length ? args[at] : "";
            if (value.isBlank() || value.startsWith("--")) {
                throw new WrongOption(parts[0] + " needs " + option.value + ".");
            }
            if (values.put(option, value) != null) {
                throw new WrongOption(parts[0] + " is given twice.");
            }
        }
        return check(new Options(
                file(values, Valued.ISSUES),
                file(values, Valued.OBJECTS),
                Optional.ofNullable(values.get(Valued.TRACKER)).map(Options::tracker),
                file(values, Valued.CONFIG),
                flags.contains(Flag.WRITE),
                flags.contains(Flag.VERBOSE),
                flags.contains(Flag.HELP)));
    }

    private static Options check(Options options) {
        if (options.config.isPresent() && options.issues.isPresent()) {
            throw new WrongOption("--issues fills the demo's own tracker and cannot stand beside --config.");
        }
        if (options.config.isPresent() && options.tracker.isPresent()) {
            throw new WrongOption("--tracker chooses a tracker of the demo's own and cannot stand beside --config.");
        }
        if (options.write && options.config.isEmpty()) {
            throw new WrongOption("--write needs --config; the demo's own tracker is always written to.");
        }
        return options;
    }

    private static <E extends Enum<E>> Optional<E> find(E[] options, String word) {
        for (var option : options) {
            if (word.equals(word(option))) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    private static TrackerKind tracker(String name) {
        return TrackerKind.named(name)
                .orElseThrow(() -> new WrongOption("--tracker: there is no tracker %s; there are %s."
                        .formatted(quoted(name), TrackerKind.words())));
    }

    private static Optional<Path> file(Map<Valued, String> values, Valued option) {
        return Optional.ofNullable(values.get(option)).map(name -> file(option, name));
    }

    private static Path file(Valued option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException malformed) {
            throw new WrongOption(word(option) + ": " + quoted(name) + " is no name of a file.", malformed);
        }
    }

    private static String word(Enum<?> option) {
        return "--" + option.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String word) {
        return "\"" + word + "\"";
    }
}
