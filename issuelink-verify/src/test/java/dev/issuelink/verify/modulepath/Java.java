package dev.issuelink.verify.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Runs Java in a process of its own. */
public final class Java {
    private static final long PATIENCE_SECONDS = 120;

    private Java() {}

    /** What a process left. */
    public record Run(int exitCode, String output) {}

    /** Runs it and waits for its end. */
    public static Run run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs it with more in its environment and waits for its end. */
    static Run run(Map<String, String> environment, String... arguments) {
        try {
            var log = Files.createTempFile("issuelink-child", ".log");
            var process = start(log, environment, arguments);
            var ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            var output = Files.readString(log, StandardCharsets.UTF_8);
            Files.deleteIfExists(log);
            assertThat(ended).as("it ended in time: %s", output).isTrue();
            return new Run(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Compiles sources, each under the name of its file. */
    static void compile(Path target, List<String> options, Path... files) {
        var arguments = new ArrayList<>(List.of("-proc:none", "-Werror", "-d", target.toString()));
        arguments.addAll(options);
        Stream.of(files).map(Path::toString).forEach(arguments::add);
        var output = new java.io.ByteArrayOutputStream();
        var result = ToolProvider.getSystemJavaCompiler().run(null, output, output, arguments.toArray(String[]::new));
        assertThat(result)
                .as("it compiles: %s", output.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    private static Process start(Path log, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // What this process was told about memory and agents is not for its children.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
