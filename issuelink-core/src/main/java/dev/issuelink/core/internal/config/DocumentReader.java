package dev.issuelink.core.internal.config;

import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.IssueTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a whole configuration. Immutable, and safe for several threads. */
public final class DocumentReader {
    /** What the document may have; {@code $schema} is for editors and has no meaning here. */
    static final List<String> PROPERTIES = List.of("$schema", "trackers", "auto_issue_rules", "templates");

    private final ProviderCatalog catalog;
    private final Map<String, IssueTemplate> templates;

    /**
     * Creates a reader.
     *
     * @param catalog the installed providers
     */
    public DocumentReader(ProviderCatalog catalog) {
        this(catalog, Map.of());
    }

    private DocumentReader(ProviderCatalog catalog, Map<String, IssueTemplate> templates) {
        this.catalog = catalog;
        this.templates = templates;
    }

    /**
     * A reader that knows more templates than the document has.
     *
     * @param more the templates by name; the document's of the same name stand in their place
     * @return the reader
     */
    public DocumentReader withTemplates(Map<String, IssueTemplate> more) {
        var all = new TreeMap<>(templates);
        all.putAll(more);
        return new DocumentReader(catalog, all);
    }

    /**
     * Reads a document.
     *
     * @param text JSON
     * @return the configuration
     * @throws dev.issuelink.error.ConfigurationException with everything that is wrong, in document order
     */
    public IssueLinkConfiguration read(String text) {
        var faults = new Faults();
        var configuration = Section.of(TreeReader.read(text, faults), faults)
                .map(section -> configuration(section.only(PROPERTIES), faults));
        if (configuration.isEmpty() || !faults.isEmpty()) {
            throw faults.exception();
        }
        return configuration.get();
    }

    private IssueLinkConfiguration configuration(Section section, Faults faults) {
        var values = new Values(faults);
        section.get("$schema").ifPresent(values::name);
        var trackerReader = new TrackerReader(faults, catalog);
        var templateReader = new TemplateReader(faults, templates.keySet());
        var trackers = all(section, "trackers", values, trackerReader::read);
        var own = all(section, "templates", values, templateReader::read);
        var known = section.get("trackers")
                .filter(node -> node.kind() == Node.Kind.LIST)
                .map(node -> trackerReader.names());
        var ruleReader = new RuleReader(faults, known, trackerReader.teams(), templateReader.names());
        var rules = all(section, "auto_issue_rules", values, ruleReader::read);
        return new IssueLinkConfiguration(trackers, rules, withOthers(own));
    }

    private List<IssueTemplate> withOthers(List<IssueTemplate> own) {
        var all = new TreeMap<>(templates);
        own.forEach(template -> all.remove(template.name()));
        return Stream.concat(own.stream(), all.values().stream()).toList();
    }

    private static <T> List<T> all(
            Section section, String property, Values values, Function<Node, Optional<T>> reader) {
        return section.get(property).map(node -> values.list(node, reader)).orElse(List.of());
    }
}
