package credence.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.BrainObserver;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.Fact;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.lab.SimulatedBot;
import credence.lab.Simulation;
import credence.lab.SimulationParameters;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// What the board says of the sample fleet must be what its README says the program should conclude.
class SampleFleetTest {

    private static TrustBoard board;

    @BeforeAll
    static void fold() {
        Simulation simulation = Simulation.of(SimulationParameters.SAMPLE);
        List<Fact> facts =
                Stream.concat(
                                simulation.bots().stream()
                                        .map(SimulatedBot::rows)
                                        .flatMap(List::stream)
                                        .flatMap(row -> row.facts().stream()),
                                simulation.predictions().stream()
                                        .flatMap(row -> row.facts().stream()))
                        .toList();
        board =
                TrustBoard.of(
                        new Replay(facts).fold(Configuration.DEFAULT, BrainObserver.NONE).state());
    }

    private static BotTrust bot(String name) {
        return board.bots().stream()
                .filter(bot -> bot.bot().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double merit(String name) {
        return bot(name).probabilityOfEdge().optionalValue().orElseThrow();
    }

    private static double accuracy(String name) {
        return bot(name).accuracy().optionalValue().orElseThrow();
    }

    private static double rawWinRate(String name) {
        return (double) bot(name).wins() / bot(name).trades();
    }

    @Test
    void botsWithATrueEdgeLeadTheBoard() {
        for (String good :
                List.of("harbor-es-opening", "sparrow-eth-pullback", "loom-mnq-adaptive")) {
            assertTrue(merit(good) > 0.9, () -> good + " " + merit(good));
        }
    }

    @Test
    void hiddenAndSteadyLosersStandBelowTheHonestEvenBot() {
        double even = merit("plumb-es-meanrev");
        for (String bad :
                List.of(
                        "patience-btc-grid",
                        "penny-eth-scalper",
                        "drift-mnq-reversal",
                        "meridian-btc-momentum")) {
            assertTrue(merit(bad) < 0.25 && merit(bad) < even, () -> bad + " " + merit(bad));
        }
        assertTrue(even > 0.1 && even < 0.9, () -> "even " + even);
        assertTrue(even < merit("harbor-es-opening"));
    }

    @Test
    void aPerfectRecordWithOpenLosersEarnsNoMoney() {
        assertEquals(1.0, rawWinRate("patience-btc-grid"));
        assertEquals(17, bot("patience-btc-grid").openTrades());
        assertEquals(0.0, bot("patience-btc-grid").effectiveWeight().optionalValue().orElseThrow());
    }

    @Test
    void whatABotIsNowCountsMoreThanWhatItWas() {
        assertTrue(rawWinRate("meridian-btc-momentum") > 0.55);
        assertTrue(accuracy("meridian-btc-momentum") < 0.5);
        assertTrue(accuracy("loom-mnq-adaptive") > rawWinRate("loom-mnq-adaptive"));
    }

    @Test
    void aShortLuckyRecordIsShrunk() {
        assertTrue(accuracy("comet-eth-news") < rawWinRate("comet-eth-news"));
        double low = assertNotNullValue(bot("comet-eth-news").expectancyR().low());
        assertTrue(low < 0, () -> "nobody can be sure of it: " + low);
    }

    @Test
    void theTwoNamesOfOneBotGetOneBelief() {
        BotTrust anvil = bot("anvil-btc-breakout");
        BotTrust forge = bot("forge-btc-breakout");
        assertEquals(anvil.accuracy(), forge.accuracy());
        assertEquals(anvil.expectancyR(), forge.expectancyR());
        assertEquals(anvil.probabilityOfEdge(), forge.probabilityOfEdge());
        assertNotNull(anvil.duplicateClass());
        assertEquals(anvil.duplicateClass(), forge.duplicateClass());
    }

    @Test
    void costsThatAreNotInTheFileAreMarked() {
        for (BotTrust bot : board.bots()) {
            boolean silent =
                    List.of(
                                    "anvil-btc-breakout",
                                    "forge-btc-breakout",
                                    "comet-eth-news",
                                    "seasons-eth-trend")
                            .contains(bot.bot().name());
            assertEquals(silent, bot.noCostsInFile(), bot.bot().name());
        }
    }

    private static double assertNotNullValue(@org.jspecify.annotations.Nullable Double value) {
        assertNotNull(value);
        return value;
    }
}
