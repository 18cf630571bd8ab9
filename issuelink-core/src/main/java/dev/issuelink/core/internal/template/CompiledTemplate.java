package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A template that was found good. Immutable, and safe for several threads. */
public final class CompiledTemplate {
    private final String name;
    private final Template title;
    private final Template body;

    CompiledTemplate(String name, Template title, Template body) {
        this.name = name;
        this.title = title;
        this.body = body;
    }

    /**
     * Fills the template.
     *
     * @param context strings (untrusted), numbers, booleans, lists, maps and fragments, by name
     * @return the text, in which no value changes the structure
     * @throws TemplateFaultException if the template cannot be filled from these facts
     */
    public RenderedText render(Map<String, ?> context) {
        var filledTitle = fill(TemplateFault.Part.TITLE, title, context);
        var rows = Rows.of(Skeleton.lines(fill(TemplateFault.Part.BODY, body, context)));
        return new RenderedText(TitleWriter.write(filledTitle, name), BodyWriter.write(Layout.shown(rows)));
    }

    private String fill(TemplateFault.Part part, Template template, Map<String, ?> context) {
        try {
            return template.apply(Vocabulary.context(context));
        } catch (IOException | HandlebarsException e) {
            throw new TemplateFaultException(name, List.of(TemplateEngine.fault(part, e)));
        }
    }
}
