package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Sealed secrets. */
public abstract class SecretStoreContract extends StoreContract {
    /** For authors of stores. */
    protected SecretStoreContract() {}

    private void save(String name, byte[] sealed) {
        in(tx -> {
            tx.secrets().save(name, sealed);
            return true;
        });
    }

    private Optional<byte[]> find(String name) {
        return in(tx -> tx.secrets().find(name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsNothingThatWasNeverKept() {
        assertThat(find("TOKEN")).isEmpty();
    }

    @Test
    void keepsTheLatestBytesOfAName() {
        save("TOKEN", bytes("first"));
        save("TOKEN", bytes("second"));
        save("TOKEN", bytes("second"));
        assertThat(find("TOKEN")).hasValue(bytes("second"));
    }

    @Test
    void keepsEveryByteAsItIs() {
        var every = new byte[3 * 256];
        for (var at = 0; at < every.length; at++) {
            every[at] = (byte) at;
        }
        save("TOKEN", every);
        assertThat(find("TOKEN")).hasValue(every);
        save("TOKEN", new byte[0]);
        assertThat(find("TOKEN")).hasValue(new byte[0]);
    }

    @Test
    void keepsManyBytes() {
        var many = new byte[100_000];
        Arrays.fill(many, (byte) 0xa5);
        save("TOKEN", many);
        assertThat(find("TOKEN")).hasValue(many);
    }

    @Test
    void tellsNamesApartLetterByLetter() {
        var names = new String[] {"TOKEN", "token", "TOKEN ", "file:/run/secrets/tököken", "t".repeat(3_000)};
        for (var name : names) {
            save(name, bytes("of " + name.strip() + name.length()));
        }
        for (var name : names) {
            assertThat(find(name)).as(name).hasValue(bytes("of " + name.strip() + name.length()));
        }
    }

    @Test
    void forgetsANameAlone() {
        save("TOKEN", bytes("a"));
        save("OTHER", bytes("b"));
        assertThat(resultOf(tx -> tx.secrets().remove("TOKEN")).get()).isTrue();
        assertThat(resultOf(tx -> tx.secrets().remove("TOKEN")).get()).isFalse();
        assertThat(find("TOKEN")).isEmpty();
        assertThat(find("OTHER")).hasValue(bytes("b"));
        save("TOKEN", bytes("again"));
        assertThat(find("TOKEN")).hasValue(bytes("again"));
    }

    @Test
    void sharesNoArrayWithItsCallers() {
        var given = bytes("sealed");
        in(tx -> {
            tx.secrets().save("TOKEN", given);
            Arrays.fill(given, (byte) 0);
            Arrays.fill(tx.secrets().find("TOKEN").orElseThrow(), (byte) 0);
            return true;
        });
        find("TOKEN").ifPresent(found -> Arrays.fill(found, (byte) 0));
        assertThat(find("TOKEN")).hasValue(bytes("sealed"));
    }

    @Test
    void seesItsOwnWork() {
        save("TOKEN", bytes("before"));
        var seen = in(tx -> {
            tx.secrets().save("TOKEN", bytes("after"));
            tx.secrets().save("NEW", bytes("new"));
            tx.secrets().remove("NEW");
            return tx.secrets().find("NEW").isEmpty()
                    && Arrays.equals(tx.secrets().find("TOKEN").orElseThrow(), bytes("after"));
        });
        assertThat(seen).isTrue();
    }

    @Test
    void takesBackEveryChangeOnAThrow() {
        save("TOKEN", bytes("kept"));
        save("OTHER", bytes("other"));
        rolledBack(tx -> {
            tx.secrets().save("TOKEN", bytes("changed"));
            tx.secrets().remove("OTHER");
            tx.secrets().save("NEW", bytes("new"));
            return true;
        });
        assertThat(find("TOKEN")).hasValue(bytes("kept"));
        assertThat(find("OTHER")).hasValue(bytes("other"));
        assertThat(find("NEW")).isEmpty();
    }

    @Test
    void showsNothingUnfinishedToOtherThreads() throws Exception {
        save("TOKEN", bytes("kept"));
        var written = new CountDownLatch(1);
        var look = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> rolledBack(tx -> {
            tx.secrets().save("TOKEN", bytes("unfinished"));
            written.countDown();
            await(look);
            return true;
        }));
        assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        var reader = CompletableFuture.supplyAsync(() -> find("TOKEN"));
        look.countDown();
        writer.join();
        assertThat(reader.join()).hasValue(bytes("kept"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void keepsOneOfManyThatSaveAtOnce() {
        var number = new AtomicInteger();
        inThreads(() -> {
            for (var round = 0; round < 10; round++) {
                save("TOKEN", bytes("value " + number.incrementAndGet()));
            }
            return true;
        });
        assertThat(find("TOKEN").map(found -> new String(found, StandardCharsets.UTF_8)))
                .hasValueSatisfying(last -> assertThat(last).matches("value \\d{1,2}"));
    }
}
