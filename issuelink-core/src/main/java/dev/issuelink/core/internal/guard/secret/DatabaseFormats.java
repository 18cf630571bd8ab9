package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;

import java.util.List;

/** Passwords and keys in statements of the database systems. */
final class DatabaseFormats {
    private static final String S = "\\s{1,8}+";
    private static final String SO = "\\s{0,8}+";
    // A text in quotes, of whatever character set.
    private static final String QUOTED = "(?:[nebx]|u&|_[a-z0-9]{2,12}" + SO + ")?"
            + "(?:'((?:[^'\\\\]|''|\\\\.){1,1024}+)'?|\"((?:[^\"\\r\\n]|\"\"){1,1024}+)\"?|\\$\\$([^$]{1,1024}+)\\$\\$)";
    private static final String WORD = "([^\\s;'\"()]{1,128}+)";

    static final List<Format> ALL = List.of(
            place(
                    "IDENTIFIED BY 'password'",
                    "\\bidentified" + S + "(?:with" + S + "\\S{1,64}+" + S + ")?(?:by|as)" + S
                            + "(?:(?:password|values)" + S + ")?" + QUOTED,
                    "identified"),
            place(
                    "IDENTIFIED BY password",
                    "\\b(?:(?:create|alter)" + S + "(?:user|role)" + S + "|set" + S + "role" + S + "|connect" + S + "to"
                            + S
                            + ")\\S{1,128}+" + S + "identified" + S + "by" + S
                            + "(?!(?:values|password|externally|globally)\\b)" + WORD,
                    "identified"),
            place(
                    "IDENTIFIED BY new REPLACE old",
                    "\\bidentified" + S + "by" + S + "(?:\"[^\"]{1,128}+\"|[^\\s;]{1,128}+)" + S + "replace" + S
                            + "(?:\"([^\"]{1,128}+)\"|" + WORD + ")",
                    "replace"),
            place(
                    "PASSWORD 'password'",
                    "(?<!['\"`.])\\bpassword(?:" + S + "|" + SO + "\\(" + SO + ")" + QUOTED,
                    "password"),
            place(
                    "option of a server or stage",
                    "\\b(?:secret|secret_?(?:access_?)?key|access_?key(?:_?id)?|session_?token|api_?key|sas_?token|private_?key|"
                            + "passphrase|pwd|master_(?:symmetric_)?key|key_?id)" + S + QUOTED,
                    "secret",
                    "key",
                    "token",
                    "pwd",
                    "passphrase"),
            place("CREDENTIALS 'credentials'", "\\bcredentials?" + S + "(?:as" + S + ")?" + QUOTED, "credential"),
            place(
                    "SET name TO 'secret'",
                    "\\b(?:set|alter)\\b[^;'\\r\\n]{1,200}?(?:password|secret|key|token)\"?" + S + "to" + S
                            + "[ne]?'((?:[^'\\\\]|''|\\\\.){1,1024}+)'?",
                    "password",
                    "secret",
                    "key",
                    "token"),
            place(
                    "set_config('name', 'secret')",
                    "\\bset_config" + SO + "\\(" + SO + "'[^']{0,100}?(?:password|secret|key|token)'" + SO + "," + SO
                            + QUOTED,
                    "set_config"),
            place(
                    "key or password of a function",
                    "\\b(?:pgp_sym_(?:en|de)crypt(?:_bytea)?|pgp_pub_decrypt(?:_bytea)?|aes_(?:en|de)crypt|des_(?:en|de)crypt"
                            + "|(?:en|de)crypt(?:_iv|bypassphrase)?|crypt|hmac|(?:old_)?password)" + SO + "\\(",
                    new Literals(0),
                    "crypt",
                    "hmac",
                    "password"),
            place(
                    "arguments of sp_addlogin",
                    "\\bsp_(?:addlogin|password|change_users_login|addlinkedsrvlogin)\\b",
                    new Literals(0),
                    "sp_"),
            place("keys of s3(...)", "\\bs3(?:cluster)?" + SO + "\\(" + SO + "(?=')", new Literals(1), "s3"),
            place(
                    "password of a table function",
                    "\\b(?:mysql|postgresql)" + SO + "\\(" + SO + "(?=')",
                    new Literals(4),
                    "mysql",
                    "postgresql"),
            place(
                    "password of OPENROWSET",
                    "\\bopenrowset" + SO + "\\([^)]{1,300}?;" + SO + "'[^']{0,128}+'" + SO + ";" + SO + QUOTED,
                    "openrowset"),
            place(
                    "CONNECT TO database USER user USING password",
                    "\\bconnect" + S + "to" + S + "\\S{1,64}+" + S + "user" + S + "\\S{1,64}+" + S + "using" + S + "(?:"
                            + QUOTED + "|" + WORD + ")",
                    "using"),
            place("LOGON server/user,password", "\\blogon" + S + "[^\\s/]{1,64}+/[^\\s,]{1,64}+," + SO + WORD, "logon"),
            place(
                    "CONNECT user/password@database",
                    "\\b(?:sqlplus|sqlldr|impdp|expdp|imp|exp|conn|connect|userid\\s?=)" + S + "(?:-[a-z]{1,8}" + S
                            + "){0,3}+"
                            + "[A-Za-z0-9_#$\\[\\]]{1,64}+/(?:\"([^\"\\r\\n]{1,128}+)\"|([^\\s@/\"]{1,128}+))(?=@)",
                    "@"),
            place(
                    "AUTH password",
                    "\\b(?:config" + S + "set" + S + ")?(?:requirepass|masterauth|bindpw)" + S + "\"?" + WORD,
                    "requirepass",
                    "masterauth",
                    "bindpw"),
            place("db.auth(user, password)", "\\bdb\\.auth" + SO + "\\(", new Literals(1), "db.auth"));

    private DatabaseFormats() {}
}
