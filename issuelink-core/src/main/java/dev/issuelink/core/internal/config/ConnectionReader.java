package dev.issuelink.core.internal.config;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.Settings;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.SettingDescription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what stands under {@code config} of a tracker. */
final class ConnectionReader {
    /** What every tracker may have under {@code config}, whatever its provider. */
    static final List<String> COMMON = List.of("auth", "labels");

    /** What every way to sign in has. */
    static final List<String> AUTH = List.of("type");

    private static final String AUTH_TYPE = "the way to sign in.";

    record Connection(Optional<AuthConfig> auth, List<String> labels, Settings settings) {
        static final Connection NONE = new Connection(Optional.empty(), List.of(), Settings.empty());
    }

    private final Faults faults;
    private final Values values;

    ConnectionReader(Faults faults) {
        this.faults = faults;
        this.values = new Values(faults);
    }

    /** Reads it against the provider's description; without one, only the common part, and nothing else is kept. */
    Connection read(Section tracker, Optional<ProviderDescription> provider) {
        var node = tracker.get("config");
        if (node.isEmpty()) {
            provider.ifPresent(known -> demandConfig(tracker, known));
            return Connection.NONE;
        }
        return node.flatMap(config -> Section.of(config, faults))
                .map(config -> connection(config, provider))
                .orElse(Connection.NONE);
    }

    private void demandConfig(Section tracker, ProviderDescription provider) {
        var required = provider.settings().stream()
                .filter(SettingDescription::required)
                .map(SettingDescription::name)
                .collect(Collectors.joining(", "));
        if (!required.isEmpty()) {
            tracker.need("config", "an object with " + required + ".");
        }
    }

    private Connection connection(Section config, Optional<ProviderDescription> provider) {
        var labels = config.get("labels")
                .map(node -> values.list(node, values::name))
                .orElse(List.of());
        var auth = config.get("auth").flatMap(node -> Section.of(node, faults));
        if (provider.isEmpty()) {
            auth.ifPresent(section -> section.need("type", AUTH_TYPE).ifPresent(values::name));
            return new Connection(Optional.empty(), labels, Settings.empty());
        }
        var known = provider.get();
        return new Connection(
                auth.flatMap(section -> auth(section, known)),
                labels,
                new SettingsReader(values).read(config, known.settings(), COMMON));
    }

    private Optional<AuthConfig> auth(Section section, ProviderDescription provider) {
        var types = provider.authTypes();
        return section.need("type", AUTH_TYPE.replace(".", ": " + Values.words(types.keySet()) + "."))
                .flatMap(node -> values.choice(node, types.keySet()))
                .map(type -> new AuthConfig(
                        type, new SettingsReader(values).read(section, types.getOrDefault(type, List.of()), AUTH)));
    }
}
