package dev.issuelink.core.internal.outbound;

import dev.issuelink.PendingWrite;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Those who wait for writes in this process. Nothing is held for a write that nobody waits for. Since another node may
 * carry a write out, the store is asked now and then.
 */
public final class Completions {
    private final IssueLinkStores stores;
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile boolean closed;

    public Completions(IssueLinkStores stores) {
        this.stores = stores;
    }

    /** A handle on a write; reading its result is left to the function. */
    public <T> PendingWrite<T> handle(OutboxEntry entry, Function<String, T> reader) {
        return new Handle<>(entry, reader);
    }

    /** A handle on a write of which nothing is kept but what came of it. */
    public static <T> PendingWrite<T> ended(String id, T outcome) {
        return new Ended<>(id, outcome);
    }

    private record Ended<T>(String id, T outcome) implements PendingWrite<T> {
        @Override
        public T await(Duration timeout) {
            return outcome;
        }

        @Override
        public CompletionStage<T> completion() {
            return CompletableFuture.completedFuture(outcome);
        }
    }

    /** Looks whether writes that somebody waits for have come to their end elsewhere. */
    public void check() {
        if (waiting.isEmpty() || !checking.compareAndSet(false, true)) {
            return;
        }
        try {
            var ids = List.copyOf(waiting.keySet());
            stores.inTransaction(transaction -> ids.stream()
                            .map(transaction.outbox()::find)
                            .flatMap(Optional::stream)
                            .toList())
                    .forEach(this::finish);
        } finally {
            checking.set(false);
        }
    }

    /** Tells those who wait that nothing will come any more. */
    public void close() {
        closed = true;
        waiting.forEach((id, future) -> future.completeExceptionally(engineClosed()));
        waiting.clear();
    }

    private static TrackerException engineClosed() {
        return TrackerException.of(ErrorCode.CANCELLED, "engine", "await")
                .message("The engine was closed. The write is stored and will be carried out after the next start.")
                .build();
    }

    void finish(OutboxEntry entry) {
        if (entry.state() != OutboxEntry.State.DONE && entry.state() != OutboxEntry.State.FAILED) {
            return;
        }
        var future = waiting.remove(entry.id());
        if (future == null) {
            return;
        }
        if (entry.state() == OutboxEntry.State.DONE) {
            future.complete(entry.outcome().orElse(""));
        } else {
            future.completeExceptionally(Problem.toException(entry));
        }
    }

    private CompletableFuture<String> await(String id) {
        var future = waiting.computeIfAbsent(id, key -> new CompletableFuture<>());
        stores.inTransaction(transaction -> transaction.outbox().find(id)).ifPresent(this::finish);
        if (closed) {
            waiting.remove(id);
            future.completeExceptionally(engineClosed());
        }
        return future;
    }

    private final class Handle<T> implements PendingWrite<T> {
        private final OutboxEntry entry;
        private final Function<String, T> reader;

        private Handle(OutboxEntry entry, Function<String, T> reader) {
            this.entry = entry;
            this.reader = reader;
        }

        @Override
        public String id() {
            return entry.id();
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // What fails in there ends the result.
        public CompletionStage<T> completion() {
            // Not thenApply, which would wrap the reason in an exception of its own.
            var result = new CompletableFuture<T>();
            Completions.this.await(entry.id()).whenComplete((outcome, reason) -> {
                if (reason == null) {
                    read(outcome, result);
                } else {
                    result.completeExceptionally(reason);
                }
            });
            return result;
        }

        private void read(String outcome, CompletableFuture<T> result) {
            try {
                result.complete(reader.apply(outcome));
            } catch (RuntimeException unreadable) {
                result.completeExceptionally(unreadable);
            }
        }

        @Override
        public T await(Duration timeout) {
            try {
                return reader.apply(Completions.this.await(entry.id()).get(timeout.toNanos(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof TrackerException reason) {
                    throw reason;
                }
                throw new IllegalStateException(failure.getCause());
            } catch (TimeoutException late) {
                throw failure(ErrorCode.UNAVAILABLE, "It is not carried out yet, and is still tried.");
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw failure(ErrorCode.CANCELLED, "The wait was interrupted; the write is still tried.");
            }
        }

        private TrackerException failure(ErrorCode code, String message) {
            return TrackerException.of(code, entry.tracker(), entry.operation())
                    .message(message)
                    .build();
        }

        @Override
        public String toString() {
            return "PendingWrite[" + entry.id() + "]";
        }
    }
}
