package dev.issuelink.core.internal.engine;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.config.Secrets;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of all configured secrets that can be had at present, and of all that they were exchanged for, so that they
 * are never written anywhere.
 */
final class KnownSecrets implements Supplier<Collection<String>> {
    private record Place(String tracker, SecretReference reference) {}

    private final List<Place> places;
    private final Set<SecretReference> references;
    private final Secrets secrets;

    KnownSecrets(IssueLinkConfiguration configuration, Secrets secrets) {
        this.places = configuration.trackers().stream()
                .filter(TrackerConfig::enabled)
                .flatMap(KnownSecrets::places)
                .toList();
        this.references = places.stream().map(Place::reference).collect(Collectors.toUnmodifiableSet());
        this.secrets = secrets;
    }

    @Override
    public Collection<String> get() {
        var values = new ArrayList<String>(places.size());
        secrets.exchanged(references).forEach(secret -> values.add(secret.reveal()));
        for (var place : places) {
            try {
                Secret secret = secrets.configured(place.tracker, place.reference);
                values.add(secret.reveal());
            } catch (TrackerException unknown) {
                // What nobody knows cannot stand in a text; what only cannot be looked up now, can.
                if (unknown.code() == ErrorCode.UNAVAILABLE) {
                    throw unknown;
                }
            }
        }
        return values;
    }

    private static Stream<Place> places(TrackerConfig tracker) {
        return Stream.of(
                        tracker.auth().map(AuthConfig::settings).stream().flatMap(auth -> auth.secrets().stream()),
                        tracker.settings().secrets().stream(),
                        tracker.sync().webhookSecrets().stream())
                .flatMap(references -> references)
                .map(reference -> new Place(tracker.name(), reference));
    }
}
