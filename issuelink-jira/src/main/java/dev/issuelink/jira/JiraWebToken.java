package dev.issuelink.jira;

import dev.issuelink.host.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The token by which deliveries to an OAuth app are proved: signed with the app's secret, for a short time. */
final class JiraWebToken {
    private static final Duration LEEWAY = Duration.ofMinutes(3);
    private static final int LONGEST = 8 * 1024;
    private static final int PARTS = 3;

    /** What became of a token. */
    enum Verdict {
        GENUINE,
        WRONG,
        EXPIRED
    }

    private JiraWebToken() {}

    static Verdict check(String token, Secret secret, Instant now) {
        var parts = token.split("\\.", -1);
        if (token.length() > LONGEST || parts.length != PARTS) {
            return Verdict.WRONG;
        }
        var signature = decoded(parts[2]);
        var signed = JiraSignature.bytes(parts[0] + "." + parts[1]);
        var genuine = signature.isPresent()
                && isOurMethod(parts[0])
                && JiraSignature.matches(List.of(secret), signed, signature.get());
        if (!genuine) {
            return Verdict.WRONG;
        }
        return isOver(parts[1], now) ? Verdict.EXPIRED : Verdict.GENUINE;
    }

    private static boolean isOurMethod(String header) {
        return decoded(header)
                .flatMap(JiraJson::parse)
                .flatMap(json -> JiraJson.text(json, "alg"))
                .filter("HS256"::equals)
                .isPresent();
    }

    private static boolean isOver(String claims, Instant now) {
        var end = decoded(claims)
                .flatMap(JiraJson::parse)
                .map(json -> json.path("exp"))
                .filter(JsonNode::isIntegralNumber);
        return end.isPresent()
                && Instant.ofEpochSecond(Math.min(end.get().asLong(), Instant.MAX.getEpochSecond() - 1))
                        .plus(LEEWAY)
                        .isBefore(now);
    }

    private static Optional<byte[]> decoded(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
