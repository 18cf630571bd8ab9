package dev.issuelink.core;

import dev.issuelink.core.EngineStory.Deed;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Nothing drifts, whatever happens in whatever order. */
class EngineStoryTest {
    @Property(tries = 250, shrinking = ShrinkingMode.BOUNDED)
    void whateverHappensOneSynchronisationMakesBothSidesEqual(@ForAll("deeds") List<Tuple2<Deed, Integer>> deeds) {
        try (var story = new EngineStory()) {
            story.happens(Deed.CREATE, 0);
            story.happens(Deed.SETTLE, 0);
            deeds.forEach(deed -> story.happens(deed.get1(), deed.get2()));
            story.endsWell();
        }
    }

    /** Both are of one second, so only the tracker knows which is the later. Chance decides, hence so often. */
    @Example
    void aNoticeThatIsAppliedWhileASynchronisationReadsDoesNotUndoIt() {
        for (var round = 0; round < 300; round++) {
            try (var story = new EngineStory()) {
                for (var deed : List.of(
                        Deed.CREATE, Deed.SETTLE, Deed.LABEL, Deed.DELIVER, Deed.DELIVER, Deed.EDIT, Deed.SYNC)) {
                    story.happens(deed, 0);
                }
                story.endsWell();
            }
        }
    }

    @Provide
    Arbitrary<List<Tuple2<Deed, Integer>>> deeds() {
        var which = Arbitraries.integers().between(0, 20);
        return Combinators.combine(Arbitraries.of(Deed.class), which)
                .as(Tuple::of)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
