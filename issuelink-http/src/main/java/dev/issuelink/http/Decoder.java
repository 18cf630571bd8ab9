package dev.issuelink.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the body of a 2xx reply becomes a value. */
record Decoder<T>(@Nullable Class<?> type, boolean list, Reading<T> reading) {
    interface Reading<T> {
        T from(InputStream body) throws IOException;
    }

    static <T> Decoder<T> of(Class<T> type) {
        return new Decoder<>(type, false, body -> JsonCodec.standard().read(body, type));
    }

    static <T> Decoder<List<T>> ofList(Class<T> itemType) {
        return new Decoder<>(itemType, true, body -> JsonCodec.standard().readList(body, itemType));
    }

    static Decoder<Void> ofNothing() {
        return new Decoder<>(null, false, body -> {
            throw new IOException("a body that is not read");
        });
    }

    boolean ignoresBody() {
        return type == null;
    }
}
