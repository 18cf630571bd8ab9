package dev.issuelink.model;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Things of a tracker, fetched page by page while they are consumed; never held as a whole. Each call of
 * {@link #iterator()}, {@link #stream()} or {@link #pages()} reads anew from the beginning. An iterator belongs to one
 * thread. Fetching a page may throw any {@link dev.issuelink.error.TrackerException}; what was consumed before stays
 * valid. Nothing has to be closed: at most one page is fetched ahead.
 *
 * @param <T> what is listed
 */
@FunctionalInterface
public interface Listing<T> extends Iterable<T> {
    /**
     * The pages, each fetched when it is needed or one ahead.
     *
     * @return an iterator from the first page on
     */
    Iterator<Page<T>> pages();

    /**
     * A listing that is already here.
     *
     * @param items what is listed
     * @param <T> what is listed
     * @return the listing, of one page
     */
    static <T> Listing<T> of(List<T> items) {
        var page = Page.only(items);
        return () -> List.of(page).iterator();
    }

    @Override
    default Iterator<T> iterator() {
        var pages = pages();
        return new Iterator<>() {
            private Iterator<T> items = List.<T>of().iterator();

            @Override
            public boolean hasNext() {
                while (!items.hasNext() && pages.hasNext()) {
                    items = pages.next().items().iterator();
                }
                return items.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items.next();
            }
        };
    }

    /**
     * The items as a sequential stream.
     *
     * @return a stream from the first item on
     */
    default Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
