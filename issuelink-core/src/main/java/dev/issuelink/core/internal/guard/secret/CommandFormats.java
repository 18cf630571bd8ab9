package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.randomPlace;

import java.util.List;

/** Passwords in calls of programs. */
final class CommandFormats {
    private static final String ARGUMENT =
            "(?:'([^'\\r\\n]{1,256}+)'|\"([^\"\\r\\n]{1,256}+)\"|([^\\s'\"`<>|;&]{2,256}+))";

    private static final String CURL_USER =
            "\\bcurl\\s[^|;]{0,400}?(?<=\\s)(?:-u|--user|--proxy-user)[\\s=]\\s{0,4}+[\"']?";

    static final List<Format> ALL = List.of(
            place(
                    "-p of mysql",
                    "\\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump|mongo|mongosh|mongodump)\\s[^\\r\\n|;]{0,200}?(?<=\\s)-p"
                            + "(?!ort|ath|rotocol)" + ARGUMENT,
                    "mysql",
                    "mariadb",
                    "mongo"),
            place("-p of sshpass", "\\bsshpass\\s{1,4}+-p\\s{0,4}+" + ARGUMENT, "sshpass"),
            place("-a of redis-cli", "\\bredis-cli\\s[^\\r\\n|;]{0,200}?(?<=\\s)-a\\s{1,4}+" + ARGUMENT, "redis-cli"),
            place(
                    "-P of sqlcmd",
                    "\\b(?:sqlcmd|bcp|osql)\\s[^\\r\\n|;]{0,200}?(?<=\\s)(?-i:-P)\\s{0,4}+" + ARGUMENT,
                    "sqlcmd",
                    "bcp",
                    "osql"),
            place(
                    "-u of curl",
                    CURL_USER
                            + "(?:[^\\s:\"']{1,128}+[\"']?:(?![\"'](?:[\\s)]|$))[\"']?([^\\s\"']{1,256}+)|:([^\\s\"']{1,256}+))",
                    "curl"),
            randomPlace("-u of curl with a token", CURL_USER + "([^\\s:\"']{8,256}+):(?=[\"'\\s]|$)", "curl"),
            place(
                    "option with a password",
                    "(?<![A-Za-z0-9-])--?(?:[a-z]{1,20}-){0,3}(?:password|passwd|passphrase|pass|pwd|secret|token|api-?key|access-?key|secret-?key"
                            + "|auth-?token)\\s{1,4}+(?!-)" + ARGUMENT,
                    "-"));

    private CommandFormats() {}
}
