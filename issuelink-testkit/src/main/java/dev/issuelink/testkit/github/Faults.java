package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their requests, first ordered first served. */
final class Faults {

    private final List<Waiting> waiting = new ArrayList<>();

    void order(FakeFault fault) {
        waiting.add(new Waiting(fault));
    }

    void clear() {
        waiting.clear();
    }

    @Nullable
    FakeFault next(WireRequest request) {
        Iterator<Waiting> all = waiting.iterator();
        while (all.hasNext()) {
            Waiting one = all.next();
            if (one.fault.concerns(request) && one.strikes()) {
                if (--one.left == 0) {
                    all.remove();
                }
                return one.fault;
            }
        }
        return null;
    }

    private static final class Waiting {

        private static final long GAMMA = 0x9E3779B97F4A7C15L;

        private final FakeFault fault;
        private int left;
        private long state;

        Waiting(FakeFault fault) {
            this.fault = fault;
            this.left = fault.times;
            this.state = fault.seed;
        }

        /** SplitMix64: the sequence depends on nothing but the seed. */
        boolean strikes() {
            state += GAMMA;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            double drawn = ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
            return drawn < fault.chance;
        }
    }
}
