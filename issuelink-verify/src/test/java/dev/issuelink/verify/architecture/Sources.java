package dev.issuelink.verify.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Reads sources as the compiler does, and says what of the exported code has no comment. */
final class Sources {
    private static final Pattern EXPORT = Pattern.compile("\\bexports\\s+([\\w.]+)");

    private Sources() {}

    /** The packages that a module exports. */
    static Set<String> exports(Path sources) {
        try {
            var descriptor = Files.readString(sources.resolve("module-info.java"));
            return EXPORT.matcher(descriptor)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Places of exported types and methods without a comment. */
    static List<String> undocumented(List<Path> files, Set<String> packages) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask)
                compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
        var missing = new ArrayList<String>();
        try {
            for (var unit : task.parse()) {
                if (packages.contains(String.valueOf(unit.getPackageName()))) {
                    new Reader(DocTrees.instance(task), missing).scan(unit, null);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return missing;
    }

    private static final class Reader extends TreePathScanner<Void, Void> {
        private final DocTrees comments;
        private final List<String> missing;

        Reader(DocTrees comments, List<String> missing) {
            this.comments = comments;
            this.missing = missing;
        }

        @Override
        public Void visitPackage(PackageTree tree, Void nothing) {
            if (getCurrentPath().getCompilationUnit().getSourceFile().getName().endsWith("package-info.java")) {
                demand(tree, "package " + tree.getPackageName());
            }
            return null;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            if (!isVisible(tree.getModifiers())) {
                return null;
            }
            demand(tree, "type " + tree.getSimpleName());
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            if (isVisible(tree.getModifiers()) && !isOverride(tree) && !isGenerated(tree)) {
                demand(tree, "method " + tree.getName());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            var constant = tree.getModifiers().getFlags().contains(Modifier.STATIC);
            if (constant && isVisible(tree.getModifiers())) {
                demand(tree, "constant " + tree.getName());
            }
            return null;
        }

        /** What stands in an interface is public without saying so. */
        private boolean isVisible(ModifiersTree modifiers) {
            var flags = modifiers.getFlags();
            var around = getCurrentPath().getParentPath().getLeaf();
            var inInterface = around.getKind() == Tree.Kind.INTERFACE || around.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED)
                    || (inInterface && !flags.contains(Modifier.PRIVATE));
        }

        private static boolean isOverride(MethodTree tree) {
            return tree.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        /** The constructor that the compiler writes has no place in the text. */
        private boolean isGenerated(MethodTree tree) {
            var unit = getCurrentPath().getCompilationUnit();
            return comments.getSourcePositions().getEndPosition(unit, tree) < 0;
        }

        private void demand(Tree tree, String what) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            if (comments.getDocComment(TreePath.getPath(unit, tree)) == null) {
                var name = unit.getSourceFile().getName();
                missing.add(name.substring(name.lastIndexOf('/') + 1) + ": " + what);
            }
        }
    }
}
