package dev.issuelink.core.internal.guard.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.View;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the values of configured secrets: as they are, and encoded in base64 and in hexadecimal digits, alone or within
 * something longer. What escapes hide is found in the readings without escapes.
 */
public final class KnownValues {
    private static final int SHORTEST = 6;
    private static final int SHORTEST_SQUEEZED = 8;
    private static final int SHORTEST_LINE = 16;
    private static final int LONGEST_AROUND = 400;
    private static final Pattern SPACE = Pattern.compile("\\s++");

    private final Set<String> plain = new LinkedHashSet<>();
    private final Set<String> encoded = new LinkedHashSet<>();
    private final Set<String> squeezed = new LinkedHashSet<>();

    /** Takes the values. Those that are so short that they stand in any text are left out. */
    public KnownValues(Collection<String> values) {
        for (var value : values) {
            if (value.length() >= SHORTEST) {
                add(value);
            }
        }
    }

    /** Adds all that is found in a reading. */
    public void search(View view, Spans spans) {
        plain.forEach(form -> search(form, view, spans, 0));
        encoded.forEach(form -> search(form, view, spans, LONGEST_AROUND));
    }

    /** Adds all that is found in a reading without any spaces. */
    public void searchSqueezed(View view, Spans spans) {
        squeezed.forEach(form -> search(form, view, spans, 0));
    }

    private void add(String value) {
        plain.add(value);
        plain.add(value.strip());
        // Keys of several lines may be cut off or be indented.
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                .forEach(plain::add);
        var bytes = value.getBytes(UTF_8);
        var hexadecimal = HexFormat.of().formatHex(bytes);
        plain.add(hexadecimal);
        plain.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (var shift = 0; shift < 3; shift++) {
            var core = base64(bytes, shift);
            encoded.add(core);
            encoded.add(core.replace('+', '-').replace('/', '_'));
        }
        plain.removeIf(form -> form.length() < SHORTEST);
        encoded.removeIf(form -> form.length() < SHORTEST);
        var forms = List.of(value, base64(bytes, 0), base64(bytes, 1), base64(bytes, 2));
        forms.stream()
                .map(form -> SPACE.matcher(form).replaceAll(""))
                .filter(form -> form.length() >= SHORTEST_SQUEEZED)
                .forEach(squeezed::add);
    }

    // What of the value is the same in base64, whatever stands before and behind it.
    private static String base64(byte[] value, int shift) {
        var shifted = new byte[shift + value.length];
        System.arraycopy(value, 0, shifted, shift, value.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6);
    }

    private static void search(String form, View view, Spans spans, int around) {
        var text = view.text();
        var at = text.indexOf(form);
        while (at >= 0) {
            var from = at;
            var to = at + form.length();
            while (from > 0 && at - from < around && isBase64(text.charAt(from - 1))) {
                from--;
            }
            while (to < text.length() && to - at - form.length() < around && isBase64(text.charAt(to))) {
                to++;
            }
            spans.add(view, from, to);
            at = text.indexOf(form, Math.max(to, at + 1));
        }
    }

    private static boolean isBase64(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || "+/=_-".indexOf(sign) >= 0;
    }
}
