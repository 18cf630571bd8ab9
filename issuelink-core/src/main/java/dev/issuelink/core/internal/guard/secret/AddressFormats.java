package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.randomPlace;

import java.util.List;

/** Passwords in addresses of databases and services. */
final class AddressFormats {
    static final List<Format> ALL = List.of(
            // Up to the last at sign; with slashes only if what follows the colon cannot be a port.
            place(
                    "password in an address",
                    "(?<![A-Za-z0-9])[a-z][a-z0-9+.-]{1,30}+://[^\\s/:@\\[\"'`<>]{0,256}+:"
                            + "(?:([^\\s/]{1,256})(?=@)|(?![0-9]{1,5}(?:[/?#,;]|$))([^\\s\"'`<>@]{1,256}+)(?=@[A-Za-z0-9\\[]))",
                    "://"),
            randomPlace("token in an address", "://([A-Za-z0-9_-]{20,256}+)@", "://"),
            place(
                    "password in a thin address of Oracle",
                    "\\bjdbc:oracle:[a-z0-9]{1,16}+:[^\\s/@\"]{1,128}+/(?:\"([^\"\\r\\n]{1,128}+)\"|([^\\s/]{1,256}))(?=@)",
                    "jdbc:oracle:"),
            place(
                    "password in a name of a data source",
                    "(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{1,64}+:([^\\s/]{1,128})(?=@(?:tcp|udp|unix|cloudsql)\\()",
                    "@tcp(",
                    "@udp(",
                    "@unix(",
                    "@cloudsql("),
            place(
                    "line of a password file",
                    "(?<![^\\s`\"'>(])(?:\\*|localhost|(?=[A-Za-z0-9.-]{0,80}[.A-Za-z])[A-Za-z0-9.-]{1,253}+):(?:\\*|[1-9][0-9]{3,4}):"
                            + "[^:\\s]{1,63}+:[^:\\s]{1,63}+:([^\\s]{1,256}+)",
                    ":"),
            place(
                    "line of a netrc file",
                    "\\blogin\\s{1,4}+\\S{1,128}+\\s{1,8}+password\\s{1,4}+([^\\s'\"]\\S{0,256}+)",
                    "login"));

    private AddressFormats() {}
}
