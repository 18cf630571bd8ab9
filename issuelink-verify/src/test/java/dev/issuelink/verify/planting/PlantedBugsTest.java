package dev.issuelink.verify.planting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bugs that adapters of others had are planted in ours, one at a time; the contract catches each. Without them it is
 * green, by the same means.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedBugsTest {
    private Nursery nursery;
    private int caught;

    @BeforeAll
    void open(@TempDir Path folder) {
        nursery = new Nursery(folder);
    }

    @AfterAll
    void tell() {
        System.out.println("figure planted_bugs_caught " + caught);
    }

    static Stream<Planting> plantings() {
        return Plantings.ALL.stream();
    }

    static Stream<Planting.Suite> suites() {
        return Plantings.ALL.stream().map(Planting::suite).distinct();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void whatIsNotTouchedIsGreen(Planting.Suite suite) {
        var run = nursery.run(suite);
        assertThat(run.failures()).isEmpty();
        assertThat(run.passed()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("plantings")
    void theContractCatches(Planting planting) {
        var run = nursery.run(planting);
        assertThat(run.failures())
                .as("what failed because of \"%s\"", planting)
                .extracting(ContractRun.Failure::test)
                .contains(planting.caughtBy());
        assertThat(run.passed())
                .as("what \"%s\" does not concern: the tracker itself works", planting)
                .isNotEmpty();
        caught++;
    }
}
