package dev.issuelink.core.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.host.HostListener;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.testkit.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostNotifierTest {
    private static final int MANY = 10_050;

    @Test
    @Timeout(30)
    void aSlowHostThatCommitsFromItsListenerLocksNobodyOut() throws InterruptedException {
        var queueIsFull = new CountDownLatch(1);
        var told = Collections.synchronizedList(new ArrayList<String>());
        var committer = new AtomicReference<Committer>();
        var notifier = new HostNotifier(new HostListener() {
            @Override
            public void issueCreated(IssueReference issue) {
                told.add(issue.key().id());
                if (told.size() == 1) {
                    awaitQuietly(queueIsFull);
                    commit(committer.get(), "from the listener");
                }
            }
        });
        committer.set(new Committer(InMemoryStores.create(), notifier));
        notifier.start();

        var writer = new Thread(() -> {
            for (var number = 0; number < MANY; number++) {
                commit(committer.get(), Integer.toString(number));
            }
        });
        writer.setDaemon(true);
        writer.start();
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        queueIsFull.countDown();
        writer.join();
        notifier.close();

        assertThat(told).hasSize(MANY + 1).contains("from the listener");
        var ours = told.stream().filter(id -> !id.startsWith("from")).toList();
        assertThat(ours).isSortedAccordingTo(java.util.Comparator.comparingInt(Integer::parseInt));
    }

    @Test
    @Timeout(30)
    void anInterruptedThreadLosesNoNotice() throws InterruptedException {
        var told = new CountDownLatch(1);
        var notifier = new HostNotifier(new HostListener() {
            @Override
            public void issueCreated(IssueReference issue) {
                told.countDown();
            }
        });
        notifier.start();

        Thread.currentThread().interrupt();
        commit(new Committer(InMemoryStores.create(), notifier), "x");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        notifier.close();
    }

    private static void commit(Committer committer, String id) {
        committer.commit((transaction, notices) -> {
            notices.add(listener -> listener.issueCreated(Samples.issueReference(id)));
            return List.of();
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
