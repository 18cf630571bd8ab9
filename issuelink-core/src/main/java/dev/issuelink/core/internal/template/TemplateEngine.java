package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import dev.issuelink.config.IssueTemplate;
import java.io.IOException;
import java.util.List;

/** Makes templates ready for use. Immutable, and safe for several threads. */
public final class TemplateEngine {
    private final Handlebars handlebars = new Handlebars().prettyPrint(true);

    /**
     * Checks a template and makes it ready.
     *
     * @param template the texts
     * @return the template, to be kept and filled many times
     * @throws TemplateFaultException with everything that is wrong
     */
    public CompiledTemplate compile(IssueTemplate template) {
        return new CompiledTemplate(
                compile(template, TemplateFault.Part.TITLE, template.title()),
                compile(template, TemplateFault.Part.BODY, template.body()));
    }

    private Template compile(IssueTemplate template, TemplateFault.Part part, String text) {
        try {
            return handlebars.compileInline(text);
        } catch (IOException | HandlebarsException e) {
            var fault = new TemplateFault(part, 1, 1, "This is no template.", "Mend it.");
            throw new TemplateFaultException(template.name(), List.of(fault));
        }
    }
}
