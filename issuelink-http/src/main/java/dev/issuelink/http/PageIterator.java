package dev.issuelink.http;

import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one page while the next is fetched. Asked again after a failure it tries the same page again. Belongs to one
 * thread.
 */
final class PageIterator<T> implements Iterator<Page<T>> {
    /** A page, and the call that fetches the one after it. */
    record Fetched<T>(Page<T> page, Optional<HttpCall> next) {}

    private final Ahead ahead;
    private final Function<HttpCall, Fetched<T>> fetch;
    private final Function<HttpCall, TrackerException> cancelled;
    private @Nullable HttpCall upcoming;
    private @Nullable FutureTask<Fetched<T>> begun;

    PageIterator(
            Executor executor,
            HttpCall first,
            Function<HttpCall, Fetched<T>> fetch,
            Function<HttpCall, TrackerException> cancelled) {
        this.ahead = new Ahead(executor);
        this.fetch = fetch;
        this.cancelled = cancelled;
        this.upcoming = first;
    }

    @Override
    public boolean hasNext() {
        return upcoming != null;
    }

    @Override
    public Page<T> next() {
        if (upcoming == null) {
            throw new NoSuchElementException();
        }
        var call = upcoming;
        var task = begun == null ? task(call) : begun;
        begun = null;
        ahead.withdraw();
        task.run();
        var fetched = result(call, task);
        upcoming = fetched.next().orElse(null);
        if (upcoming != null) {
            begun = task(upcoming);
            ahead.offer(begun);
        }
        return fetched.page();
    }

    private FutureTask<Fetched<T>> task(HttpCall call) {
        return new FutureTask<>(() -> fetch.apply(call));
    }

    private Fetched<T> result(HttpCall call, FutureTask<Fetched<T>> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled.apply(call);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a page could not be fetched", failed.getCause());
        }
    }
}
