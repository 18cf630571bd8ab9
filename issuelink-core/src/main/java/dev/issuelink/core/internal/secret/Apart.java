package dev.issuelink.core.internal.secret;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Work on a thread of its own, for which its caller waits to the end, interrupted or not. */
final class Apart {
    private Apart() {}

    static <T> T run(String name, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        var interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw thrown(failure);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure.getCause());
    }
}
