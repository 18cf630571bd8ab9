package dev.issuelink.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every {@code java} block of the README and the documents compiles against the library as it is. */
class DocsCompileTest {
    private static final Pattern BLOCK = Pattern.compile("(?m)^```java\\n(.*?)^```", Pattern.DOTALL);
    private static final String IMPORTS = """
            import dev.issuelink.*;
            import dev.issuelink.config.*;
            import dev.issuelink.core.*;
            import dev.issuelink.error.*;
            import dev.issuelink.event.*;
            import dev.issuelink.host.*;
            import dev.issuelink.model.*;
            import dev.issuelink.spi.*;
            import dev.issuelink.store.*;
            import dev.issuelink.testkit.*;
            import java.nio.file.Path;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.*;
            import org.awaitility.Awaitility;
            import org.junit.jupiter.api.Test;
            import static org.junit.jupiter.api.Assertions.*;
            """;
    private static final String METHOD = """
            class Snippet {
                void run(IssueLinkConfiguration configuration, IssueLinkManager manager, IssueLinkEngine engine,
                        Map<String, List<String>> headers, byte[] body) {
            %s
                }
            }
            """;

    @TempDir
    private Path classes;

    @TestFactory
    Stream<DynamicTest> everyBlockCompiles() throws IOException {
        return pages().flatMap(page -> blocks(page).stream()
                .map(block -> DynamicTest.dynamicTest(
                        page.getFileName() + ": " + block.lines().findFirst().orElse(""),
                        () -> assertThat(compile(block)).isEmpty())));
    }

    @Test
    void aBlockThatIsWrongIsFound() {
        assertThat(compile("manager.deleteEverything();")).contains("deleteEverything");
    }

    @Test
    void theUnitTestOfTheDocumentsPasses() throws Exception {
        var page = root().resolve("docs/test-with-it.md");
        assertThat(compile(blocks(page).get(0))).isEmpty();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var constructor = loader.loadClass("OrdersAlarmTest").getDeclaredConstructor();
            constructor.setAccessible(true);
            var test = constructor.newInstance();
            var method = test.getClass().getDeclaredMethod("opensOneIssueEvenIfTheTrackerIsDownAtFirst");
            method.setAccessible(true);
            method.invoke(test);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("issuelink.root", ".."));
    }

    private static Stream<Path> pages() throws IOException {
        try (var found = Files.walk(root().resolve("docs"))) {
            var pages = new ArrayList<>(found.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            pages.add(root().resolve("README.md"));
            return pages.stream();
        }
    }

    private static List<String> blocks(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String compile(String block) {
        var isType = Pattern.compile("(?m)^(public )?(final )?(class|record|interface) ")
                .matcher(block)
                .find();
        // Blocks that declare what the wrapper offers hide it in a block of their own.
        var source = IMPORTS + (isType ? block : METHOD.formatted(withoutClashes(block)));
        var name = source.contains("class ExampleProvider") ? "ExampleProvider" : "Snippet";
        var messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options =
                List.of("-d", classes.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        var file = new SourceFile(name, source);
        compiler.getTask(messages, null, null, options, null, List.of(file)).call();
        return messages.toString();
    }

    private static String withoutClashes(String block) {
        var clashes = Stream.of("configuration", "manager", "engine")
                .filter(name -> block.matches("(?s).*\\bvar " + name + " =.*"))
                .toList();
        var result = block;
        for (var name : clashes) {
            result = result.replaceAll("\\b" + name + "\\b(?!\\()", "its" + name);
        }
        return "try {" + result + "} catch (java.lang.Exception e) { throw new AssertionError(e); }";
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final String source;

        private SourceFile(String name, String source) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
