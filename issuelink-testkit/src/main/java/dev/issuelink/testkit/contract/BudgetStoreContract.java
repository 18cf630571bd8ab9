package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.store.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Budgets that all nodes share. */
public abstract class BudgetStoreContract extends StoreContract {
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final Budget TWO = new Budget("two", 2, SPAN);
    private static final Budget ONE = new Budget("one", 1, SPAN);

    /** For authors of stores. */
    protected BudgetStoreContract() {}

    private Optional<Duration> spend(Budget... budgets) {
        return in(tx -> tx.budgets().trySpend(List.of(budgets)));
    }

    private Optional<Duration> wait(Budget... budgets) {
        return in(tx -> tx.budgets().untilFree(List.of(budgets)));
    }

    @Test
    void spendsNoMoreThanThereIs() {
        assertThat(spend(TWO)).isEmpty();
        assertThat(spend(TWO)).isEmpty();
        assertThat(spend(TWO)).isPresent();
        assertThat(spend(ONE)).as("another budget").isEmpty();
    }

    @Test
    void saysHowLongToWait() {
        spend(ONE);
        letPass(Duration.ofSeconds(20));
        assertThat(spend(ONE).orElseThrow()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void beginsAnewWhenTheSpanIsOver() {
        spend(ONE);
        letPass(SPAN);
        assertThat(spend(ONE)).isEmpty();
        assertThat(spend(ONE)).isPresent();
    }

    @Test
    void spendsOfAllOrOfNone() {
        spend(ONE);
        assertThat(spend(TWO, ONE)).isPresent();
        assertThat(spend(TWO)).isEmpty();
        assertThat(spend(TWO)).as("the refused attempt took nothing").isEmpty();
    }

    @Test
    void spendsNothingByAsking() {
        assertThat(wait(ONE)).isEmpty();
        assertThat(wait(ONE)).isEmpty();
        assertThat(spend(ONE)).isEmpty();
        assertThat(wait(TWO, ONE)).isPresent();
    }

    @Test
    void countsAgainstAnotherSize() {
        spend(TWO);
        assertThat(spend(new Budget("two", 1, SPAN))).isPresent();
        assertThat(spend(new Budget("two", 5, SPAN))).isEmpty();
    }

    @Test
    void refusesWhatMayNeverHappen() {
        assertThat(spend(new Budget("never", 0, SPAN))).contains(SPAN);
    }

    @Test
    void letsNoMoreThreadsSpendThanThereIs() {
        var answers = inThreads(() -> spend(TWO));
        assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(2);
    }

    @Test
    void refusesBudgetsThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget("x", -1, SPAN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget("x", 1, Duration.ZERO));
    }
}
