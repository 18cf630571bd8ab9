package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.guard.secret.Seed;
import java.nio.charset.StandardCharsets;

/** The ways in which a secret is written, so that it does not stand in a text as it is. */
enum Rendering {
    PLAIN {
        @Override
        String of(Seed seed) {
            return seed.text();
        }
    },
    MARKDOWN {
        @Override
        String of(Seed seed) {
            return seed.text().replaceAll("([\\\\_*#+.!~|>$()\\[\\]{}-])", "\\\\$1");
        }
    },
    HTML {
        @Override
        String of(Seed seed) {
            return seed.text()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;")
                    .replace("_", "&#x5F;")
                    .replace("-", "&#45;");
        }
    },
    JSON {
        @Override
        String of(Seed seed) {
            return json(seed.text());
        }
    },
    JSON_WITHIN_JSON {
        @Override
        String of(Seed seed) {
            return json(json(seed.text()));
        }
    },
    JSON_CODES {
        @Override
        String of(Seed seed) {
            var codes = new StringBuilder();
            seed.text().chars().forEach(sign -> {
                if (Character.isLetterOrDigit(sign) && sign % 3 != 0) {
                    codes.append((char) sign);
                } else {
                    codes.append(String.format("\\u%04x", sign));
                }
            });
            return codes.toString();
        }
    },
    PERCENT {
        @Override
        String of(Seed seed) {
            var codes = new StringBuilder();
            for (var octet : seed.text().getBytes(StandardCharsets.UTF_8)) {
                if (Character.isLetterOrDigit(octet)) {
                    codes.append((char) octet);
                } else {
                    codes.append(String.format("%%%02X", octet));
                }
            }
            return codes.toString();
        }
    },
    ZERO_WIDTH {
        @Override
        String of(Seed seed) {
            return seed.text().replaceAll("(?<=[A-Za-z0-9]{5})(?=[A-Za-z0-9])", "\u200B");
        }
    },
    SOFT_HYPHEN {
        @Override
        String of(Seed seed) {
            return seed.text().replaceAll("(?<=[A-Za-z0-9]{7})(?=[A-Za-z0-9])", "&shy;");
        }
    },
    /** Broken in the middle of the secret, as mail and logs do. */
    WRAPPED {
        @Override
        String of(Seed seed) {
            return wrapped(seed, "\n    ");
        }
    },
    WRAPPED_QUOTATION {
        @Override
        String of(Seed seed) {
            return wrapped(seed, "\r\n> ");
        }
    };

    abstract String of(Seed seed);

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("/", "\\/");
    }

    private static String wrapped(Seed seed, String newline) {
        var half = seed.text().indexOf(seed.secret()) + seed.secret().length() / 2;
        var isWord = half > 0
                && Character.isLetterOrDigit(seed.text().charAt(half - 1))
                && Character.isLetterOrDigit(seed.text().charAt(half));
        return isWord
                ? "The line below was wrapped by the program that wrote the log file, so read on "
                        + seed.text().substring(0, half) + newline
                        + seed.text().substring(half)
                : seed.text();
    }
}
