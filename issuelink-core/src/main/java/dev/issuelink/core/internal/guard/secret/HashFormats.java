package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.token;

import java.util.List;

/** Hashes of passwords: who has one can try passwords until one fits. */
final class HashFormats {
    private static final String CRYPT = "[./A-Za-z0-9]";

    static final List<Format> ALL = List.of(
            token("bcrypt hash", "\\$2[abxy]\\$[0-9]{2}\\$" + CRYPT + "{53}", "$2"),
            token("argon2 hash", "\\$argon2(?:id|i|d)\\$[A-Za-z0-9$=,+/]{20,400}+", "$argon2"),
            token(
                    "crypt hash",
                    "\\$(?:1|5|6|y|7|apr1)\\$[A-Za-z0-9./$=,]{20,200}+",
                    "$1$",
                    "$5$",
                    "$6$",
                    "$y$",
                    "$7$",
                    "$apr1$"),
            token("scrypt hash", "\\$scrypt\\$[A-Za-z0-9$=,+/]{20,300}+", "$scrypt$"),
            token("PBKDF2 hash", "\\$?pbkdf2[_-][a-z0-9]{3,10}\\$[A-Za-z0-9$=,+/.]{20,300}+", "pbkdf2"),
            token(
                    "SCRAM verifier",
                    "SCRAM-SHA-(?:1|256|512)\\$[0-9]{3,8}:[A-Za-z0-9+/=]{8,64}+\\$[A-Za-z0-9+/=:]{40,200}+",
                    "scram-sha-"),
            token("PostgreSQL password hash", "md5[0-9a-f]{32}", "md5").whole(),
            place("MySQL password hash", "['\"](\\*[0-9A-F]{40})['\"]", "*"),
            token("MySQL caching hash", "\\$A\\$[0-9]{3}\\$.{20}[A-Za-z0-9./]{43}", "$a$"),
            token("Oracle password verifier", "[ST]:[0-9A-F]{60,160}+(?:;[A-Z]:[0-9A-F]{60,160}+)*+", "s:", "t:"),
            token("SQL Server password hash", "0x0[12]00[0-9A-Fa-f]{40,140}+", "0x0"),
            token(
                    "LDAP password hash",
                    "\\{(?:S?SHA(?:256|512)?|S?MD5|CRYPT)\\}[A-Za-z0-9+/=$.]{20,200}+",
                    "sha",
                    "md5",
                    "crypt"),
            token("ASP.NET password hash", "AQAAAA[A-Za-z0-9+/]{60,160}+={0,2}+", "aqaaaa"));

    private HashFormats() {}
}
