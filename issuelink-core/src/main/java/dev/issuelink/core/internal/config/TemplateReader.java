package dev.issuelink.core.internal.config;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.compose.StandardTemplates;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.core.internal.template.TemplateFault;
import dev.issuelink.core.internal.template.TemplateFaultException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the host's own templates. One with the name of a built-in template stands in its place. */
final class TemplateReader {
    static final List<String> PROPERTIES = List.of("name", "title", "body");

    /** The templates that IssueLink brings along. */
    static final List<String> BUILT_IN = List.copyOf(StandardTemplates.names());

    private final Faults faults;
    private final Values values;
    private final UniqueNames names;
    private final Set<String> others;

    /** @param others the names of templates from elsewhere */
    TemplateReader(Faults faults, Set<String> others) {
        this.faults = faults;
        this.others = others;
        this.values = new Values(faults);
        this.names = new UniqueNames(faults, "template");
    }

    /** All names that rules may use: the built-in ones, those read so far, and those from elsewhere. */
    Set<String> names() {
        var all = new TreeSet<>(names.all());
        all.addAll(BUILT_IN);
        all.addAll(others);
        return all;
    }

    /** What is wrong at a place of a template. */
    static String words(int line, int column, TemplateFault fault) {
        return "line " + line + ", column " + column + ": " + fault.problem() + " " + fault.advice();
    }

    Optional<IssueTemplate> read(Node node) {
        return Section.of(node, faults).flatMap(section -> template(section.only(PROPERTIES)));
    }

    private Optional<IssueTemplate> template(Section section) {
        var name = names.read(section);
        var title = section.need("title", "the template of the title.").flatMap(values::prose);
        var body = section.need("body", "the template of the description.").flatMap(values::prose);
        check(section, title.orElse(""), body.orElse(""));
        if (name.isEmpty() || title.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IssueTemplate(name.get(), title.get(), body.get()));
    }

    private void check(Section section, String title, String body) {
        try {
            new TemplateEngine().compile(new IssueTemplate("", title, body));
        } catch (TemplateFaultException e) {
            e.faults()
                    .forEach(fault -> section.get(fault.part().toString())
                            .ifPresent(node -> faults.add(node.place(), words(fault.line(), fault.column(), fault))));
        }
    }
}
