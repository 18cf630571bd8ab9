package dev.issuelink.http;

import dev.issuelink.http.AttemptFailed.Fate;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be remembered over the attempts of one call. Belongs to the thread that runs it. */
final class CallRun {
    private final HttpCall call;
    private final URI url;
    private final Deadline deadline;
    private final List<String> secrets = new ArrayList<>();
    private Optional<Duration> pause = Optional.empty();
    private int failures;
    private boolean inDoubt;
    private boolean refreshed;

    CallRun(HttpCall call, URI url, Deadline deadline) {
        this.call = call;
        this.url = url;
        this.deadline = deadline;
    }

    HttpCall call() {
        return call;
    }

    URI url() {
        return url;
    }

    Deadline deadline() {
        return deadline;
    }

    boolean repeatable() {
        return call.state().repeatable();
    }

    void signedWith(Credential credential) {
        if (!credential.isNone() && secrets.size() < 16) {
            secrets.add(credential.secret().reveal());
        }
    }

    /** The secrets that were sent, for scrubbing. */
    List<String> secrets() {
        return secrets;
    }

    /** Whether a 401 may be answered with a newer credential; true once. */
    boolean mayRefresh() {
        var first = !refreshed;
        refreshed = true;
        return first;
    }

    void failed(AttemptFailed failure) {
        failures++;
        if (failure.fate() == Fate.IN_DOUBT) {
            inDoubt = call.isWrite();
        } else if (failure.fate() == Fate.ANSWERED) {
            inDoubt = false;
        }
    }

    int failures() {
        return failures;
    }

    /** Whether a write left in some attempt, and no later attempt settled what became of it. */
    boolean inDoubt() {
        return inDoubt;
    }

    void pauseBeforeNext(Optional<Duration> pause) {
        this.pause = pause;
    }

    /** How long to wait before one more attempt; empty if there shall be none. */
    Optional<Duration> pause() {
        return pause;
    }
}
