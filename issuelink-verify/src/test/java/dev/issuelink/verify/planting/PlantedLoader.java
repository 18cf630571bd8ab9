package dev.issuelink.verify.planting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads an adapter and the kernel below it apart from all others, from folders first; all else is shared. */
final class PlantedLoader extends ClassLoader {
    private final List<String> packages;
    private final List<Path> folders;

    /** Loads anew what lies in the packages of the modules. */
    PlantedLoader(List<String> modules, List<Path> folders) {
        super(PlantedLoader.class.getClassLoader());
        this.packages =
                modules.stream().map(module -> "dev.issuelink." + module + ".").toList();
        this.folders = folders;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (packages.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var file = name.replace('.', '/') + ".class";
        try {
            var code = code(file);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte @Nullable [] code(String file) throws IOException {
        for (var folder : folders) {
            if (Files.exists(folder.resolve(file))) {
                return Files.readAllBytes(folder.resolve(file));
            }
        }
        try (var stream = getParent().getResourceAsStream(file)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }
}
