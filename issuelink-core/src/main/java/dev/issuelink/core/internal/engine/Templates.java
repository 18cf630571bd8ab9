package dev.issuelink.core.internal.engine;

import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.core.internal.compose.StandardTemplates;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.core.internal.template.TemplateFaultException;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All templates by their names, ready for use: the host's own in place of the standard ones. */
final class Templates {
    private final TemplateEngine engine;
    private final StandardTemplates standard;
    private final Map<String, CompiledTemplate> own;

    private Templates(TemplateEngine engine, StandardTemplates standard, Map<String, CompiledTemplate> own) {
        this.engine = engine;
        this.standard = standard;
        this.own = Map.copyOf(own);
    }

    /** Compiles the host's own templates, and reports everything that is wrong in them at once. */
    static Templates of(IssueLinkConfiguration configuration) {
        var engine = new TemplateEngine();
        var own = new HashMap<String, CompiledTemplate>();
        var faults = new ArrayList<ConfigurationFault>();
        for (var template : configuration.templates()) {
            try {
                own.put(template.name(), engine.compile(template));
            } catch (TemplateFaultException faulty) {
                faulty.faults()
                        .forEach(fault -> faults.add(
                                ConfigurationFault.of("", "Template \"" + template.name() + "\", " + fault)));
            }
        }
        var standard = new StandardTemplates(engine);
        faults.addAll(missing(configuration, own));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new Templates(engine, standard, own);
    }

    // A configuration made by hand did not pass the reader.
    private static List<ConfigurationFault> missing(
            IssueLinkConfiguration configuration, Map<String, CompiledTemplate> own) {
        return configuration.rules().stream()
                .filter(rule -> !own.containsKey(rule.template())
                        && !StandardTemplates.names().contains(rule.template()))
                .map(rule -> ConfigurationFault.of(
                        "",
                        "The rule \"" + rule.name() + "\" uses the template \"" + rule.template()
                                + "\", which nobody has."))
                .toList();
    }

    /** The template of a name that a rule may use. */
    CompiledTemplate get(String name) {
        var template = own.get(name);
        return template == null ? standard.compiled(name).orElseThrow() : template;
    }

    TemplateEngine engine() {
        return engine;
    }
}
