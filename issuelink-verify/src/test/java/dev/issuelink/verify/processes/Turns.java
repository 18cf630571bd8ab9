package dev.issuelink.verify.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.store.OutboxEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Whose turn it was when: what each process told of its claims and writes, put together with what arrived at the tracker
 * on the way of that process.
 */
final class Turns {
    /**
     * A write that arrived, and the claim under which it was sent.
     *
     * @param place the write's place in the order of appending
     * @param until when the tracker had answered, or its sender was dead; nobody else may write before
     */
    private record Turn(Wire.Sent sent, String process, int place, long fence, long until) {
        @Override
        public String toString() {
            return "%s of write %d under fence %d by %s from %d until %d"
                    .formatted(sent.method(), place, fence, process, sent.from(), until);
        }
    }

    private record Claim(long at, String id, long fence, Stage.Actor actor) {}

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, List<Turn>> lanes = new HashMap<>();

    /** Puts everything together; the writes in the order of appending. */
    Turns(List<Stage.Actor> actors, List<OutboxEntry> writes) {
        writes.forEach(write -> places.put(write.id(), places.size()));
        actors.forEach(this::read);
        lanes.values().forEach(lane -> lane.sort(Comparator.comparingLong(turn -> turn.sent.from())));
    }

    private void read(Stage.Actor actor) {
        var sends = new HashMap<String, Deque<WorkerProcess.Note>>();
        for (var note : actor.process().notes()) {
            if (note.words().get(0).equals(Telling.CLAIMS)) {
                claims.add(new Claim(note.at(), note.words().get(1), fence(note), actor));
            } else if (note.words().get(0).equals(Telling.SENDS)) {
                sends.computeIfAbsent(note.words().get(3), key -> new ArrayDeque<>())
                        .add(note);
            }
        }
        var dead = actor.process().diedAt().orElse(Long.MAX_VALUE);
        actor.wire().sent().stream()
                .sorted(Comparator.comparingLong(Wire.Sent::from))
                .forEach(sent -> {
                    var told = sends.getOrDefault(sent.key().replace(' ', '_'), new ArrayDeque<>());
                    assertThat(told).as("what was told before %s", sent).isNotEmpty();
                    var note = told.removeFirst();
                    var place = places.get(note.words().get(1));
                    assertThat(place).as("the place of %s", sent).isNotNull();
                    lanes.computeIfAbsent(sent.lane(), lane -> new ArrayList<>())
                            .add(new Turn(
                                    sent,
                                    actor.process().name(),
                                    place,
                                    fence(note),
                                    sent.until() - dead < 0 ? sent.until() : dead));
                });
    }

    private static long fence(WorkerProcess.Note note) {
        return Long.parseLong(note.words().get(2));
    }

    /** How many writes arrived. */
    int size() {
        return lanes.values().stream().mapToInt(List::size).sum();
    }

    /** Each claim has a fence of its own. */
    void assertClaimedOnce() {
        assertThat(claims).extracting(claim -> claim.id + " " + claim.fence).doesNotHaveDuplicates();
    }

    /** In each lane writes arrive in the order of appending, and of one write those under a later fence come later. */
    void assertInOrder() {
        lanes.forEach((lane, turns) -> assertThat(turns)
                .as("the writes to %s", lane)
                .isSortedAccordingTo(Comparator.comparingInt(Turn::place).thenComparingLong(Turn::fence)));
    }

    /** In no lane two write at the same time that are alive. */
    void assertOneAtATime() {
        lanes.forEach((lane, turns) -> {
            for (var at = 1; at < turns.size(); at++) {
                assertThat(turns.get(at).sent.from() - turns.get(at - 1).until)
                        .as("in %s: %s after %s", lane, turns.get(at), turns.get(at - 1))
                        .isNotNegative();
            }
        });
    }

    /** How long it took from each death to the claim of a write that the dead had held, in nanoseconds, sorted. */
    long[] takeovers() {
        var byWrite = claims.stream().collect(Collectors.groupingBy(Claim::id));
        return byWrite.values().stream()
                .flatMapToLong(Turns::takeovers)
                .sorted()
                .toArray();
    }

    private static LongStream takeovers(List<Claim> claims) {
        var sorted =
                claims.stream().sorted(Comparator.comparingLong(Claim::fence)).toList();
        var found = LongStream.builder();
        for (var at = 1; at < sorted.size(); at++) {
            var died = sorted.get(at - 1).actor.process().diedAt();
            if (died.isPresent() && sorted.get(at).at - died.getAsLong() > 0) {
                found.add(sorted.get(at).at - died.getAsLong());
            }
        }
        return found.build();
    }
}
