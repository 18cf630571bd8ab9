package dev.issuelink.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What kind of thing a host's object is. Open: the constants are the usual ones, {@link #of} makes the host's own.
 *
 * @param name upper-case letters, digits and {@code _}, starting with a letter; at most 64 characters
 */
public record ObjectType(String name) implements Comparable<ObjectType> {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    /** A table. */
    public static final ObjectType TABLE = new ObjectType("TABLE");
    /** A view. */
    public static final ObjectType VIEW = new ObjectType("VIEW");
    /** A column. */
    public static final ObjectType COLUMN = new ObjectType("COLUMN");
    /** An index. */
    public static final ObjectType INDEX = new ObjectType("INDEX");
    /** A stored procedure. */
    public static final ObjectType PROCEDURE = new ObjectType("PROCEDURE");
    /** A function. */
    public static final ObjectType FUNCTION = new ObjectType("FUNCTION");
    /** A trigger. */
    public static final ObjectType TRIGGER = new ObjectType("TRIGGER");
    /** A schema. */
    public static final ObjectType SCHEMA = new ObjectType("SCHEMA");
    /** A database. */
    public static final ObjectType DATABASE = new ObjectType("DATABASE");
    /** A migration. */
    public static final ObjectType MIGRATION = new ObjectType("MIGRATION");
    /** A query, by its fingerprint. */
    public static final ObjectType QUERY = new ObjectType("QUERY");
    /** A whiteboard or one of its notes. */
    public static final ObjectType WHITEBOARD = new ObjectType("WHITEBOARD");
    /** A test. */
    public static final ObjectType TEST = new ObjectType("TEST");

    /** Checks the name. */
    public ObjectType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "An object type is made of A-Z, 0-9 and _ and starts with a letter, but was: " + name);
        }
    }

    /**
     * The type of that name.
     *
     * @param name the name in any case; {@code -} and spaces count as {@code _}
     * @return the type
     */
    public static ObjectType of(String name) {
        return new ObjectType(
                name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
    }

    @Override
    public int compareTo(ObjectType other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
