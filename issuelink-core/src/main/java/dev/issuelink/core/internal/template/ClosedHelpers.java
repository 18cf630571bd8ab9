package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.HelperRegistry;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our helpers and no others: those that Handlebars brings along can look up and load what templates must not see. */
final class ClosedHelpers extends DefaultHelperRegistry {
    private final Map<String, Helper<?>> ours;

    ClosedHelpers() {
        var helpers = new HashMap<String, Helper<?>>();
        Vocabulary.BLOCKS.forEach(name -> helpers.put(name, Vocabulary.block(name)));
        for (var helper : Vocabulary.HELPERS.entrySet()) {
            helpers.put(helper.getKey(), Vocabulary.figure(helper.getKey(), helper.getValue()));
        }
        Helper<Object> missing = (value, options) -> "";
        helpers.put(HelperRegistry.HELPER_MISSING, missing);
        this.ours = Map.copyOf(helpers);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C> @Nullable Helper<C> helper(String name) {
        return (Helper<C>) ours.get(name);
    }

    @Override
    public @Nullable Decorator decorator(String name) {
        return null;
    }
}
