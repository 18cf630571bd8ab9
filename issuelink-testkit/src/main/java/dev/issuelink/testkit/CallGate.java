package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Capability;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every call of an adapter in memory goes through: capabilities, credential, faults, the log of calls. */
final class CallGate {
    /** What the tracker thinks of a credential. */
    enum Access {
        FULL,
        READ_ONLY,
        NONE
    }

    private final InMemoryTracker tracker;
    private final Supplier<Access> access;
    private volatile boolean closed;

    CallGate(InMemoryTracker tracker, Supplier<Access> access) {
        this.tracker = tracker;
        this.access = access;
    }

    <T> T read(String operation, Capability capability, Supplier<T> action) {
        return call(operation, capability, false, action);
    }

    <T> T write(String operation, Capability capability, Supplier<T> action) {
        return call(operation, capability, true, action);
    }

    void require(String operation, Capability capability) {
        if (!tracker.capabilities().contains(capability)) {
            throw TrackerException.unsupported(
                    tracker.name(), operation, "This tracker cannot do it; ask capabilities() before.");
        }
    }

    Access access() {
        return access.get();
    }

    void close() {
        closed = true;
    }

    <T> T call(String operation, @Nullable Capability capability, boolean write, Supplier<T> action) {
        if (capability != null) {
            require(operation, capability);
        }
        if (closed || Thread.currentThread().isInterrupted()) {
            throw failure(
                    ErrorCode.CANCELLED, operation, closed ? "The adapter is closed." : "The thread was interrupted.");
        }
        var fault = tracker.faults().next(operation, write);
        var done = false;
        Optional<ErrorCode> ending = Optional.empty();
        try {
            fault.filter(planned -> !planned.afterwards()).ifPresent(planned -> raise(planned, operation));
            checkAccess(operation, write);
            var result = tracker.edits().locked(action);
            done = true;
            fault.ifPresent(planned -> raise(planned, operation));
            return result;
        } catch (TrackerException failure) {
            ending = Optional.of(failure.code());
            throw failure;
        } finally {
            tracker.log(new TrackerCall(operation, write, done, ending));
        }
    }

    private void checkAccess(String operation, boolean write) {
        var granted = access.get();
        if (granted == Access.NONE) {
            throw failure(ErrorCode.AUTHENTICATION, operation, "The credential is not accepted; configure another.");
        }
        if (granted == Access.READ_ONLY && write) {
            throw failure(ErrorCode.PERMISSION, operation, "The credential may only read; grant it writing.");
        }
    }

    private static void raise(TrackerFaults.Fault fault, String operation) {
        var failure = fault.failure().apply(operation);
        if (failure instanceof SimulatedCrash crash) {
            throw crash;
        }
        throw (TrackerException) failure;
    }

    TrackerException failure(ErrorCode code, String operation, String message) {
        return TrackerException.of(code, tracker.name(), operation)
                .message(message)
                .build();
    }
}
