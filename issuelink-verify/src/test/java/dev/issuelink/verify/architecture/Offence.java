package dev.issuelink.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Code that breaks a law, to prove that the law's test sees it. */
final class Offence {
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private Offence() {}

    /** Says that the rule holds for the published modules and refuses the given sources. */
    static void refuses(ArchRule rule, Path folder, String... sources) {
        rule.check(Code.published());
        var verdict = rule.evaluate(compile(folder, sources));
        assertThat(verdict.hasViolation())
                .as("the rule sees an offence: %s", rule.getDescription())
                .isTrue();
    }

    static JavaClasses compile(Path folder, String... sources) {
        try {
            return new ClassFileImporter().importPath(compileFiles(folder, sources));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path compileFiles(Path folder, String... sources) throws IOException {
        var target = Files.createDirectories(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")));
        arguments.addAll(List.of("-d", target.toString()));
        for (var source : sources) {
            arguments.add(write(folder, source).toString());
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var output = new StringWriter();
        var task = compiler.getTask(
                output,
                null,
                null,
                arguments.subList(0, arguments.size() - sources.length),
                null,
                compiler.getStandardFileManager(null, null, null)
                        .getJavaFileObjects(arguments
                                .subList(arguments.size() - sources.length, arguments.size())
                                .toArray(String[]::new)));
        assertThat(task.call()).as("the offence compiles: %s", output).isTrue();
        return target;
    }

    private static Path write(Path folder, String source) throws IOException {
        var file = folder.resolve("src")
                .resolve(first(PACKAGE, source).replace('.', '/'))
                .resolve(first(TYPE, source) + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    private static String first(Pattern pattern, String source) {
        var matcher = pattern.matcher(source);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
