package dev.issuelink.verify.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.verify.Project;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The archives as a host gets them: named modules, or a class path. */
class ModulePathTest {
    private static final Map<String, Set<String>> EXPORTS = Map.of(
            "api",
            Set.of(
                    "dev.issuelink",
                    "dev.issuelink.config",
                    "dev.issuelink.error",
                    "dev.issuelink.event",
                    "dev.issuelink.host",
                    "dev.issuelink.model",
                    "dev.issuelink.spi",
                    "dev.issuelink.store"),
            "http",
            Set.of(),
            "core",
            Set.of("dev.issuelink.core"),
            "github",
            Set.of(),
            "gitlab",
            Set.of(),
            "jira",
            Set.of(),
            "jdbc",
            Set.of("dev.issuelink.jdbc"));

    private static final String HOST = """
            package host;

            import dev.issuelink.core.ConfigurationReader;
            import dev.issuelink.core.IssueLinkEngine;
            import dev.issuelink.host.Secret;
            import dev.issuelink.jdbc.JdbcStores;
            import java.nio.file.Path;
            import java.util.Optional;

            public final class Main {
                public static void main(String[] arguments) {
                    var configuration = ConfigurationReader.withInstalledProviders().read(Path.of(arguments[0]));
                    System.out.println("host is named: " + Main.class.getModule().isNamed());
                    System.out.println("engine is named: " + IssueLinkEngine.class.getModule().isNamed());
                    System.out.println("stores are named: " + JdbcStores.class.getModule().isNamed());
                    try (var stores = JdbcStores.sqlite(Path.of(arguments[0]).resolveSibling("links.db"));
                            var engine = IssueLinkEngine.builder(configuration)
                                    .stores(stores)
                                    .secrets(reference -> Optional.of(Secret.of(System.getenv(reference.name()))))
                                    .start()) {
                        for (var tracker : engine.trackers()) {
                            System.out.println(tracker + " usable: " + engine.testConnection(tracker).usable());
                            engine.manager().sync(dev.issuelink.SyncRequest.of(tracker));
                        }
                        System.out.println("audit intact: " + engine.audit().verify().intact());
                    }
                    System.out.println("closed");
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aHostBootsAnEngineWithAllTrackersOnTheModulePath() throws IOException {
        Files.createDirectories(folder.resolve("host"));
        Files.writeString(
                folder.resolve("module-info.java"),
                "module host {\n    requires dev.issuelink.core;\n    requires dev.issuelink.jdbc;\n}\n");
        compile(
                "--module-path",
                Project.archives() + File.pathSeparator + annotations(),
                folder.resolve("module-info.java"));

        // Without the annotations: at run time nobody needs them.
        assertThat(Project.jars()).noneMatch(file -> file.toString().contains("jspecify"));
        var path = Project.archives() + File.pathSeparator + folder.resolve("classes");
        // The providers are bound as services, and so is the driver of the database: nobody requires them.
        assertBoots("--module-path", path, "-m", "host/host.Main");
    }

    @Test
    void aHostBootsAnEngineWithAllTrackersOnTheClassPath() throws IOException {
        var jars = Project.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        compile("-cp", jars + File.pathSeparator + annotations());
        assertBoots("-cp", jars + File.pathSeparator + folder.resolve("classes"), "host.Main");
    }

    @Test
    void eachArchiveExportsWhatIsIntendedAndNothingElse() {
        EXPORTS.forEach((module, packages) ->
                assertThat(exports(describe(module))).as(module).isEqualTo(packages));
    }

    @Test
    void theKernelIsExportedToOurProvidersOnly() {
        var description = describe("http");
        var friends = Pattern.compile("qualified exports dev\\.issuelink\\.http to (.*)")
                .matcher(description)
                .results()
                .flatMap(found -> Stream.of(found.group(1).trim().split(" ")));
        assertThat(friends)
                .containsExactlyInAnyOrderElementsOf(Project.providers()
                        .map(provider -> "dev.issuelink." + provider)
                        .toList());
        assertThat(description).doesNotContain("exports dev.issuelink.http.internal");
    }

    @ParameterizedTest
    @CsvSource({"github, GitHub", "gitlab, GitLab", "jira, Jira"})
    void theProviderIsFoundOnBothPaths(String module, String prefix) throws IOException {
        var provider = "dev.issuelink." + module + "." + prefix + "TrackerProvider";
        assertThat(describe(module)).contains("provides dev.issuelink.spi.IssueTrackerProvider with " + provider);
        try (var jar = new JarFile(archive(module).toFile())) {
            var entry = jar.getEntry("META-INF/services/dev.issuelink.spi.IssueTrackerProvider");
            assertThat(entry).isNotNull();
            assertThat(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                    .contains(provider);
        }
    }

    @Test
    void theApiNeedsNothingButTheJdkAtRunTime() {
        var needed = Pattern.compile("(?m)^requires (\\S+)(.*)$")
                .matcher(describe("api"))
                .results()
                .filter(found -> !found.group(2).contains("static"))
                .map(found -> found.group(1));
        assertThat(needed).containsExactly("java.base");
    }

    @Test
    void everyArchiveOfOursIsANamedModuleAndNoneIsAnAutomaticOne() {
        for (var module : EXPORTS.keySet()) {
            assertThat(describe(module).lines().findFirst().orElse(""))
                    .startsWith("dev.issuelink." + module)
                    .doesNotContain("automatic");
        }
    }

    /** Flyway's archive has no name of its own, so its module is called as its file; Jdbi's names itself. */
    @Test
    void twoModulesOfOthersAreAutomaticAndNoMore() {
        var automatic = EXPORTS.keySet().stream()
                .flatMap(module -> Pattern.compile("(?m)^requires (\\S+) .*automatic")
                        .matcher(describe(module))
                        .results()
                        .map(found -> module + " needs " + found.group(1)));
        assertThat(automatic).containsExactlyInAnyOrder("jdbc needs flyway.core", "jdbc needs org.jdbi.v3.core");
    }

    private void compile(String pathOption, String path, Path... others) throws IOException {
        var main = folder.resolve("host").resolve("Main.java");
        Files.createDirectories(main.getParent());
        Files.writeString(main, HOST);
        var files = Stream.concat(Stream.of(main), Stream.of(others)).toArray(Path[]::new);
        Java.compile(folder.resolve("classes"), List.of(pathOption, path), files);
    }

    private void assertBoots(String... arguments) throws IOException {
        try (var trackers = new Trackers()) {
            var configuration = folder.resolve("issuelink.json");
            Files.writeString(configuration, trackers.configuration());
            var all = Stream.concat(Stream.of(arguments), Stream.of(configuration.toString()));
            var run = Java.run(trackers.secrets(), all.toArray(String[]::new));
            var named = List.of(arguments).contains("-m");
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains("host is named: " + named)
                    .contains("engine is named: " + named)
                    .contains("stores are named: " + named)
                    .contains("Code usable: true")
                    .contains("Lab usable: true")
                    .contains("Work usable: true")
                    .contains("audit intact: true")
                    .contains("closed");
            trackers.assertAllWereAsked();
            assertThat(folder.resolve("links.db")).isNotEmptyFile();
        }
    }

    /** What a build tool puts beside the api when it compiles a host. */
    private static String annotations() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("jspecify-"))
                .findFirst()
                .orElseThrow();
    }

    private static Path archive(String module) {
        return Project.jars().stream()
                .filter(file -> file.getFileName().toString().startsWith("issuelink-" + module + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static String describe(String module) {
        var run = Java.run(
                "--module-path", Project.archives().toString(), "--describe-module", "dev.issuelink." + module);
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    private static Set<String> exports(String description) {
        return Pattern.compile("(?m)^exports (\\S+)")
                .matcher(description)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
