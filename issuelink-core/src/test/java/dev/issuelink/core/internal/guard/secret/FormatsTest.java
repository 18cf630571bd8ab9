package dev.issuelink.core.internal.guard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.Unescaping;
import dev.issuelink.core.internal.guard.text.Unwrapping;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormatsTest {
    private static String search(List<Format> formats, String text) {
        var views = Unescaping.layers(text);
        var spans = new Spans(views, "[redacted]");
        var search = new FormatSearch(formats, kept -> false);
        views.forEach(view -> search.search(view, spans));
        search.search(Unwrapping.of(views.get(views.size() - 1)), spans);
        return spans.cover().text();
    }

    static Stream<Seed> samples() {
        var random = new Random(20260301);
        return Seeds.templates().entrySet().stream()
                .flatMap(format ->
                        format.getValue().stream().map(template -> Seed.of(format.getKey(), template, random)));
    }

    @Test
    void everyFormatHasASample() {
        assertThat(Seeds.templates().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Formats.all().stream().map(Format::name).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSecretIsFound(Seed seed) {
        assertThat(search(Formats.all(), "before " + seed.text() + " after"))
                .contains("before ", "[redacted]")
                .doesNotContain(seed.secret());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noFormatCouldBeLeftOut(Seed seed) {
        var others = Formats.all().stream()
                .filter(format -> !format.name().equals(seed.format()))
                .toList();
        assertThat(search(others, "before " + seed.text() + " after")).contains(seed.secret());
    }
}
