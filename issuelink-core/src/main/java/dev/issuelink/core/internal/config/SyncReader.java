package dev.issuelink.core.internal.config;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.model.SyncDirection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how a tracker is kept in step. */
final class SyncReader {
    static final List<String> PROPERTIES = List.of("mode", "webhook_secret", "webhook_url", "poll_interval_minutes");
    static final List<String> MODES =
            Arrays.stream(SyncDirection.values()).map(SyncReader::word).toList();

    /** Below, polling would use up every tracker's budget. */
    static final BigDecimal SHORTEST_MINUTES = new BigDecimal("0.01");

    /** A week. Above, a mistake of units is likelier than the wish. */
    static final BigDecimal LONGEST_MINUTES = new BigDecimal("10080");

    private static final BigDecimal MILLIS_OF_MINUTE = BigDecimal.valueOf(60_000);

    private final Faults faults;
    private final Values values;

    SyncReader(Faults faults) {
        this.faults = faults;
        this.values = new Values(faults);
    }

    SyncConfig read(Node node) {
        return Section.of(node, faults)
                .map(section -> sync(section.only(PROPERTIES)))
                .orElseGet(SyncConfig::defaults);
    }

    private SyncConfig sync(Section section) {
        return new SyncConfig(
                section.get("mode")
                        .flatMap(node -> values.choice(node, MODES))
                        .map(SyncReader::direction)
                        .orElse(SyncDirection.BIDIRECTIONAL),
                section.get("webhook_secret").map(this::secrets).orElse(List.of()),
                section.get("webhook_url").flatMap(values::url),
                section.get("poll_interval_minutes").flatMap(this::minutes).orElse(SyncConfig.DEFAULT_POLL_INTERVAL));
    }

    private List<SecretReference> secrets(Node node) {
        if (node.kind() != Node.Kind.LIST) {
            return values.secret(node).map(List::of).orElse(List.of());
        }
        values.accept(node, !node.items().isEmpty(), "must name at least one secret; leave it out instead.");
        return values.list(node, values::secret);
    }

    private Optional<Duration> minutes(Node node) {
        return values.number(node)
                .filter(minutes -> values.accept(
                        node,
                        minutes.signum() == 0 || inReason(minutes),
                        "must be 0 for never, or a number of minutes from " + SHORTEST_MINUTES + " to "
                                + LONGEST_MINUTES + " (a week)."))
                .map(SyncReader::duration);
    }

    private static boolean inReason(BigDecimal minutes) {
        return minutes.compareTo(SHORTEST_MINUTES) >= 0 && minutes.compareTo(LONGEST_MINUTES) <= 0;
    }

    private static Duration duration(BigDecimal minutes) {
        if (minutes.signum() == 0) {
            return Duration.ZERO;
        }
        var millis = minutes.multiply(MILLIS_OF_MINUTE).setScale(0, RoundingMode.HALF_UP);
        return Duration.ofMillis(millis.longValueExact());
    }

    private static String word(SyncDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static SyncDirection direction(String word) {
        return SyncDirection.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
