package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.secret.Seed;
import dev.issuelink.core.internal.guard.secret.Seeds;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeededSecretsTest {
    private static final int SEEDS = 500;
    private static final int FIXED = 20260401;

    private final Sanitizer sanitizer = new Sanitizer(List::of, unchanged -> unchanged);

    @Test
    void noneOfFiveHundredSecretsIsLeftInValues() {
        var random = new Random(FIXED);
        var leaked = new ArrayList<String>();
        for (var seed : Seeds.make(SEEDS, random)) {
            var carrier = Carrier.values()[random.nextInt(Carrier.values().length)];
            var text = carrier.with(carrier == Carrier.DOCUMENT ? Rendering.JSON.of(seed) : seed.text());
            var event = new DatabaseEvent(
                    new EventType("import.failed"),
                    ObjectReference.of(ObjectType.TABLE, Carrier.NAME.with(seed.text())),
                    EventAttributes.of(Map.of("report", Map.of("lines", List.of(text)), seed.text(), 1)),
                    Instant.EPOCH);
            var safe = sanitizer.sanitize("Tracker", event, path -> false).event();
            var all = safe.object().name() + " " + safe.object().qualifiedName() + " "
                    + safe.attributes().asMap();
            if (Leaks.isIn(all, seed.secret())) {
                leaked.add(carrier + " " + seed + "\n  " + all);
            }
        }
        System.out.println("figure leaked_secrets_values " + leaked.size());
        assertThat(leaked).isEmpty();
    }

    @Test
    void noneOfFiveHundredSecretsIsLeftInTheFinishedText() {
        var random = new Random(FIXED);
        var seeds = Seeds.make(SEEDS, random);
        var leaked = new ArrayList<String>();
        for (var seed : seeds) {
            var carrier = Carrier.values()[random.nextInt(Carrier.values().length)];
            var rendering = Rendering.values()[random.nextInt(Rendering.values().length)];
            var text = carrier.with(rendering.of(seed));
            var written = written(text);
            if (Leaks.isIn(written, seed.secret())) {
                leaked.add(carrier + " " + rendering + " " + seed + "\n  " + written);
            }
        }
        System.out.println("figure seeded_secrets " + seeds.size());
        System.out.println("figure seeded_formats "
                + seeds.stream().map(Seed::format).distinct().count());
        System.out.println("figure leaked_secrets " + leaked.size());
        assertThat(leaked).isEmpty();
    }

    @Test
    void everySecretIsFoundInEveryRendering() {
        var random = new Random(FIXED + 1);
        var leaked = new ArrayList<String>();
        for (var seed : Seeds.make(Seeds.size(), random)) {
            for (var rendering : Rendering.values()) {
                var written = written(Carrier.ADVICE.with(rendering.of(seed)));
                if (Leaks.isIn(written, seed.secret())) {
                    leaked.add(rendering + " " + seed + "\n  " + written);
                }
            }
        }
        assertThat(leaked).isEmpty();
    }

    @Test
    void theSearchForLeaksFindsThem() {
        var random = new Random(FIXED + 2);
        for (var seed : Seeds.make(Seeds.size(), random)) {
            for (var rendering : Rendering.values()) {
                assertThat(Leaks.isIn(Carrier.ERROR.with(rendering.of(seed)), seed.secret()))
                        .as("%s %s", rendering, seed)
                        .isTrue();
            }
        }
    }

    private String written(String text) {
        var draft = IssueDraft.builder("Import failed").body(text).build();
        var safe = sanitizer.sanitize("Tracker", new Write.CreateIssue(draft, List.of()));
        return ((Write.CreateIssue) safe.write()).draft().body();
    }
}
