package dev.issuelink.core.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns bytes into the text of a document: UTF-8, with or without a byte order mark, within the size limit. */
public final class JsonText {
    /** The largest document: 1 MiB, a hundred times the largest real one. */
    public static final int MOST_BYTES = 1 << 20;

    private static final String TOO_LARGE = "is larger than the 1 MiB that a configuration may have.";

    private JsonText() {}

    /**
     * Reads a stream to its end, or to the limit.
     *
     * @param in the stream; it is not closed
     * @return the text without byte order mark
     * @throws IOException if the stream fails
     * @throws dev.issuelink.error.ConfigurationException if it is too large or not UTF-8
     */
    public static String read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw fault(TOO_LARGE);
        }
        try {
            return withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw fault("is not UTF-8; save it in that encoding.");
        }
    }

    /**
     * Checks a text that the host read by itself.
     *
     * @param text the text
     * @return the text without byte order mark
     * @throws dev.issuelink.error.ConfigurationException if it is too large
     */
    public static String check(String text) {
        if (text.length() > MOST_BYTES) {
            throw fault(TOO_LARGE);
        }
        return withoutMark(text);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static RuntimeException fault(String problem) {
        var faults = new Faults();
        faults.add(Place.root(), problem);
        return faults.exception();
    }
}
