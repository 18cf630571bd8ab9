package dev.issuelink.core.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.TrackerContext;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderRegistryTest {
    /** As an installed provider is. */
    public static class Installed implements IssueTrackerProvider {
        @Override
        public String type() {
            return "installed";
        }

        @Override
        public ProviderDescription describe() {
            return new ProviderDescription("Installed", List.of(), Map.of());
        }

        @Override
        public IssueTrackerAdapter connect(TrackerContext context) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class Clashing extends Installed {}

    public static final class Throwing extends Installed {
        public Throwing() {
            throw new IllegalStateException("no");
        }
    }

    public static final class Undescribed extends Installed {
        @Override
        public String type() {
            return "undescribed";
        }

        @Override
        public ProviderDescription describe() {
            throw new NoClassDefFoundError("com/example/Missing");
        }
    }

    @Test
    void knowsGivenProvidersByType() {
        var github = SampleProvider.github();
        var registry = ProviderRegistry.of(List.of(github, SampleProvider.jira()));

        assertThat(registry.types()).containsExactly("github", "jira");
        assertThat(registry.find("github")).containsSame(github);
        assertThat(registry.find("gitlab")).isEmpty();
    }

    @Test
    void refusesTwoProvidersOfOneTypeWithBothClasses() {
        assertThatThrownBy(() -> ProviderRegistry.of(List.of(new Installed(), new Clashing())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Two providers have the type \"installed\"")
                .hasMessageContaining(Installed.class.getName() + " and " + Clashing.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GitHub", "git hub", "-git", "1git", "git_hub"})
    void refusesTypesThatAreNotWellFormed(String type) {
        var provider = SampleProvider.of(type, SampleProvider.github().describe());

        assertThatThrownBy(() -> ProviderRegistry.of(List.of(provider)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(SampleProvider.class.getName())
                .hasMessageContaining("its type must be lower-case letters");
    }

    @Test
    void aBrokenProviderHidesNoOtherAndIsNamed(@TempDir Path folder) throws IOException {
        try (var loader = loader(
                folder,
                "com.example.NotThere",
                Throwing.class.getName(),
                Undescribed.class.getName(),
                ProviderRegistryTest.class.getName(),
                Installed.class.getName())) {
            var registry = ProviderRegistry.discover(List.of(SampleProvider.github()), loader);

            assertThat(registry.types()).containsExactly("github", "installed");
            assertThat(registry.catalog().problems()).hasSize(4);
            assertThat(registry.catalog().problems().toString())
                    .contains(
                            "com.example.NotThere",
                            Throwing.class.getName(),
                            "com/example/Missing",
                            ProviderRegistryTest.class.getName());
        }
    }

    @Test
    void aMisspeltServicesFileIsReported(@TempDir Path folder) throws IOException {
        try (var loader = loader(folder, "this is no class name")) {
            assertThat(ProviderRegistry.discover(List.of(), loader).catalog().problems())
                    .hasSize(1);
        }
    }

    @Test
    void aGivenProviderTakesThePlaceOfAnInstalledOneOfItsClassAndClashesWithOthers(@TempDir Path folder)
            throws IOException {
        try (var loader = loader(folder, Installed.class.getName())) {
            var given = new Installed();
            assertThat(ProviderRegistry.discover(List.of(given), loader).find("installed"))
                    .containsSame(given);
            assertThatThrownBy(() -> ProviderRegistry.discover(List.of(new Clashing()), loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Two providers have the type");
        }
    }

    @Test
    void theReaderFindsInstalledProvidersAndSaysWhichCouldNotBeLoaded(@TempDir Path folder) throws IOException {
        var before = Thread.currentThread().getContextClassLoader();
        try (var loader = loader(folder, Installed.class.getName(), "com.example.NotThere")) {
            Thread.currentThread().setContextClassLoader(loader);
            var reader = ConfigurationReader.withInstalledProviders();

            assertThat(reader.read("{\"trackers\": [{\"name\": \"x\", \"type\": \"installed\"}]}")
                            .trackers())
                    .hasSize(1);
            assertThatThrownBy(() -> reader.read("{\"trackers\": [{\"name\": \"x\", \"type\": \"instaled\"}]}"))
                    .hasMessageContaining("could not be loaded: ")
                    .hasMessageContaining("com.example.NotThere")
                    .hasMessageContaining("Did you mean \"installed\"?");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URLClassLoader loader(Path folder, String... classes) throws IOException {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(IssueTrackerProvider.class.getName()), List.of(classes));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ProviderRegistryTest.class.getClassLoader());
    }
}
