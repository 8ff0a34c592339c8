package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fact;
import credence.core.fact.TradeOpened;
import credence.core.fact.TradeRecord;
import credence.core.ledger.Trade;
import credence.core.value.BotId;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// Seeds are in the calls; bounds are five standard errors of the closed form.
class ScenariosTest {

    private static double result(TradeRecord row) {
        return row.exit()
                .flatMap(TradeRecord.Exit::netPnl)
                .or(() -> row.mark().flatMap(TradeRecord.Mark::netPnl))
                .orElseThrow()
                .doubleValue();
    }

    @Test
    void theFleetHasTheStatedSizesAndWinRates() {
        Scenario fleet = Scenarios.fleet(1, 87);
        assertEquals(87, fleet.truth().size());
        double[] rates = fleet.truth().stream().mapToDouble(BotTruth::winRate).toArray();
        double p =
                new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(new NormalDistribution(null, 0.50, 0.05), rates);
        assertTrue(p > 1e-4, "p = " + p);
        int shorter = 0;
        for (BotTruth bot : fleet.truth()) {
            int n = fleet.rowsOf(bot.bot()).size();
            assertTrue(n >= 8 && n <= 600);
            // √(8 · 600) ≈ 69: half of a log-uniform sample lies below.
            shorter += n < 69 ? 1 : 0;
        }
        assertEquals(87 / 2.0, shorter, 5 * StrictMath.sqrt(87 / 4.0));
    }

    @Test
    void theFleetWinsWhatItsTruthSays() {
        double z = 0;
        Scenario fleet = Scenarios.fleet(2, 200);
        for (BotTruth bot : fleet.truth()) {
            List<TradeRecord> rows = fleet.rowsOf(bot.bot());
            long wins = rows.stream().filter(row -> result(row) > 0).count();
            double n = rows.size();
            z +=
                    StrictMath.pow(wins - n * bot.winRate(), 2)
                            / (n * bot.winRate() * (1 - bot.winRate()));
            assertEquals(2 * bot.winRate() - 1, bot.edge(), 1e-12);
        }
        assertEquals(200, z, 5 * StrictMath.sqrt(400));
    }

    @Test
    void resultsAreExactlyOneRAndCostsAreStated() {
        for (TradeRecord row : Scenarios.fleet(3, 5).rows()) {
            Trade trade = Trade.imported(row.opened(), row.exit().orElseThrow());
            assertEquals(0, trade.netPnl().orElseThrow().abs().compareTo(BigDecimal.ONE));
            assertEquals(trade.grossPnl(), trade.netPnl());
            assertTrue(trade.costsStated());
        }
    }

    @Test
    void theTurningBotTurns() {
        int before = 0;
        int after = 0;
        int runs = 40;
        for (int seed = 0; seed < runs; seed++) {
            Scenario scenario = Scenarios.turning(seed, 0);
            BotTruth bot = scenario.only(BotKind.DECAYING);
            List<TradeRecord> rows = scenario.rowsOf(bot.bot());
            assertEquals(420, rows.size());
            before += (int) rows.subList(0, 300).stream().filter(row -> result(row) > 0).count();
            after += (int) rows.subList(300, 420).stream().filter(row -> result(row) > 0).count();
            assertEquals(0.40, bot.winRate());
        }
        assertEquals(
                0.65, before / (300.0 * runs), 5 * StrictMath.sqrt(0.65 * 0.35 / (300.0 * runs)));
        assertEquals(0.40, after / (120.0 * runs), 5 * StrictMath.sqrt(0.4 * 0.6 / (120.0 * runs)));
    }

    @Test
    void theNeverCloserComesToItsEdge() {
        double sum = 0;
        int open = 0;
        int n = 0;
        for (int seed = 0; seed < 40; seed++) {
            Scenario scenario = Scenarios.neverCloser(seed, 0);
            BotTruth bot = scenario.only(BotKind.NEVER_CLOSER);
            // 0.92 · 0.5 − 0.08 · 10.5 = −0.38.
            assertEquals(-0.38, bot.edge(), 1e-12);
            for (TradeRecord row : scenario.rowsOf(bot.bot())) {
                sum += result(row);
                open += row.isOpen() ? 1 : 0;
                n++;
            }
        }
        // Variance: 0.92 · 0.25 + 0.08 · (10.5² + 10²) − 0.38² < 17.
        assertEquals(-0.38, sum / n, 5 * StrictMath.sqrt(17.0 / n));
        assertEquals(0.08, (double) open / n, 5 * StrictMath.sqrt(0.08 * 0.92 / n));
    }

    @Test
    void theHighWinRateLoserLosesOnAverage() {
        Scenario scenario = Scenarios.highWinRateLoser(1, 20);
        BotTruth bot = scenario.only(BotKind.HIGH_WIN_RATE_LOSER);
        // 0.95 · 0.02 − 0.05 = −0.031.
        assertEquals(-0.031, bot.edge(), 1e-12);
        assertEquals(600, scenario.rowsOf(bot.bot()).size());
        assertEquals(300, scenario.rowsOf(Scenarios.EVEN).size());
        assertEquals(22, scenario.truth().size());
    }

    @Test
    void theNullFleetHasNoSkill() {
        Scenario scenario = Scenarios.nullFleet(1, 87);
        assertTrue(scenario.truth().stream().allMatch(bot -> bot.edge() == 0));
        long wins = scenario.rows().stream().filter(row -> result(row) > 0).count();
        double n = scenario.rows().size();
        assertEquals(0.5, wins / n, 5 * StrictMath.sqrt(0.25 / n));
    }

    @Test
    void factsComeInFoldOrderAndNoTwoBotsShareAnEntry() {
        Scenario scenario = Scenarios.fleet(4, 87);
        List<Fact> facts = scenario.facts();
        assertEquals(facts.stream().sorted(Comparator.comparing(Fact::order)).toList(), facts);
        List<TradeOpened> opened =
                facts.stream()
                        .filter(TradeOpened.class::isInstance)
                        .map(TradeOpened.class::cast)
                        .toList();
        assertEquals(scenario.rows().size(), opened.size());
        assertEquals(opened.size(), opened.stream().map(TradeOpened::time).distinct().count());
        assertTrue(
                facts.stream().noneMatch(fact -> fact.order().knownAt().isAfter(scenario.end())));
    }

    @Test
    void oneSeedMakesOneScenario() {
        assertEquals(Scenarios.fleet(5, 10), Scenarios.fleet(5, 10));
        assertTrue(!Scenarios.fleet(5, 10).rows().equals(Scenarios.fleet(6, 10).rows()));
    }

    @Test
    void aKindThatIsNotThereIsAnError() {
        assertThrows(
                IllegalArgumentException.class, () -> Scenarios.fleet(1, 3).only(BotKind.LUCKY));
        assertEquals(new BotId("even"), Scenarios.EVEN);
    }
}
