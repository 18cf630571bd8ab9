package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.guard.SafeDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that were made for one event so far. Not for several threads. */
final class Texts {
    /**
     * What a wish came to.
     *
     * @param writes what is written at once, in order
     * @param later what is kept to be said later, or empty
     */
    record Made(List<SafeDraft> writes, Optional<String> later) {
        Made {
            writes = List.copyOf(writes);
        }

        static Made of(SafeDraft... writes) {
            return new Made(List.of(writes), Optional.empty());
        }

        static Made later(String text) {
            return new Made(List.of(), Optional.of(text));
        }
    }

    private final Map<Wish, Made> made = new HashMap<>();

    Optional<Made> find(Wish wish) {
        return Optional.ofNullable(made.get(wish));
    }

    void add(Wish wish, Made text) {
        made.put(wish, text);
    }
}
