package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.claim.Standing;
import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.ClaimContent.PendingResolution;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When the engine has to come back to a problem. */
final class Due {
    private Due() {}

    /** The time; empty if nothing is left to do, or nothing can be done before the issue is open. */
    static Optional<Instant> of(Standing standing, ClaimContent content, Duration commentEvery) {
        if (standing.state() == Standing.State.OPENING || standing.state() == Standing.State.GIVEN_UP) {
            return Optional.empty();
        }
        return Stream.concat(
                        content.resolution().map(PendingResolution::due).stream(),
                        comment(content, commentEvery).stream())
                .min(Instant::compareTo);
    }

    /** When recurrences are told of. */
    static Optional<Instant> comment(ClaimContent content, Duration commentEvery) {
        return content.tally().unreportedSince().map(since -> since.plus(commentEvery));
    }
}
