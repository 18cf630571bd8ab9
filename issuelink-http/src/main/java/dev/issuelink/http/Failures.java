package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.http.internal.Scrubber;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of one tracker. Nothing gets into them unscrubbed, the messages of the JDK included. */
final class Failures {
    private static final int MOST_FAULTS = 50;
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_FAULT = 500;

    /** What stands for an exception whose message nobody can vouch for. */
    static final class Cause extends IOException {
        private static final long serialVersionUID = 1L;

        Cause(String message, StackTraceElement[] trace) {
            super(message);
            setStackTrace(trace);
        }
    }

    private final String tracker;
    private final ErrorReader reader;

    Failures(String tracker, ErrorReader reader) {
        this.tracker = tracker;
        this.reader = reader;
    }

    TrackerException.Builder error(ErrorCode code, CallRun run, String message) {
        return error(code, run.call(), Scrubber.scrub(message, run.secrets()));
    }

    TrackerException.Builder error(ErrorCode code, HttpCall call, String message) {
        return TrackerException.of(code, tracker, call.operation()).message(message);
    }

    /** A refusal that is none of the limits'. */
    AttemptFailed refused(CallRun run, HttpReply<String> reply) {
        var failure = read(reply);
        var serverFailed = reply.status() >= 500 && reply.status() != 501;
        var notBefore = serverFailed ? reply.retryAfter().orElse(null) : null;
        var error = described(failure.code(), run, failure)
                .retryAt(notBefore)
                .retryable(failure.code() == ErrorCode.UNAVAILABLE || failure.code() == ErrorCode.RATE_LIMITED)
                .build();
        return serverFailed
                ? AttemptFailed.passing(error, Fate.IN_DOUBT, notBefore)
                : AttemptFailed.forGood(error, reply.status() == 401 ? Fate.UNAUTHORIZED : Fate.ANSWERED);
    }

    /** A refusal because of a limit. */
    AttemptFailed limited(CallRun run, HttpReply<String> reply, Instant retryAt) {
        var failure = read(reply)
                .because(ErrorCode.RATE_LIMITED, "A limit of the tracker is used up. Come back at " + retryAt + ".");
        var error =
                described(ErrorCode.RATE_LIMITED, run, failure).retryAt(retryAt).build();
        return AttemptFailed.passing(error, Fate.NOT_EXECUTED, retryAt);
    }

    TrackerException interrupted(CallRun run) {
        return error(ErrorCode.CANCELLED, run, "The calling thread was interrupted.")
                .build();
    }

    /** What the caller is told in the end. */
    TrackerException verdict(CallRun run, AttemptFailed last) {
        if (!run.inDoubt()) {
            return last.error();
        }
        var reason = last.error();
        return error(
                        ErrorCode.OUTCOME_UNKNOWN,
                        run,
                        "The request left, but whether it was carried out is not known. Look for what it writes"
                                + " before repeating it.")
                .requestId(reason.requestId().orElse(null))
                .trackerMessage(reason.trackerMessage().orElse(null))
                .retryAt(reason.retryAt().orElse(null))
                .cause(reason)
                .build();
    }

    /**
     * A cause that keeps the kinds and the place of a failure. Messages are kept only of kinds that speak of connections:
     * others quote what was sent or received.
     */
    static Throwable harmless(Throwable cause, List<String> secrets) {
        var kinds = Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                .limit(5)
                .map(link -> link.getClass().getName())
                .collect(Collectors.joining(", caused by "));
        var speaksOfConnections = cause instanceof ConnectException || cause instanceof SSLException;
        var words = speaksOfConnections && cause.getMessage() != null
                ? ": " + Scrubber.scrub(cause.getMessage(), secrets)
                : "";
        return new Cause(kinds + words, cause.getStackTrace());
    }

    private TrackerFailure read(HttpReply<String> reply) {
        try {
            return reader.read(reply);
        } catch (RuntimeException unreadable) {
            return TrackerFailure.byStatus(reply.status());
        }
    }

    private TrackerException.Builder described(ErrorCode code, CallRun run, TrackerFailure failure) {
        return error(code, run, failure.message())
                .trackerMessage(scrubbed(run, failure.trackerMessage()))
                .fieldFaults(failure.fieldFaults().stream()
                        .limit(MOST_FAULTS)
                        .map(fault -> scrubbed(run, fault))
                        .toList())
                .requestId(clip(scrubbed(run, failure.requestId()), LONGEST_ID));
    }

    private static FieldFault scrubbed(CallRun run, FieldFault fault) {
        return new FieldFault(part(run, fault.field()), part(run, fault.code()), part(run, fault.message()));
    }

    private static String part(CallRun run, String text) {
        var scrubbed = Scrubber.scrub(text, run.secrets());
        return scrubbed.length() <= LONGEST_FAULT ? scrubbed : scrubbed.substring(0, LONGEST_FAULT - 1) + "…";
    }

    private static @Nullable String scrubbed(CallRun run, @Nullable String text) {
        return text == null ? null : Scrubber.scrub(text, run.secrets());
    }

    private static @Nullable String clip(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
