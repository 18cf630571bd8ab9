package dev.issuelink.core.internal.config;

import dev.issuelink.config.SecretReference;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads single values; empty means that a fault was reported. */
final class Values {
    /** The longest name, in code points. */
    static final int LONGEST_NAME = 200;

    private static final int LONGEST_LINE = 2000;
    private static final int MOST_SHOWN = 20;

    private final Faults faults;

    Values(Faults faults) {
        this.faults = faults;
    }

    static String expected(String what, Node node) {
        return "must be " + what + ", but is " + node.kind().words()
                + (node.kind() == Node.Kind.NULL ? "; leave it out instead." : ".");
    }

    static String words(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** A name: one line without spaces around it. */
    Optional<String> name(Node node) {
        return line(node, LONGEST_NAME);
    }

    /** Any text of one line. */
    Optional<String> line(Node node) {
        return line(node, LONGEST_LINE);
    }

    /** A text of any form, but not a blank one. */
    Optional<String> prose(Node node) {
        return text(node).filter(text -> accept(node, !text.isBlank(), "must not be blank."));
    }

    Optional<Boolean> flag(Node node) {
        return of(node, Node.Kind.FLAG, "true or false").map(Node::flag);
    }

    Optional<BigDecimal> number(Node node) {
        return of(node, Node.Kind.NUMBER, "a number").map(Node::number);
    }

    Optional<Long> wholeNumber(Node node) {
        return number(node).flatMap(number -> {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException e) {
                faults.add(node.place(), "must be a whole number of at most 18 digits.");
                return Optional.empty();
            }
        });
    }

    Optional<URI> url(Node node) {
        return line(node).flatMap(text -> {
            var uri = webAddress(text);
            if (uri.isEmpty()) {
                faults.add(node.place(), "must be an absolute http or https address such as https://example.com/path.");
            }
            return uri.filter(address -> accept(
                    node,
                    address.getRawUserInfo() == null,
                    "must not hold a user name or password; write credentials under auth, as ${NAME}."));
        });
    }

    Optional<SecretReference> secret(Node node) {
        return text(node).flatMap(text -> {
            var reference = SecretReference.parse(text);
            if (reference.isEmpty()) {
                faults.add(
                        node.place(),
                        "must be a reference to a secret, never the secret itself: write ${NAME} and provide the value"
                                + " through the environment or another secret resolver. If a real secret stood here,"
                                + " revoke it.");
            }
            return reference;
        });
    }

    Optional<String> choice(Node node, Collection<String> allowed) {
        return text(node).flatMap(text -> {
            if (allowed.contains(text)) {
                return Optional.of(text);
            }
            faults.unknown(node.place(), "must be one of " + words(allowed) + ".", text, allowed);
            return Optional.empty();
        });
    }

    /** A name that must be one of those that are known; {@code what} has them. */
    Optional<String> known(Node node, String name, Collection<String> names, String what) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        faults.unknown(
                node.place(),
                "names no known " + what + "; known are "
                        + words(names.stream().limit(MOST_SHOWN).toList()) + ".",
                name,
                names);
        return Optional.empty();
    }

    <T> List<T> list(Node node, Function<Node, Optional<T>> item) {
        var items = new ArrayList<T>();
        of(node, Node.Kind.LIST, "a list")
                .ifPresent(list -> list.items().forEach(each -> item.apply(each).ifPresent(items::add)));
        return items;
    }

    Map<String, String> lines(Node node) {
        var lines = new LinkedHashMap<String, String>();
        of(node, Node.Kind.OBJECT, "an object of texts")
                .ifPresent(object -> object.members()
                        .forEach((name, value) -> line(value).ifPresent(line -> lines.put(name, line))));
        return lines;
    }

    boolean accept(Node node, boolean good, String problem) {
        if (!good) {
            faults.add(node.place(), problem);
        }
        return good;
    }

    private Optional<String> line(Node node, int longest) {
        return text(node)
                .filter(text -> accept(node, !text.isBlank(), "must not be blank."))
                .filter(text -> accept(
                        node,
                        !spaceAround(text) && text.codePoints().noneMatch(Values::breaksLine),
                        "must be one line of text, without spaces around it and without control characters."))
                .filter(text -> accept(
                        node,
                        text.codePointCount(0, text.length()) <= longest,
                        "must not be longer than " + longest + " characters."))
                .filter(text -> accept(
                        node,
                        !text.contains("${"),
                        "must not hold ${...}: only a secret is written as a reference; write the value itself."));
    }

    private Optional<String> text(Node node) {
        return of(node, Node.Kind.TEXT, "a text").map(Node::text);
    }

    private Optional<Node> of(Node node, Node.Kind kind, String what) {
        return accept(node, node.kind() == kind, expected(what, node)) ? Optional.of(node) : Optional.empty();
    }

    private static Optional<URI> webAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = String.valueOf(uri.getScheme());
            var web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean spaceAround(String text) {
        return isSpace(text.codePointAt(0)) || isSpace(text.codePointBefore(text.length()));
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean breaksLine(int point) {
        return Character.isISOControl(point) || point == '\u2028' || point == '\u2029';
    }
}
