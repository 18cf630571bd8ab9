package dev.issuelink.core.internal.config;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.model.SyncDirection;
import java.math.BigDecimal;
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

    /** Below, polling would use up every tracker's budget; a week at most. */
    static final Span POLL = new Span(
            "minutes", Duration.ofMinutes(1), new BigDecimal("0.01"), new BigDecimal("10080"), Optional.of("never"));

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
                section.get("poll_interval_minutes")
                        .flatMap(node -> POLL.read(node, values))
                        .orElse(SyncConfig.DEFAULT_POLL_INTERVAL));
    }

    private List<SecretReference> secrets(Node node) {
        if (node.kind() != Node.Kind.LIST) {
            return values.secret(node).map(List::of).orElse(List.of());
        }
        values.accept(node, !node.items().isEmpty(), "must name at least one secret; leave it out instead.");
        return values.list(node, values::secret);
    }

    private static String word(SyncDirection direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static SyncDirection direction(String word) {
        return SyncDirection.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
