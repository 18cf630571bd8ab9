package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages come one after another, the next while the present one is consumed, and never more than two are held. */
class ListingTest {
    private static final int PAGES = 6;
    private final AtomicInteger failAt = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();

    private static String links(Loopback server, int page) {
        return page >= PAGES
                ? "X: y"
                : "Link: <" + server.url() + "/things?after=c%2B" + (page + 1)
                        + "&x=a,b>; rel=\"next\", <http://127.0.0.1/first>; rel=\"first\"";
    }

    /** Pages of two things each; the page's number stands in its link. */
    private Loopback pages() {
        var self = new Loopback[1];
        self[0] = new Loopback((request, wire) -> {
            var after = request.target().replaceAll(".*after=c%2B(\\d+).*", "$1");
            var page = after.equals(request.target()) ? 1 : Integer.parseInt(after);
            if (failAt.compareAndSet(page, 0)) {
                wire.reply(404, "{}");
            } else {
                wire.json("[{\"id\":" + page + "},{\"id\":" + page * 10 + "}]", links(self[0], page));
            }
        });
        return self[0];
    }

    private static Listing<Thing> list(Loopback server, Executor executor) {
        return TrackerHttp.builder(new TestContext(executor), server.url())
                .build()
                .listItems(
                        HttpCall.get("getThings")
                                .path("things")
                                .query("first", 1)
                                .build(),
                        Thing.class,
                        reply -> new Page<>(
                                reply.body().orElse(List.of()),
                                reply.nextLink().map(next -> new Cursor(next.toString())),
                                0));
    }

    private static final Executor REFUSING = work -> {
        throw new RejectedExecutionException("busy");
    };

    @Test
    void everyPageIsReadInOrderAndEachIterationBeginsAnew() throws Exception {
        try (var server = pages()) {
            for (Executor executor : List.<Executor>of(REFUSING, Runnable::run, work -> {})) {
                var listing = list(server, executor);
                for (var round = 0; round < 2; round++) {
                    assertThat(listing.stream().map(Thing::id))
                            .containsExactly(1L, 10L, 2L, 20L, 3L, 30L, 4L, 40L, 5L, 50L, 6L, 60L);
                }
            }
            assertThat(server.requests()).hasSize(PAGES * 6);
            assertThat(server.requests().get(1).target()).isEqualTo("/things?after=c%2B2&x=a,b");
        }
    }

    @Test
    void nothingIsSentBeforeTheFirstPageIsAskedFor() throws Exception {
        try (var server = pages()) {
            assertThat(list(server, REFUSING).pages().hasNext()).isTrue();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theNextPageIsFetchedWhileThisOneIsConsumed() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        try (var server = pages()) {
            var pages = list(server, threads).pages();
            for (var page = 1; page < PAGES; page++) {
                pages.next();
                // The consumer does nothing: only a fetch ahead can send this request.
                var wanted = page + 1;
                Awaitility.await().until(() -> server.requests().size() == wanted);
            }
            pages.next();
            assertThat(pages.hasNext()).isFalse();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyOnePageIsFetchedAheadAndOnlyOneAtATime() throws Exception {
        var threads = Executors.newCachedThreadPool();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        Executor counting = work -> threads.execute(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            work.run();
            inside.decrementAndGet();
        });
        try (var server = pages()) {
            var pages = list(server, counting).pages();
            pages.next();
            Awaitility.await().until(() -> server.requests().size() == 2 && inside.get() == 0);
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.requests()).hasSize(2);
            assertThat(most.get()).isEqualTo(1);
        }
    }

    @Test
    void aBusyExecutorKeepsNoPagesAlive() throws Exception {
        Queue<Runnable> neverRun = new ArrayDeque<>();
        try (var server = pages()) {
            var pages = list(server, neverRun::add).pages();
            var old = new ArrayList<WeakReference<Object>>();
            while (pages.hasNext()) {
                old.add(new WeakReference<>(pages.next()));
            }
            assertThat(old).hasSize(PAGES);
            assertThat(neverRun).hasSize(1);
            Awaitility.await().until(() -> {
                System.gc();
                return old.stream().allMatch(page -> page.get() == null);
            });
            neverRun.forEach(Runnable::run);
            assertThat(server.requests()).hasSize(PAGES);
        }
    }

    @Test
    void aFetchThatIsUnderWayIsWaitedForAndNotRepeated() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        var begun = new CountDownLatch(1);
        Executor announcing = work -> threads.execute(() -> {
            begun.countDown();
            work.run();
        });
        try (var server = pages()) {
            var pages = list(server, announcing).pages();
            pages.next();
            begun.await();
            assertThat(pages.next().items()).extracting(Thing::id).containsExactly(2L, 20L);
            Awaitility.await().until(() -> server.requests().size() == 3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFailureStandsWhereItsPageWouldBeginAndThePageMayBeTriedAgain() throws Exception {
        failAt.set(3);
        try (var server = pages()) {
            var items = list(server, Runnable::run).iterator();
            var seen = new ArrayList<Long>();
            var error = failure(() -> items.forEachRemaining(thing -> seen.add(thing.id())));
            assertThat(error.code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(seen).containsExactly(1L, 10L, 2L, 20L);
            items.forEachRemaining(thing -> seen.add(thing.id()));
            assertThat(seen).endsWith(6L, 60L).hasSize(PAGES * 2);
        }
    }

    @Test
    void aLinkThatLeadsAwayOrInACircleOrNowhereFails() throws Exception {
        for (var link : List.of("http://localhost:1/x", "?self=1", "http://[")) {
            try (var server = new Loopback((request, wire) -> wire.json("[]", "Link: <" + link + ">; rel=next"))) {
                var pages = list(server, REFUSING).pages();
                assertThat(failure(() -> pages.forEachRemaining(page -> {})).code())
                        .isEqualTo(ErrorCode.PROTOCOL);
                assertThat(server.requests().size()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void anInterruptedConsumerStopsWaiting() throws Exception {
        var threads = Executors.newSingleThreadExecutor();
        var silent = new CountDownLatch(1);
        try (var server = new Loopback((request, wire) -> {
            if (request.target().contains("first")) {
                wire.json("[]", "Link: </slow>; rel=next");
            } else {
                silent.await();
            }
        })) {
            var pages = list(server, threads).pages();
            pages.next();
            Awaitility.await().until(() -> server.requests().size() == 2);
            Thread.currentThread().interrupt();
            assertThat(failure(pages::next).code()).isEqualTo(ErrorCode.CANCELLED);
            assertThat(Thread.interrupted()).isTrue();
        } finally {
            silent.countDown();
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void pagesThatGoRoundEndTheListing(int length) throws Exception {
        var self = new Loopback[1];
        self[0] = new Loopback((request, wire) -> {
            var page = attempts.getAndIncrement() % length;
            wire.json("[]", "Link: <" + self[0].url() + "/things?page=" + page + ">; rel=next");
        });
        try (var server = self[0]) {
            var error = failure(() -> list(server, REFUSING).stream().count());
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(server.requests()).hasSizeLessThan(5 * length + 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=2", "things?page=2", "/things?page=2", "./things?page=2"})
    void aRelativeLinkIsResolvedAsBrowsersDo(String link) throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json(
                "[]", request.target().equals("/things?first=1") ? "Link: <" + link + ">; rel=next" : "X: y"))) {
            assertThat(list(server, REFUSING).stream()).isEmpty();
            assertThat(server.requests().get(1).target()).isEqualTo("/things?page=2");
        }
    }
}
