package dev.issuelink.verify.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.verify.Project;
import java.io.File;
import java.io.IOException;
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
            Set.of());

    private static final String HOST = """
            package host;

            import dev.issuelink.core.ConfigurationReader;
            import dev.issuelink.core.IssueLinkEngine;
            import dev.issuelink.host.Secret;
            import java.nio.file.Path;
            import java.util.Optional;

            public final class Main {
                public static void main(String[] arguments) {
                    var configuration = ConfigurationReader.withInstalledProviders().read(Path.of(arguments[0]));
                    try (var engine = IssueLinkEngine.builder(configuration)
                            .secrets(reference -> Optional.of(Secret.of(arguments[1])))
                            .start()) {
                        var report = engine.testConnection("Code");
                        System.out.println("host is named: " + Main.class.getModule().isNamed());
                        System.out.println("engine is named: " + IssueLinkEngine.class.getModule().isNamed());
                        System.out.println("trackers: " + engine.trackers());
                        System.out.println("usable: " + report.usable());
                        engine.manager().sync(dev.issuelink.SyncRequest.of("Code"));
                        System.out.println("audit intact: " + engine.audit().verify().intact());
                    }
                    System.out.println("closed");
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aHostBootsAnEngineWithGitHubOnTheModulePath() throws IOException {
        Files.createDirectories(folder.resolve("host"));
        Files.writeString(folder.resolve("module-info.java"), "module host {\n    requires dev.issuelink.core;\n}\n");
        compile(
                "--module-path",
                Project.archives() + File.pathSeparator + annotations(),
                folder.resolve("module-info.java"));

        // Without the annotations: at run time nobody needs them.
        assertThat(Project.jars()).noneMatch(file -> file.toString().contains("jspecify"));
        var path = Project.archives() + File.pathSeparator + folder.resolve("classes");
        // The provider is bound as a service: nobody requires it.
        assertBoots("--module-path", path, "-m", "host/host.Main");
    }

    @Test
    void aHostBootsAnEngineWithGitHubOnTheClassPath() throws IOException {
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
        assertThat(describe("http"))
                .containsPattern("qualified exports dev\\.issuelink\\.http to .*dev\\.issuelink\\.github")
                .doesNotContain("exports dev.issuelink.http.internal");
    }

    @Test
    void theProviderIsFoundOnBothPaths() throws IOException {
        assertThat(describe("github"))
                .contains(
                        "provides dev.issuelink.spi.IssueTrackerProvider with dev.issuelink.github.GitHubTrackerProvider");
        try (var jar = new JarFile(archive("github").toFile())) {
            var entry = jar.getEntry("META-INF/services/dev.issuelink.spi.IssueTrackerProvider");
            assertThat(entry).isNotNull();
            assertThat(new String(jar.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("dev.issuelink.github.GitHubTrackerProvider");
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
            assertThat(describe(module)).startsWith("dev.issuelink." + module).doesNotContain("automatic");
        }
    }

    private void compile(String pathOption, String path, Path... others) throws IOException {
        var main = folder.resolve("host").resolve("Main.java");
        Files.createDirectories(main.getParent());
        Files.writeString(main, HOST);
        var files = Stream.concat(Stream.of(main), Stream.of(others)).toArray(Path[]::new);
        Java.compile(folder.resolve("classes"), List.of(pathOption, path), files);
    }

    private void assertBoots(String... arguments) throws IOException {
        try (var github = FakeGitHub.start()) {
            github.addRepository("acme", "shop").openIssue("The basket forgets", "Since yesterday.");
            var configuration = folder.resolve("issuelink.json");
            Files.writeString(configuration, """
                    {"trackers": [{"name": "Code", "type": "github", "config": {
                      "owner": "acme", "repo": "shop", "base_url": "%s",
                      "auth": {"type": "personal_token", "token": "${TOKEN}"}}}]}
                    """.formatted(github.baseUrl()));
            var all = Stream.concat(Stream.of(arguments), Stream.of(configuration.toString(), github.token("acme")));
            var run = Java.run(all.toArray(String[]::new));
            var named = List.of(arguments).contains("-m");
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains("host is named: " + named)
                    .contains("engine is named: " + named)
                    .contains("trackers: [Code]")
                    .contains("usable: true")
                    .contains("audit intact: true")
                    .contains("closed");
            assertThat(github.requestCount()).isPositive();
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
