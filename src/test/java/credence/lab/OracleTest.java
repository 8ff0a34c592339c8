package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import credence.core.fact.TradeRecord;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Expected values: midpoint rule with 200,000 cells in Python, summed exactly (`math.fsum`).
class OracleTest {

    private final Oracle oracle = Oracle.ofFleet();

    @Test
    void posteriorMeansAreThoseOfAFinerIntegration() {
        assertEquals(0.5, oracle.winRate(0, 0), 1e-9);
        assertEquals(0.5375160675324664, oracle.winRate(8, 8), 1e-9);
        assertEquals(0.5521442578963652, oracle.winRate(30, 45), 1e-9);
        assertEquals(0.6295186594092869, oracle.winRate(390, 600), 1e-9);
        assertEquals(0.4141177124645006, oracle.winRate(240, 600), 1e-9);
    }

    /// Mean squared error of the oracle must be below that of the raw win rate and of the law's mean: seed 9, 500 bots.
    @Test
    void itIsNearerToTheTruthThanTheRawWinRate() {
        Scenario fleet = Scenarios.fleet(9, 500);
        double oracles = 0;
        double raw = 0;
        double law = 0;
        for (BotTruth bot : fleet.truth()) {
            List<TradeRecord> rows = fleet.rowsOf(bot.bot());
            int wins =
                    (int)
                            rows.stream()
                                    .filter(
                                            row ->
                                                    row.exit()
                                                                    .orElseThrow()
                                                                    .netPnl()
                                                                    .orElseThrow()
                                                                    .signum()
                                                            > 0)
                                    .count();
            oracles += StrictMath.pow(oracle.winRate(wins, rows.size()) - bot.winRate(), 2);
            raw += StrictMath.pow((double) wins / rows.size() - bot.winRate(), 2);
            law += StrictMath.pow(0.5 - bot.winRate(), 2);
        }
        assertEquals(Math.min(oracles, Math.min(raw, law)), oracles);
    }

    @Test
    void moreWinsThanTradesAreAnError() {
        assertThrows(IllegalArgumentException.class, () -> oracle.winRate(2, 1));
    }
}
