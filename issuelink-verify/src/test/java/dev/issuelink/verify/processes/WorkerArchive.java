package dev.issuelink.verify.processes;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.Context;
import dev.issuelink.verify.Project;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.sqlite.JDBC;

/**
 * The class path of the processes, and an archive of what they load, so that they start fast. Archives of classes take
 * no folders, so the classes of the processes themselves are packed first.
 */
final class WorkerArchive {
    private final Path folder;
    private final String classPath;
    private final Path classes;

    /** Packs the classes into that folder. */
    WorkerArchive(Path folder) {
        this.folder = folder;
        this.classes = folder.resolve("worker.jsa");
        var own = folder.resolve("worker.jar");
        pack(own);
        this.classPath = Stream.of(
                        Stream.of(own),
                        Project.jars().stream(),
                        Stream.of(Driver.class, JDBC.class, Logger.class, Context.class)
                                .map(WorkerArchive::home))
                .flatMap(part -> part)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where the processes leave their logs. */
    Path folder() {
        return folder;
    }

    /** The command that makes the archive while a process runs. */
    List<String> trainingCommand(Setting setting) {
        return command("-XX:ArchiveClassesAtExit=" + classes, setting);
    }

    /** The command that starts a process. */
    List<String> command(Setting setting) {
        return command("-XX:SharedArchiveFile=" + classes, setting);
    }

    private List<String> command(String sharing, Setting setting) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                "-Xshare:auto",
                sharing,
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx160m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                Worker.class.getName()));
        command.addAll(setting.arguments());
        return command;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static void pack(Path target) {
        var root = home(Worker.class);
        var own = root.resolve(Worker.class.getPackageName().replace('.', '/'));
        try (var jar = new JarOutputStream(Files.newOutputStream(target));
                var files = Files.list(own)) {
            for (var file : files.sorted().toList()) {
                jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
