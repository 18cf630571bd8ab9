package dev.issuelink.http;

import dev.issuelink.model.Cursor;
import dev.issuelink.model.Page;
import java.net.URI;

/**
 * Turns the reply that holds one page into the page. Implemented by providers, stateless, called on whichever thread
 * fetches the page.
 *
 * @param <W> what the body holds, as the tracker writes it
 * @param <T> what is listed
 */
@FunctionalInterface
public interface PageReader<W, T> {
    /**
     * Reads one page.
     *
     * @param reply the reply, 2xx and with a body
     * @return the page; its {@link Page#next()} is understood by {@link #following}, hence an absolute URL by default
     */
    Page<T> read(HttpReply<W> reply);

    /**
     * The call that fetches the next page.
     *
     * @param call the call of the page before
     * @param next where the next page begins
     * @return by default the same call to the absolute URL that {@code next} holds, verbatim
     */
    default HttpCall following(HttpCall call, Cursor next) {
        return call.at(URI.create(next.value()));
    }
}
