package dev.issuelink.testkit.github;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest requests; older ones are only counted. */
final class RequestLog {

    private static final int KEPT = 2_000;

    private final Deque<FakeRequest> newest = new ArrayDeque<>();
    private int count;

    void add(FakeRequest request) {
        count++;
        newest.addLast(request);
        if (newest.size() > KEPT) {
            newest.removeFirst();
        }
    }

    int count() {
        return count;
    }

    List<FakeRequest> newest() {
        return List.copyOf(newest);
    }

    void clear() {
        newest.clear();
        count = 0;
    }
}
