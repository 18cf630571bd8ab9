package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.http.JsonCodec.MalformedJsonException;
import dev.issuelink.http.internal.BoundedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decodes the body of a 2xx answer while it arrives, and says what went wrong if that fails. */
final class Reading {
    /** What came of it, and how many bytes it was. */
    record Read<T>(@Nullable T value, long bytes) {}

    private static final long DRAINED = 64 * 1024;
    private static final int NO_CONTENT = 204;
    private static final int RESET_CONTENT = 205;

    private final Failures failures;
    private final long mostBytes;

    Reading(Failures failures, long mostBytes) {
        this.failures = failures;
        this.mostBytes = mostBytes;
    }

    <T> Read<T> read(CallRun run, Answer answer, Decoder<T> decoder) {
        if (decoder.ignoresBody()) {
            drain(answer);
            return new Read<>(null, 0);
        }
        var input = new BoundedInput(answer.body(), mostBytes);
        try {
            var start = new PushbackInputStream(input, 1);
            var first = start.read();
            if (first < 0) {
                return nothing(run, answer);
            }
            start.unread(first);
            refuseWebPage(answer);
            return new Read<>(decoder.reading().from(start), input.count());
        } catch (IOException failure) {
            throw unreadable(run, failure);
        }
    }

    /** Nothing where something belongs is a broken answer: taken for an empty list, it would lose what the list held. */
    private <T> Read<T> nothing(CallRun run, Answer answer) {
        var none = answer.status() == NO_CONTENT || answer.status() == RESET_CONTENT;
        if (none || run.call().method().equals("HEAD")) {
            return new Read<>(null, 0);
        }
        throw protocol(run, "The answer is empty.", new EOFException("no body"), true);
    }

    /** Reads a little to the end, so that the connection can be used again. */
    private static void drain(Answer answer) {
        try {
            new BoundedInput(answer.body(), DRAINED).transferTo(OutputStream.nullOutputStream());
        } catch (IOException indifferent) {
            answer.close();
        }
    }

    private static void refuseWebPage(Answer answer) throws IOException {
        var type = answer.head().header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            throw new MalformedJsonException(
                    "It is a web page (HTML) instead of JSON. Check the base URL, and whether a proxy or a login page"
                            + " stands in between.",
                    false);
        }
    }

    private AttemptFailed unreadable(CallRun run, IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return AttemptFailed.forGood(failures.interrupted(run), Fate.IN_DOUBT);
        }
        if (failure instanceof HttpTimeoutException) {
            return AttemptFailed.passing(
                    failures.error(ErrorCode.UNAVAILABLE, run, "The answer was not complete in time.")
                            .build(),
                    Fate.IN_DOUBT,
                    null);
        }
        if (failure instanceof BoundedInput.TooLargeException) {
            return protocol(run, failure.getMessage() + " Ask for smaller pages, or raise the limit.", failure, false);
        }
        if (failure instanceof MalformedJsonException malformed) {
            return protocol(run, "The answer cannot be read. " + failure.getMessage(), failure, malformed.truncated());
        }
        return protocol(run, "The answer broke off in the middle.", failure, true);
    }

    private AttemptFailed protocol(CallRun run, String message, IOException failure, boolean passing) {
        var error = failures.error(ErrorCode.PROTOCOL, run, message)
                .cause(Failures.harmless(failure, run.secrets()))
                .retryable(passing)
                .build();
        return passing
                ? AttemptFailed.passing(error, Fate.IN_DOUBT, null)
                : AttemptFailed.forGood(error, Fate.IN_DOUBT);
    }
}
