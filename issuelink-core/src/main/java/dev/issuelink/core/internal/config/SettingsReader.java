package dev.issuelink.core.internal.config;

import dev.issuelink.config.Settings;
import dev.issuelink.spi.SettingDescription;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads settings that a provider described. */
final class SettingsReader {
    private final Values values;

    SettingsReader(Values values) {
        this.values = values;
    }

    /**
     * Reads the described members of a section and reports all others.
     *
     * @param reserved names that the caller reads himself
     */
    Settings read(Section section, List<SettingDescription> described, Collection<String> reserved) {
        section.only(Stream.concat(reserved.stream(), described.stream().map(SettingDescription::name))
                .distinct()
                .toList());
        var settings = new LinkedHashMap<String, Object>();
        for (var setting : described) {
            if (!reserved.contains(setting.name())) {
                find(section, setting)
                        .flatMap(node -> value(node, setting))
                        .ifPresent(value -> settings.put(setting.name(), value));
            }
        }
        return Settings.of(settings);
    }

    private static Optional<Node> find(Section section, SettingDescription setting) {
        return setting.required() ? section.need(setting.name(), setting.meaning()) : section.get(setting.name());
    }

    private Optional<?> value(Node node, SettingDescription setting) {
        return switch (setting.kind()) {
            case TEXT -> textOrId(node, setting);
            case NUMBER -> values.wholeNumber(node).filter(number -> allowed(node, number, setting));
            case FLAG -> values.flag(node);
            case URL -> values.url(node).map(Object::toString);
            case SECRET -> values.secret(node);
            case TEXTS -> Optional.of(values.list(node, item -> text(item, setting)));
            case TEXT_MAP -> Optional.of(values.lines(node));
        };
    }

    // Ids are texts to us, and people write those that look like numbers without quotes.
    private Optional<String> textOrId(Node node, SettingDescription setting) {
        return node.kind() == Node.Kind.NUMBER && setting.allowed().isEmpty()
                ? values.wholeNumber(node).map(number -> Long.toString(number))
                : text(node, setting);
    }

    private Optional<String> text(Node node, SettingDescription setting) {
        return setting.allowed().isEmpty() ? values.line(node) : values.choice(node, setting.allowed());
    }

    private boolean allowed(Node node, long number, SettingDescription setting) {
        return values.accept(
                node,
                setting.allowed().isEmpty() || setting.allowed().contains(Long.toString(number)),
                "must be one of " + Values.words(setting.allowed()) + ".");
    }
}
