package dev.issuelink.verify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.issuelink.verify.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything exported says what it means, and whether it may be null. */
class DocumentationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#modules")
    void everythingExportedHasAComment(String module) {
        var sources = Project.sources(module);
        assertThat(Sources.undocumented(Sources.files(sources), Sources.exports(sources)))
                .isEmpty();
    }

    @Test
    void whatHasNoCommentIsSeen() throws IOException {
        var file = folder.resolve("Offender.java");
        Files.writeString(file, """
                package offence;
                /** Has one. */
                public interface Offender {
                    int silent();
                    /** Speaks. */
                    int spoken();
                    class Inner {
                        /** Speaks. */
                        public Inner() {}
                        public void mute() {}
                        void hidden() {}
                        @Override public String toString() { return ""; }
                    }
                }
                """);
        assertThat(Sources.undocumented(List.of(file), Set.of("offence")))
                .containsExactly(
                        "Offender.java: method silent", "Offender.java: type Inner", "Offender.java: method mute");
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#modules")
    void everyPackageSaysWhatMayBeNull(String module) {
        var classes = new ClassFileImporter().importPackages(Code.ROOT);
        var packages = Sources.files(Project.sources(module)).stream()
                .map(file -> Project.sources(module).relativize(file.getParent()))
                .map(path -> path.toString().replace('/', '.'))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(isNullMarked(classes, name)).as(name).isTrue());
    }

    @Test
    void aPackageThatDoesNotSayItIsSeen() {
        var offence = Offence.compile(folder, "package offence; class Offender {}");
        assertThat(isNullMarked(offence, "offence")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.issuelink.verify.Project#modules")
    void everyModuleHasADescriptorThatNamesItsAudience(String module) throws IOException {
        assertThat(Files.readString(Project.sources(module).resolve("module-info.java")))
                .containsPattern("(?s)/\\*\\*.{20,}\\*/.*module dev\\.issuelink\\." + module + " \\{");
    }

    private static boolean isNullMarked(JavaClasses classes, String name) {
        return classes.getPackage(name)
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
