package dev.issuelink.verify.processes;

import dev.issuelink.store.IssueLinkStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several processes that share a store and the orders of their hosts. One is killed every second, and replaced. */
final class Crowd implements AutoCloseable {
    private static final int EDITS = 2;
    /** Nobody is killed before that much was done since the last time, or a slow machine would never come to an end. */
    private static final int LEAST = 30;

    private final Stage stage;
    private final Random random;
    private final IssueLinkStores stores;
    private final LinkedBlockingDeque<String> orders = new LinkedBlockingDeque<>();
    private final Queue<String> later = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Map<Integer, Integer> edits = new ConcurrentHashMap<>();
    private final Map<Integer, Stage.Actor> living = new ConcurrentHashMap<>();
    private final List<Future<Boolean>> lives = new ArrayList<>();
    private final ExecutorService slots = Executors.newCachedThreadPool();
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private int doneAtLastKill;
    private volatile int kills;
    private volatile boolean over;

    Crowd(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
        this.stores = Assembly.open(stage.store());
    }

    /** Wants events about that many problems told of, now and then with a reading of what changed, in an order of chance. */
    void order(int events, int problems) {
        var at = Instant.now();
        var all = new ArrayList<String>();
        for (var event = 0; event < events; event++) {
            all.add(Host.publish(event % problems, event / problems, at.plusMillis(event)));
            if (event % 20 == 0) {
                all.add(Host.sync(random.nextInt(stage.repositories.size())));
            }
        }
        Collections.shuffle(all, random);
        open.addAndGet(all.size());
        orders.addAll(all);
    }

    /** Starts that many processes, and kills one of them every second from now on. */
    void begin(int size) {
        for (var slot = 0; slot < size; slot++) {
            var number = slot;
            lives.add(slots.submit(() -> live(number)));
        }
        killer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private boolean live(int slot) {
        for (var life = 1; !over; life++) {
            var actor = stage.start("node-" + slot + "-" + life);
            living.put(slot, actor);
            if (actor.process().isReady()) {
                work(actor);
            }
        }
        return true;
    }

    private void work(Stage.Actor actor) {
        while (!over) {
            var order = next();
            if (order.isPresent()) {
                var answer = actor.process().order(order.get());
                if (answer.isEmpty()) {
                    // It may have been carried out, or not.
                    orders.addFirst(order.get());
                    return;
                }
                note(order.get().split(" ", -1), order.get(), answer.get());
            } else if (actor.process().isKilled()) {
                return;
            }
        }
        if (!actor.process().isKilled()) {
            actor.end();
        }
    }

    private Optional<String> next() {
        try {
            return Optional.ofNullable(orders.pollFirst(100, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            over = true;
            return Optional.empty();
        }
    }

    private void note(String[] words, String order, String answer) {
        answered.incrementAndGet();
        if (answer.equals(Host.NOTHING)) {
            later.add(order);
            return;
        }
        var number = Integer.valueOf(words[1]);
        if (words[0].equals("publish") && edits.putIfAbsent(number, 0) == null) {
            add(Host.edit(number, 1));
        } else if (words[0].equals("edit")) {
            var edit = Integer.parseInt(words[2]);
            edits.put(number, edit);
            if (edit < EDITS) {
                add(Host.edit(number, edit + 1));
            }
        }
        open.decrementAndGet();
    }

    private void add(String order) {
        open.incrementAndGet();
        orders.addLast(order);
    }

    private void tick() {
        for (var order = later.poll(); order != null; order = later.poll()) {
            orders.addLast(order);
        }
        var victims = living.values().stream()
                .filter(actor -> !actor.process().isKilled())
                .toList();
        var done = answered.get() + stage.written();
        if (!victims.isEmpty() && done >= doneAtLastKill + LEAST) {
            doneAtLastKill = done;
            victims.get(random.nextInt(victims.size())).kill();
            kills++;
        }
    }

    /** Whether all orders are answered and nothing is left to be written. */
    boolean isDone() {
        return open.get() == 0 && stores.inTransaction(Host::left).equals(Host.QUIET);
    }

    /** Fails if a process died by itself. */
    void check() {
        lives.stream().filter(Future::isDone).forEach(life -> {
            try {
                life.get();
            } catch (Exception failure) {
                throw new AssertionError(toString(), failure);
            }
        });
    }

    /** Ends the killing, and then the processes. */
    void end() throws Exception {
        killer.shutdown();
        killer.awaitTermination(1, TimeUnit.MINUTES);
        over = true;
        for (var life : lives) {
            life.get(3, TimeUnit.MINUTES);
        }
    }

    int kills() {
        return kills;
    }

    /** How often the title of each issue was changed. */
    Map<Integer, Integer> edits() {
        return Map.copyOf(edits);
    }

    /** What is being done, for messages of failures. */
    @Override
    public String toString() {
        var logs = new StringBuilder("%s orders are open, and in the store: %s; %d were killed"
                .formatted(open, stores.inTransaction(Host::left), kills));
        living.values()
                .forEach(actor -> logs.append("; ").append(actor.process().log()));
        return logs.toString();
    }

    @Override
    public void close() {
        over = true;
        killer.shutdownNow();
        slots.shutdownNow();
        stores.close();
    }
}
