package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.context.MapValueResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A template that was found good. Immutable, and safe for several threads. */
public final class CompiledTemplate {
    private final Template title;
    private final Template body;

    CompiledTemplate(Template title, Template body) {
        this.title = title;
        this.body = body;
    }

    /**
     * Fills the template.
     *
     * @param context strings (untrusted), numbers, booleans, lists, maps and fragments
     * @return the text, in which no value changes the structure
     */
    public RenderedText render(Map<String, ?> context) {
        return new RenderedText(fill(title, context), fill(body, context));
    }

    private static String fill(Template template, Map<String, ?> context) {
        try {
            return template.apply(Context.newBuilder(context)
                    .resolver(MapValueResolver.INSTANCE)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
