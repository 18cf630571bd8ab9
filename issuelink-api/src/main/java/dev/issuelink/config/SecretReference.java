package dev.issuelink.config;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a secret is to be had: its name, never its value. Written {@code ${NAME}} in a configuration.
 *
 * @param name letters, digits, {@code _}, {@code -}, {@code .}, {@code :} and {@code /}; the resolvers give it a meaning
 */
public record SecretReference(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]+");
    private static final Pattern WRITTEN = Pattern.compile("\\$\\{([A-Za-z0-9_.:/-]+)}");

    /** Checks the name. */
    public SecretReference {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a secret is made of letters, digits and _ - . : /");
        }
    }

    /**
     * Reads the written form.
     *
     * @param text {@code ${NAME}} and nothing else
     * @return the reference, or empty if the text has another form
     */
    public static Optional<SecretReference> parse(String text) {
        var matcher = WRITTEN.matcher(text);
        return matcher.matches() ? Optional.of(new SecretReference(matcher.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return "${" + name + "}";
    }
}
