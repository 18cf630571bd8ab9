package dev.issuelink.event;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of a column without what makes no difference: case, spaces, and which of several names it has.
 *
 * @param base its name in lower case, such as {@code numeric}
 * @param sizes the numbers in parentheses, such as precision and scale; none for integers, whose values they do not
 *     limit
 */
record ColumnType(String base, List<Integer> sizes) {
    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final Pattern AROUND = Pattern.compile(" ?+([(),]) ?+");
    private static final Pattern SIZED = Pattern.compile("([a-z][a-z0-9_ ]*+)\\((\\d{1,9}+)(?:,(\\d{1,9}+))?+\\)");

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int2", "smallint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("double", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("char", "character"),
            Map.entry("varchar", "character varying"),
            Map.entry("varchar2", "character varying"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private static final Map<String, Integer> INTEGERS =
            Map.of("tinyint", 1, "smallint", 2, "mediumint", 3, "integer", 4, "bigint", 8);
    private static final Map<String, Integer> FLOATS = Map.of("real", 4, "double precision", 8);
    private static final String VARYING = "character varying";
    private static final Set<String> SHORT_TEXTS = Set.of(VARYING, "character");
    private static final Set<String> UNLIMITED = Set.of("text", "clob", "longtext");

    static ColumnType of(String text) {
        var plain = AROUND.matcher(SPACES.matcher(text.strip()).replaceAll(" "))
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT);
        var sized = SIZED.matcher(plain);
        if (!sized.matches()) {
            return new ColumnType(SYNONYMS.getOrDefault(plain, plain), List.of());
        }
        var base = SYNONYMS.getOrDefault(sized.group(1), sized.group(1));
        return new ColumnType(base, INTEGERS.containsKey(base) ? List.of() : sizes(sized));
    }

    private static List<Integer> sizes(Matcher sized) {
        var first = Integer.valueOf(sized.group(2));
        return sized.group(3) == null ? List.of(first) : List.of(first, Integer.valueOf(sized.group(3)));
    }

    /** Whether every value of the other fits into this; false if that cannot be told. */
    boolean holdsAllOf(ColumnType other) {
        return equals(other)
                || isAtLeast(INTEGERS, other)
                || isAtLeast(FLOATS, other)
                || isLongerText(other)
                || (base.equals(other.base) && sizes.size() == other.sizes.size() && isLarger(other));
    }

    private boolean isAtLeast(Map<String, Integer> ladder, ColumnType other) {
        return ladder.containsKey(base) && ladder.containsKey(other.base) && ladder.get(base) >= ladder.get(other.base);
    }

    private boolean isLongerText(ColumnType other) {
        if (!SHORT_TEXTS.contains(other.base)) {
            return false;
        }
        if (!base.equals(VARYING)) {
            return UNLIMITED.contains(base);
        }
        return sizes.isEmpty() || (!other.sizes.isEmpty() && sizes.get(0) >= other.sizes.get(0));
    }

    /** Of two sizes, the second are digits behind the point, which leave fewer before it. */
    private boolean isLarger(ColumnType other) {
        if (sizes.size() == 1) {
            return sizes.get(0) >= other.sizes.get(0);
        }
        return sizes.size() == 2
                && sizes.get(1) >= other.sizes.get(1)
                && sizes.get(0) - sizes.get(1) >= other.sizes.get(0) - other.sizes.get(1);
    }
}
