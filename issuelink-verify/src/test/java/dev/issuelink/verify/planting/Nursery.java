package dev.issuelink.verify.planting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.verify.Project;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Compiles what is planted, and what binds the adapters to the contract, and lets the contract run over both. */
final class Nursery {
    private final Path folder;
    private final Map<String, Path> suites = new HashMap<>();
    private int planted;

    Nursery(Path folder) {
        this.folder = folder;
    }

    /** The contract over the adapter as it is. */
    ContractRun run(Planting.Suite suite) {
        return run(suite, List.of(suite(suite)));
    }

    /** The contract over the adapter with a bug. */
    ContractRun run(Planting planting) {
        planted++;
        var source = folder.resolve("planted-" + planted).resolve(planting.path());
        var classes = folder.resolve("classes-" + planted);
        try {
            Files.createDirectories(source.getParent());
            Files.writeString(source, planting.planted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compile(classes, List.of(), source);
        return run(planting.suite(), List.of(classes, suite(planting.suite())));
    }

    private ContractRun run(Planting.Suite suite, List<Path> classes) {
        var loader = new PlantedLoader(List.of(suite.module(), "http"), classes);
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(loader);
            var test = loader.loadClass("dev.issuelink." + suite.module() + "." + suite.test());
            return ContractRun.of(test, suite.part());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The tests of the adapter's module that hold it to the contract, with all that they need. */
    private Path suite(Planting.Suite suite) {
        return suites.computeIfAbsent(suite.module() + "-" + suite.test(), name -> {
            var sources = Project.root().resolve("issuelink-" + suite.module()).resolve("src/test/java");
            var classes = folder.resolve("suite-" + name);
            var test = sources.resolve("dev/issuelink").resolve(suite.module()).resolve(suite.test() + ".java");
            compile(classes, List.of("-sourcepath", sources.toString()), test);
            return classes;
        });
    }

    private static void compile(Path target, List<String> options, Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var output = new StringWriter();
        var arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-implicit:class"));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", target.toString()));
        arguments.addAll(options);
        var files = compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source);
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var compiled =
                compiler.getTask(output, null, null, arguments, null, files).call();
        assertThat(compiled).as("%s compiles: %s", source.getFileName(), output).isTrue();
    }
}
