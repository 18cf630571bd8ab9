package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are written into tables. */
class ValuesTest {
    @Property(tries = 500)
    void textComesBackAsItWas(@ForAll @CharRange(from = 0, to = '\uffff') String text) {
        var encoded = Texts.encode(text);
        assertThat(Texts.decode(encoded)).isEqualTo(text);
        assertThat(encoded).doesNotContain("\0");
        assertThat(new String(encoded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(encoded);
    }

    @Property(tries = 500)
    void textOfOddLettersComesBackAsItWas(@ForAll @Chars({0, 0x1a, '0', 'a', '\ud83d', '\ude00'}) String text) {
        textComesBackAsItWas(text);
    }

    @Test
    void plainTextIsLeftAlone() {
        assertThat(Texts.encode("größe 表 🚀\n")).isEqualTo("größe 表 🚀\n");
    }

    @Property(tries = 500)
    void linesComeBackAsTheyWere(@ForAll @Size(max = 5) List<@Chars({'\\', 'n', '\n', 'x'}) String> texts) {
        assertThat(Texts.ofLines(Texts.lines(texts))).isEqualTo(texts);
    }

    @Property(tries = 1_000)
    void idsComeBackAndSortAsStringsDo(
            @ForAll @Chars({0, 'A', 'a', 0x7f, 0x80, 0x7ff, 0x800, '\ud83d', '\ude00', '\ue000', '\uffff'}) String one,
            @ForAll @Chars({0, 'A', 'a', 0x7f, 0x80, 0x7ff, 0x800, '\ud83d', '\ude00', '\ue000', '\uffff'})
                    String other) {
        assertThat(SortedId.decode(SortedId.encode(one))).isEqualTo(one);
        assertThat(Integer.signum(Arrays.compareUnsigned(SortedId.encode(one), SortedId.encode(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Test
    void idsThatNoIndexTakesAreRefused() {
        assertThat(SortedId.checked("x".repeat(1_000))).hasSize(1_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SortedId.checked("表".repeat(334)))
                .withMessageContaining("at most 1000 bytes, not 1002");
    }

    @Test
    void keysTellPartsApart() {
        assertThat(Key.of("ab", "c").bytes()).isNotEqualTo(Key.of("a", "bc").bytes());
        assertThat(Key.of("ab", "c").bytes())
                .isEqualTo(Key.of("ab", "c").bytes())
                .hasSize(32);
    }

    @Property(tries = 500)
    void timesComeBackAsTheyWere(@ForAll @LongRange(min = Long.MIN_VALUE + 1_000_000_000L) long stored) {
        assertThat(Times.exactly(Times.instant(stored))).isEqualTo(stored);
    }

    @Test
    void timesThatDoNotFitAreRefusedOrBound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.exactly(Instant.MAX))
                .withMessageContaining("2262");
        assertThat(Times.bound(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
        assertThat(Times.bound(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
        assertThat(Times.plus(1, Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(Times.plus(1, Duration.ofNanos(2))).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuelink_", "il", "ops.issuelink_", "Ops2._x"})
    void tablesMayBeNamedSo(String place) {
        if (place.equals("Ops2._x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> TableNames.of(place, new PostgresqlDialect()));
        } else {
            assertThat(TableNames.of(place, new PostgresqlDialect())).hasToString(place);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A_",
                "a-b",
                "x; DROP TABLE y; --",
                "a.b.c",
                "a\"b.c",
                "1a",
                "abcdefghijabcdefghijabcdefghijk"
            })
    void tablesMayNotBeNamedSo(String place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableNames.of(place, new PostgresqlDialect()))
                .withMessageContaining("as in ops.issuelink_");
    }

    @Test
    void namesAreFilledIn() {
        var names = TableNames.of("Ops.il_", new PostgresqlDialect());
        assertThat(names.fill("SELECT 1 FROM {link} {for update}"))
                .isEqualTo("SELECT 1 FROM \"Ops\".il_link FOR UPDATE");
    }
}
