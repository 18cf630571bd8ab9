package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import dev.issuelink.config.IssueTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes templates ready for use. A template can name facts and repeat over them, and nothing else: it sees no method and
 * no property of an object, and loads no file. Immutable, and safe for several threads.
 */
public final class TemplateEngine {
    private final Handlebars handlebars = new Handlebars(new NoLoader())
            .with(new ClosedHelpers())
            .with(EscapingStrategy.NOOP)
            .with((value, next) -> Marks.encode(ValueText.of(value)))
            .parentScopeResolution(false);

    /**
     * Checks a template and makes it ready.
     *
     * @param template the texts
     * @return the template, to be kept and filled many times
     * @throws TemplateFaultException with everything that is wrong
     */
    public CompiledTemplate compile(IssueTemplate template) {
        var faults = new ArrayList<TemplateFault>();
        var title = ready(TemplateFault.Part.TITLE, template.title(), faults);
        var body = ready(TemplateFault.Part.BODY, template.body(), faults);
        if (!faults.isEmpty()) {
            throw new TemplateFaultException(template.name(), faults);
        }
        return new CompiledTemplate(
                template.name(),
                parse(template.name(), TemplateFault.Part.TITLE, title),
                parse(template.name(), TemplateFault.Part.BODY, body));
    }

    private static String ready(TemplateFault.Part part, String template, List<TemplateFault> faults) {
        var text = Marks.clean(template);
        var list = new FaultList(part, text);
        var tags = TemplateSyntax.check(text, list);
        faults.addAll(list.all());
        return list.isEmpty() ? TemplateSyntax.withoutTagLines(text, tags) : text;
    }

    /** What our own check lets through, Handlebars may still refuse. */
    Template parse(String name, TemplateFault.Part part, String text) {
        try {
            return handlebars.compile(new StringTemplateSource(part.toString(), text));
        } catch (IOException | HandlebarsException e) {
            throw new TemplateFaultException(name, List.of(fault(part, e)));
        }
    }

    static TemplateFault fault(TemplateFault.Part part, Exception failure) {
        var error = failure instanceof HandlebarsException problem ? problem.getError() : null;
        return new TemplateFault(
                part,
                error == null ? 1 : error.line,
                error == null ? 1 : error.column,
                "This cannot be read as a template.",
                "Look at the tags here and before, and compare them with the manual.");
    }

    private static final class NoLoader extends AbstractTemplateLoader {
        @Override
        public TemplateSource sourceAt(String location) throws IOException {
            throw new IOException("Templates load nothing");
        }
    }
}
