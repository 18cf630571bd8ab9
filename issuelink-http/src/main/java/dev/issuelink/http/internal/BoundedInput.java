package dev.issuelink.http.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and refuses to read more than a limit. */
public final class BoundedInput extends FilterInputStream {
    /** The limit is passed. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("The answer is larger than " + limit + " bytes.");
        }
    }

    private final long limit;
    private long count;

    /**
     * Bounds a stream.
     *
     * @param input the stream
     * @param limit how many bytes may be read
     */
    public BoundedInput(InputStream input, long limit) {
        super(input);
        this.limit = limit;
    }

    /**
     * How much was read.
     *
     * @return the number of bytes
     */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        add(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) throws IOException {
        count += read;
        if (count > limit) {
            throw new TooLargeException(limit);
        }
    }
}
