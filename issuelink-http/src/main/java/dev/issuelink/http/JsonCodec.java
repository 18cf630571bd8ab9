package dev.issuelink.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads and writes JSON as trackers write it: snake_case names, unknown properties ignored, unknown enum values read as
 * null, absent components null (numbers 0), {@link java.time.Instant} from ISO 8601, nesting up to 200 deep, strings up
 * to 20 million characters. Records are read and written by their components; a package that is not exported must be
 * opened to {@code tools.jackson.databind}. Written records leave out components that are null or empty
 * {@link java.util.Optional}s; null values inside a {@link java.util.Map} are written. Safe for several threads.
 */
public interface JsonCodec {
    /**
     * The codec.
     *
     * @return a shared instance
     */
    static JsonCodec standard() {
        return JacksonCodec.INSTANCE;
    }

    /**
     * Reads a value while the bytes arrive. Does not close the stream.
     *
     * @param json UTF-8
     * @param type a record, {@link java.util.Map} or other class
     * @param <T> its type
     * @return the value
     * @throws MalformedJsonException if it is not one whole JSON document of that shape; the message names the place and
     *     never quotes the text
     * @throws IOException if the stream fails
     */
    <T> T read(InputStream json, Class<T> type) throws IOException;

    /**
     * Reads an array while the bytes arrive. Does not close the stream.
     *
     * @param json UTF-8
     * @param itemType the type of its items
     * @param <T> the type of its items
     * @return the items
     * @throws MalformedJsonException if it is not one whole JSON array of that shape
     * @throws IOException if the stream fails
     */
    <T> List<T> readList(InputStream json, Class<T> itemType) throws IOException;

    /**
     * Reads a value.
     *
     * @param json UTF-8
     * @param type a record, {@link java.util.Map} or other class
     * @param <T> its type
     * @return the value
     * @throws MalformedJsonException if it is not one whole JSON document of that shape
     */
    <T> T read(byte[] json, Class<T> type) throws MalformedJsonException;

    /**
     * Writes a value.
     *
     * @param value a record, {@link java.util.Map}, {@link java.util.Collection} or plain value
     * @return UTF-8
     * @throws IllegalArgumentException if it cannot be written
     */
    byte[] write(Object value);

    /** What was read is not JSON of the wanted shape. */
    final class MalformedJsonException extends IOException {
        private static final long serialVersionUID = 1L;

        /** Whether it only ends too early. */
        private final boolean truncated;

        MalformedJsonException(String message, boolean truncated) {
            super(message);
            this.truncated = truncated;
        }

        /**
         * Whether it only ends too early.
         *
         * @return true if more text might have made it whole
         */
        public boolean truncated() {
            return truncated;
        }
    }
}
