package dev.issuelink.http;

import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.TrackerContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The one way in which a provider talks to its tracker: conditional cache( retry( rate gate, credential, send, read
 * error ) ), then decode. One per tracker; safe for several threads; close it with the adapter. Every method throws
 * {@link dev.issuelink.error.TrackerException} and nothing else, save {@link IllegalArgumentException} for calls that
 * make no sense.
 *
 * <p>Redirects are followed within the configured origin only, with the same method and body (303: GET). A write that
 * may have left without an answer throws {@link dev.issuelink.error.ErrorCode#OUTCOME_UNKNOWN} and was not repeated,
 * unless it is repeatable. The whole call, waits included, ends within its deadline.
 */
public final class TrackerHttp implements AutoCloseable {
    record Setup(
            Map<String, String> defaultHeaders,
            Authenticator authenticator,
            ErrorReader errorReader,
            RateLimitReader rateLimitReader,
            HttpOptions options) {}

    private final Pipeline pipeline;
    private final Executor executor;
    private volatile boolean closed;

    private TrackerHttp(Pipeline pipeline, Executor executor) {
        this.pipeline = pipeline;
        this.executor = executor;
    }

    /**
     * Starts a kernel for one tracker.
     *
     * @param context the surroundings: clock, sleeper, executor, randomness, and the name for errors
     * @param baseUrl http or https, without query; a path in it goes before each call's path, a slash at its end does
     *     not matter
     * @return a builder
     */
    public static Builder builder(TrackerContext context, URI baseUrl) {
        return new Builder(context, baseUrl);
    }

    /**
     * Sends a call and decodes its answer while it arrives.
     *
     * @param call what to send
     * @param bodyType what a 2xx body is decoded to, see {@link JsonCodec}
     * @param <T> its type
     * @return the reply
     */
    public <T> HttpReply<T> send(HttpCall call, Class<T> bodyType) {
        return sent(call, Decoder.of(bodyType));
    }

    /**
     * Sends a call whose answer is an array.
     *
     * @param call what to send
     * @param itemType what each item is decoded to
     * @param <T> its type
     * @return the reply
     */
    public <T> HttpReply<List<T>> sendForList(HttpCall call, Class<T> itemType) {
        return sent(call, Decoder.ofList(itemType));
    }

    /**
     * Sends a call whose answer has no body of interest.
     *
     * @param call what to send
     * @return the reply, never with a body
     */
    public HttpReply<Void> send(HttpCall call) {
        return sent(call, Decoder.ofNothing());
    }

    /**
     * Lists what comes in pages, each page an object. Nothing is sent before the first page is asked for. While page n is
     * consumed, page n+1 is fetched on the context's executor, or by the consumer if that is busy or refuses. Pages are
     * fetched strictly one after another; never more than two are held; a failure is thrown where its page would begin.
     *
     * @param first the call of the first page
     * @param bodyType what the body of a page is decoded to
     * @param reader turns it into a page
     * @param <W> the body's type
     * @param <T> what is listed
     * @return the listing; each of its iterators reads anew
     */
    public <W, T> Listing<T> list(HttpCall first, Class<W> bodyType, PageReader<W, T> reader) {
        return listed(first, Decoder.of(bodyType), reader);
    }

    /**
     * Lists what comes in pages, each page an array; otherwise as {@link #list}.
     *
     * @param first the call of the first page
     * @param itemType what each item of a page is decoded to
     * @param reader turns the items into a page
     * @param <W> an item's type
     * @param <T> what is listed
     * @return the listing
     */
    public <W, T> Listing<T> listItems(HttpCall first, Class<W> itemType, PageReader<List<W>, T> reader) {
        return listed(first, Decoder.ofList(itemType), reader);
    }

    /**
     * Removes from the tracker's own words in a 2xx answer what is a credential or looks like one, as the kernel itself
     * does with refusals: a tracker may quote what it was sent.
     *
     * @param call what was answered
     * @param words the words
     * @return the words without them
     */
    public String scrub(HttpCall call, String words) {
        return pipeline.scrub(call, words);
    }

    /** Forgets what is cached. Calls under way end by themselves; later calls throw {@link IllegalStateException}. */
    @Override
    public void close() {
        closed = true;
        pipeline.forget();
    }

    private <W, T> Listing<T> listed(HttpCall first, Decoder<W> decoder, PageReader<W, T> reader) {
        return () -> {
            var rounds = new Rounds(first);
            return new PageIterator<>(
                    executor, first, call -> fetched(call, decoder, reader, rounds), pipeline::interrupted);
        };
    }

    private <W, T> PageIterator.Fetched<T> fetched(
            HttpCall call, Decoder<W> decoder, PageReader<W, T> reader, Rounds rounds) {
        var reply = sent(call, decoder);
        try {
            var page = reader.read(reply);
            var next = page.next().map(cursor -> reader.following(call, cursor));
            if (next.filter(rounds::leadBackTo).isPresent()) {
                throw new IllegalStateException("the pages go round");
            }
            return new PageIterator.Fetched<>(page, next);
        } catch (TrackerException refused) {
            throw refused;
        } catch (RuntimeException unreadable) {
            throw pipeline.unreadablePage(call, unreadable);
        }
    }

    private <T> HttpReply<T> sent(HttpCall call, Decoder<T> decoder) {
        if (closed) {
            throw new IllegalStateException("the connection to the tracker is closed");
        }
        return pipeline.send(call, decoder);
    }

    /** Collects what a kernel needs. Not for several threads. */
    public static final class Builder {
        private final TrackerContext context;
        private final URI baseUrl;
        private final Map<String, String> defaultHeaders = new LinkedHashMap<>();
        private Authenticator authenticator = Authenticator.none();
        private ErrorReader errorReader = ErrorReader.byStatus();
        private RateLimitReader rateLimitReader = RateLimitReader.standard();
        private HttpOptions options = HttpOptions.defaults();

        private Builder(TrackerContext context, URI baseUrl) {
            this.context = Objects.requireNonNull(context, "context");
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
        }

        /**
         * Sets what signs each attempt.
         *
         * @param authenticator the authenticator; anonymous unless set
         * @return this
         */
        public Builder authenticator(Authenticator authenticator) {
            this.authenticator = Objects.requireNonNull(authenticator, "authenticator");
            return this;
        }

        /**
         * Sets what reads refusals.
         *
         * @param errorReader the reader; {@link ErrorReader#byStatus()} unless set
         * @return this
         */
        public Builder errorReader(ErrorReader errorReader) {
            this.errorReader = Objects.requireNonNull(errorReader, "errorReader");
            return this;
        }

        /**
         * Sets what reads limits.
         *
         * @param rateLimitReader the reader; {@link RateLimitReader#standard()} unless set
         * @return this
         */
        public Builder rateLimitReader(RateLimitReader rateLimitReader) {
            this.rateLimitReader = Objects.requireNonNull(rateLimitReader, "rateLimitReader");
            return this;
        }

        /**
         * Adds a header to every call, for example {@code User-Agent}.
         *
         * @param name its name
         * @param value its value, never a secret
         * @return this
         */
        public Builder defaultHeader(String name, String value) {
            defaultHeaders.put(name, Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Sets times and sizes.
         *
         * @param options the options; {@link HttpOptions#defaults()} unless set
         * @return this
         */
        public Builder options(HttpOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Makes the kernel. Nothing is sent.
         *
         * @return the kernel
         * @throws IllegalArgumentException if the base URL is not http or https with a host, or holds a query, fragment
         *     or user
         */
        public TrackerHttp build() {
            var setup = new Setup(Map.copyOf(defaultHeaders), authenticator, errorReader, rateLimitReader, options);
            return new TrackerHttp(new Pipeline(context, baseUrl, setup), context.executor());
        }
    }
}
