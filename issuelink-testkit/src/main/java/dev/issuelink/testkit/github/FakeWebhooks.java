package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Poster;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The fake's outgoing webhooks. By default each event is posted at once, in order, by one background thread that ends
 * with the fake; {@link #hold()} keeps them back, so that a test sends them itself or hands their bytes to the code
 * under test. Nothing is repeated by itself, as on GitHub. Unlike github.com, loopback addresses are allowed.
 *
 * <p>Safe for use by several threads.
 */
public final class FakeWebhooks {

    private final World world;
    private final DeliveryWriter writer;
    private final Deque<FakeDelivery> pending = new ArrayDeque<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final ThreadPoolExecutor sender;
    private boolean held;
    private int duplicates;
    private int losses;

    FakeWebhooks(World world) {
        this.world = world;
        this.writer = new DeliveryWriter(world);
        this.sender = new ThreadPoolExecutor(
                0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), FakeWebhooks::thread, (task, pool) -> {});
    }

    /** Keeps deliveries back from now on, until {@link #release()}. */
    public void hold() {
        world.locked(() -> {
            held = true;
        });
    }

    /** Sends what was kept back, in order, and everything that follows at once. */
    public void release() {
        world.locked(() -> {
            held = false;
        });
        wake();
    }

    /**
     * What is not sent yet.
     *
     * @return the deliveries in the order in which they would go
     */
    public List<FakeDelivery> pending() {
        return world.locked(() -> List.copyOf(pending));
    }

    /**
     * Takes everything that is not sent yet: it will not go over HTTP, the test delivers it. On record it counts as
     * accepted with 200.
     *
     * @return the deliveries in order
     */
    public List<FakeDelivery> take() {
        return world.locked(() -> {
            List<FakeDelivery> taken = List.copyOf(pending);
            taken.forEach(delivery -> sent(delivery, 200));
            return taken;
        });
    }

    /**
     * Sends everything that is not sent yet on the calling thread, held back or not.
     *
     * @return how many were sent
     */
    public int deliverNow() {
        int sent = 0;
        while (sendOne(true)) {
            sent++;
        }
        return sent;
    }

    /**
     * Waits until everything is sent.
     *
     * @param patience at most this long, in real time
     * @return false when the time was not enough
     */
    public boolean await(Duration patience) {
        return world.awaitUntil(pending::isEmpty, patience) && awaitSending(patience);
    }

    /**
     * Doubles the coming events: each is delivered twice with the same GUID.
     *
     * @param events how many events
     */
    public void duplicateNext(int events) {
        world.locked(() -> {
            duplicates = events;
        });
    }

    /**
     * Loses the coming events: they are listed as failed and never sent, until somebody asks for redelivery.
     *
     * @param events how many events
     */
    public void loseNext(int events) {
        world.locked(() -> {
            losses = events;
        });
    }

    /**
     * A delivery of whatever content, with all headers and a right signature, as if a hook had made it. It is neither
     * recorded nor sent.
     *
     * @param repository whose hook it would be
     * @param event the event's name, known to GitHub or not
     * @param secret the hook's secret
     * @param body the raw body
     * @return the delivery
     */
    public FakeDelivery signed(FakeRepository repository, String event, String secret, byte[] body) {
        return world.locked(() -> writer.write(repository.repo, event, secret, body));
    }

    /** Turns the order of what is not sent yet around; useful while it is held. */
    public void reversePending() {
        world.locked(() -> {
            List<FakeDelivery> reversed = new ArrayList<>(pending);
            Collections.reverse(reversed);
            pending.clear();
            pending.addAll(reversed);
        });
    }

    /**
     * Every attempt that is on record, of all repositories, oldest first.
     *
     * @return the deliveries
     */
    public List<FakeDelivery> all() {
        return world.locked(() -> world.repos.values().stream()
                .flatMap(repo -> repo.hooks.values().stream())
                .flatMap(hook -> hook.deliveries.stream())
                .sorted((a, b) -> Long.compare(a.id, b.id))
                .toList());
    }

    void record(Repo repo, Hook hook, String event, Map<?, ?> payload) {
        String guid = world.ids.guid();
        FakeDelivery delivery = writer.write(repo, hook, event, guid, false, payload);
        if (losses > 0) {
            losses--;
            hook.deliveries.add(delivery.answered(FakeDelivery.NO_ANSWER, delivery.at));
            return;
        }
        enqueue(hook, delivery);
        if (duplicates > 0) {
            duplicates--;
            enqueue(hook, writer.write(repo, hook, event, guid, false, payload));
        }
    }

    void redeliver(Repo repo, Hook hook, FakeDelivery old) {
        enqueue(hook, writer.write(repo, hook, old.event, old.guid, true, (Map<?, ?>) old.payload));
    }

    void close() {
        sender.shutdownNow();
    }

    private void enqueue(Hook hook, FakeDelivery delivery) {
        hook.deliveries.add(delivery);
        pending.addLast(delivery);
        wake();
    }

    private void wake() {
        sender.execute(() -> {
            while (!Thread.currentThread().isInterrupted() && sendOne(false)) {
                // until nothing is left
            }
        });
    }

    /** One at a time, whoever sends, so that the order holds. */
    private boolean sendOne(boolean evenHeld) {
        sending.lock();
        try {
            FakeDelivery next = world.locked(() -> held && !evenHeld ? null : pending.peekFirst());
            if (next == null) {
                return false;
            }
            int status = Poster.send(next.url, next.headers(), next.body());
            world.locked(() -> sent(next, status));
            return true;
        } finally {
            sending.unlock();
        }
    }

    private void sent(FakeDelivery delivery, int status) {
        pending.remove(delivery);
        for (Repo repo : world.repos.values()) {
            @Nullable Hook hook = repo.hooks.get(delivery.hookId);
            if (hook != null) {
                hook.deliveries.replaceAll(
                        other -> other.id == delivery.id ? other.answered(status, world.clock.seconds()) : other);
            }
        }
        world.changed();
    }

    private boolean awaitSending(Duration patience) {
        try {
            if (sending.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                sending.unlock();
                return true;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "fake-github-webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
