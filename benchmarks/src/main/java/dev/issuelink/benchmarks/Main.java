package dev.issuelink.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures our stores against plain JDBC and prints the ratios. Everything is measured in rounds, in each once and in a
 * process of its own, and a ratio is that of the medians: so what else the machine does meanwhile meets both alike.
 */
public final class Main {
    private static final String STORES = "ByStores";
    private static final String JDBC = "ByJdbc";

    private final PrintStream out;
    private final long links;
    private final int rounds;

    private Main(PrintStream out, long links, int rounds) {
        this.out = out;
        this.links = links;
        this.rounds = rounds;
    }

    /**
     * Runs it.
     *
     * @param arguments how many links are in the database, a million by default, and how many rounds, five by default
     * @throws Exception if something could not be measured
     */
    public static void main(String... arguments) throws Exception {
        var links = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        new Main(System.out, links, rounds).run();
    }

    private void run() throws Exception {
        var folder = Files.createTempDirectory("issuelink-benchmarks");
        try (var server = EmbeddedPostgres.builder().start()) {
            measure(Database.SQLITE, folder.resolve("links.db").toString());
            measure(Database.POSTGRESQL, server.getJdbcUrl("postgres", "postgres"));
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void measure(Database database, String place) throws RunnerException {
        try (var stores = database.stores(place)) {
            Links.load(stores, 0, links);
        }
        var times = new TreeMap<String, List<Double>>();
        for (var round = 0; round < rounds; round++) {
            for (var result : new Runner(options(database, place)).run()) {
                times.computeIfAbsent(name(result), name -> new ArrayList<>())
                        .add(result.getPrimaryResult().getScore());
            }
        }
        times.keySet().stream().filter(name -> name.endsWith(STORES)).forEach(name -> tell(database, name, times));
    }

    private static String name(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Options options(Database database, String place) {
        return new OptionsBuilder()
                .include(LinkBenchmark.class.getName())
                .param("database", database.name())
                .param("place", place)
                .param("links", Long.toString(links))
                .forks(1)
                .jvmArgs("-Xmx512m", "--enable-native-access=ALL-UNNAMED")
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }

    private void tell(Database database, String stores, Map<String, List<Double>> times) {
        var operation = stores.substring(0, stores.length() - STORES.length());
        var ours = median(times.getOrDefault(stores, List.of()));
        var plain = median(times.getOrDefault(operation + JDBC, List.of()));
        var name = "link_" + operation.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + "_"
                + database.name().toLowerCase(Locale.ROOT);
        out.printf(Locale.ROOT, "figure %s_us %.1f%n", name, ours);
        out.printf(Locale.ROOT, "figure %s_plain_us %.1f%n", name, plain);
        out.printf(Locale.ROOT, "figure %s_ratio %.2f%n", name, ours / plain);
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
