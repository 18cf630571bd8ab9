package dev.issuelink.core.internal.inbound;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * Something that is computed ahead if a thread is free, and by whoever needs it otherwise. So a busy executor slows
 * nothing down and can never lock anybody out.
 */
final class Ahead<T> {
    private final FutureTask<T> task;

    private Ahead(FutureTask<T> task) {
        this.task = task;
    }

    static <T> Ahead<T> of(Executor executor, Callable<T> computation) {
        var task = new FutureTask<>(computation);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException busy) {
            // Whoever needs it computes it.
        }
        return new Ahead<>(task);
    }

    /** What was computed; a tracker whose reading is interrupted is read no further. */
    T get(String tracker) {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException interruption) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw TrackerException.of(ErrorCode.CANCELLED, tracker, "sync")
                    .message("The synchronisation was interrupted; what was read before is kept.")
                    .cause(interruption)
                    .build();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }
}
