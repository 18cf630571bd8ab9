package dev.issuelink.core.internal.guard.sql;

import java.util.Set;

/** The words of SQL that say whose value a literal is. */
final class SqlWords {
    /** Words that end what belongs together in a condition or a list. */
    static final Set<String> BOUNDARIES = words(
            "and or where having group order limit offset fetch top from join on using set values when then else end union "
                    + "except intersect minus returning select into do begin if elsif loop window qualify comment update insert "
                    + "delete collate partition return raise perform execute exec call declare case cross inner left right full");

    /** Words that compare. */
    static final Set<String> COMPARISONS =
            words("like ilike rlike regexp regexp_like glob similar in between match contains");

    /** Words before numbers that count or point to something and are nobody's value. */
    static final Set<String> COUNTING = words("limit offset fetch top order group partition");

    /** Types, the lengths of which are numbers in parentheses. */
    static final Set<String> TYPES =
            words("char character varchar varchar2 nchar nvarchar nvarchar2 varying bpchar text tinytext "
                    + "mediumtext longtext clob nclob blob string binary varbinary raw bit varbit int integer tinyint smallint mediumint bigint "
                    + "number numeric decimal dec float double real money time timetz timestamp timestamptz datetime datetime2 "
                    + "datetimeoffset interval year vector top");

    /** Functions, the results of which say little about their arguments. */
    static final Set<String> NEUTRAL =
            words("length len char_length character_length octet_length datalength bit_length count exists "
                    + "position charindex instr locate strpos isnull");

    /** Texts that name an algorithm or an encoding. */
    static final Set<String> HARMLESS = words(
            "hex base64 escape utf8 utf-8 utf8mb4 bf md5 des xdes sha1 sha-1 sha224 sha256 sha-256 sha384 sha512 sha2_256 sha2_512 g i gi");

    /** Words that begin a definition. */
    static final Set<String> DEFINING = words("create alter grant revoke");

    /** Words that begin, or are a part of, what works with data. */
    static final Set<String> QUERYING = words("select update insert delete merge begin where values");

    /** Words after which dollars hold code. */
    static final Set<String> CODE = words("as do plpgsql sql plpython3u plperl plv8 begin");

    private SqlWords() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
