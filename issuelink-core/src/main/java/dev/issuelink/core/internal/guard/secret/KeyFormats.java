package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.token;

import java.util.List;
import java.util.regex.Pattern;

/** Private keys and signed tokens. */
final class KeyFormats {
    private static final String BASE64_URL = "[A-Za-z0-9_-]";

    static final List<Format> ALL = List.of(
            // Whole, or cut off.
            exact(
                    "private key",
                    "-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}[^-]{0,20000}+"
                            + "(?:-(?!---)[^-]{0,20000}+){0,40}+(?:-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5})?",
                    "private key"),
            exact(
                    "PuTTY key",
                    "PuTTY-User-Key-File-[0-9]: [^\\r\\n]{1,60}+(?:\\r?\\n[^\\r\\n]{1,200}+){2,200}+",
                    "putty-user-key-file"),
            token(
                    "private key in base64",
                    "LS0tLS1CRUdJTiB(?:SU0Eg|QUklW|FQyBQ|PUEVOU1|FTkNSW|EU0Eg)[A-Za-z0-9+/=]{20,20000}+",
                    "ls0tls1crudjtib"),
            token("age key", "AGE-SECRET-KEY-1[A-Z0-9]{50,60}+", "age-secret-key-"),
            token(
                    "JSON web token",
                    "(?<![_-])eyJ" + BASE64_URL + "{8,8000}+\\." + BASE64_URL + "{8,8000}+\\." + BASE64_URL
                            + "{8,8000}+" + "(?:\\." + BASE64_URL + "{4,8000}+){0,2}+",
                    "eyj"),
            token(
                    "encrypted JSON web token",
                    "(?<![_-])eyJ" + BASE64_URL + "{8,2000}+\\.\\." + BASE64_URL + "{4,2000}+\\." + BASE64_URL
                            + "{4,8000}+\\." + BASE64_URL + "{4,200}+",
                    "eyj"),
            place(
                    "JSON web key",
                    "\"(?:d|p|q|dp|dq|qi|k)\"\\s{0,4}+:\\s{0,4}+\"(" + BASE64_URL + "{16,2000}+)\"",
                    "\"kty\""));

    private KeyFormats() {}

    private static Format exact(String name, String expression, String anchor) {
        return new Format(name, Pattern.compile(expression), List.of(anchor), Refinement::group, true, false);
    }
}
