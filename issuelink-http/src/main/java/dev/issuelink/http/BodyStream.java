package dev.issuelink.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it arrives, one part at a time. Unlike the JDK's own stream it ends with the call's deadline
 * and with the reader's interruption.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {
    private record Part(List<ByteBuffer> buffers, @Nullable Throwable failure, boolean last) {}

    private final Deadline deadline;
    // Only one part is ever asked for, so that it and the end are all that can wait here.
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(4);
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private boolean ended;

    BodyStream(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.complete(given)) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(new Part(buffers, null, false));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(List.of(), failure, true));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(List.of(), null, true));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (current.isEmpty() && !ended) {
            take(next());
        }
        var buffer = current.peek();
        if (buffer == null) {
            return -1;
        }
        var count = Math.min(length, buffer.remaining());
        buffer.get(target, offset, count);
        forgetIfRead(buffer);
        return count;
    }

    private void forgetIfRead(ByteBuffer buffer) {
        if (buffer.hasRemaining()) {
            return;
        }
        current.remove();
        if (current.isEmpty()) {
            subscription.join().request(1);
        }
    }

    private void take(Part part) throws IOException {
        ended = part.last;
        if (part.failure != null) {
            throw new IOException("The connection broke in the middle of the answer.", part.failure);
        }
        part.buffers.stream().filter(ByteBuffer::hasRemaining).forEach(current::add);
        if (current.isEmpty() && !ended) {
            subscription.join().request(1);
        }
    }

    private Part next() throws IOException {
        try {
            var part = parts.poll(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) {
                throw new HttpTimeoutException("The answer was not complete within the call's deadline.");
            }
            return part;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the answer was read.");
        }
    }

    /** Drops the connection if the body was not read to its end. */
    @Override
    public void close() {
        var unread = !ended;
        ended = true;
        current.clear();
        if (unread && parts.stream().noneMatch(Part::last)) {
            var unused = subscription.thenAccept(Flow.Subscription::cancel);
        }
    }
}
