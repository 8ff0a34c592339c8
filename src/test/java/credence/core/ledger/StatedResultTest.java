package credence.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.RowKey;
import credence.core.fact.TradeClosed;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

class StatedResultTest {

    private static Optional<StatedResult> of(
            String quantity,
            String multiplier,
            String entry,
            String exit,
            String costs,
            String net,
            String other) {
        TreeMap<String, String> extras = new TreeMap<>();
        if (other != null) {
            extras.put(Extra.STATED_PNL, other);
        }
        TradeRecord row =
                new TradeRecord(
                        new RowKey("r"),
                        1,
                        AccountId.DEFAULT,
                        new BotId("a"),
                        new Symbol("X"),
                        Direction.LONG,
                        Quantity.of(quantity),
                        Instant.EPOCH,
                        Price.of(entry),
                        Optional.of(
                                new TradeRecord.Exit(
                                        Instant.EPOCH,
                                        Price.of(exit),
                                        Optional.ofNullable(costs).map(BigDecimal::new),
                                        Optional.ofNullable(net).map(BigDecimal::new),
                                        Optional.empty(),
                                        Optional.empty(),
                                        ExitReason.UNKNOWN)),
                        Optional.empty(),
                        new BigDecimal(multiplier),
                        CurrencyCode.USD,
                        Optional.empty(),
                        Optional.empty(),
                        SourceClass.LIVE,
                        CallDetails.NONE,
                        extras);
        TradeClosed closed =
                (TradeClosed)
                        row.facts().stream()
                                .filter(TradeClosed.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        return StatedResult.of(
                closed.opened(),
                closed.exit(),
                closed.statedPnl(),
                Trade.imported(closed.opened(), closed.exit()));
    }

    /// By hand. Rounding: half a unit of the stated result's last place, of the costs', of both prices' (two places at least) times
    /// the size, and of a size of three places or more times the move.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // 2 MES, 10.25 points × 5: gross 102.50, costs 2.48: 100.02. Rounding 0.005 + 0.005
                // + 0.1.
                "2, 5, 5000.00, 5010.25, 2.48, 100.02, -, true, 0",
                "2, 5, 5000.00, 5010.25, 2.48, 100.13, -, true, 0.11",
                "2, 5, 5000.00, 5010.25, 2.48, 100.14, -, false, 0.12",
                // Costs counted twice by the source.
                "2, 5, 5000.00, 5010.25, 2.48, 97.54, -, false, -2.48",
                // A multiplier of 50 where the source means 5.
                "2, 50, 5000.00, 5010.25, 2.48, 100.02, -, false, -922.50",
                // No costs listed: a shortfall of up to 1 % of the turnover is what trading costs.
                "2, 5, 5000.00, 5010.25, -, 97.50, -, true, -5",
                "1, 1, 100.00, 110.00, -, 7.89, -, true, -2.11",
                "1, 1, 100.00, 110.00, -, 7.88, -, false, -2.12",
                // … and more than the prices give is none of them, past half a percent of
                // conversion.
                "1, 1, 100.00, 110.00, -, 10.06, -, true, 0.06",
                "1, 1, 100.00, 110.00, -, 10.08, -, false, 0.08",
                // Written in whole units, it may be half of one off.
                "1, 1, 100.00, 110.30, 0, 10, -, true, -0.3",
                // A size of three places may be rounded: 0.0005 × 10,000 of move.
                "0.123, 1, 20000, 30000, 0, 1225, -, true, -5",
                "0.12, 1, 20000, 30000, 0, 1195, -, false, -5",
                // Not said to be after costs: before or after, whichever is nearer.
                "2, 5, 5000.00, 5010.25, 2.48, -, 102.50, true, 0",
                "2, 5, 5000.00, 5010.25, 2.48, -, 100.02, true, 0",
                "2, 5, 5000.00, 5010.25, -, -, 105.00, false, 2.50",
                // Stated before costs, 9 of them counted off: 41 against 0.5 × 100 = 50.
                "0.5, 1, 90000, 90100, 9, 32, 41, false, -9",
                "0.5, 1, 90000, 90100, 9, 41, 50, true, 0",
            })
    void agreesWithinWhatRoundingExplains(
            String quantity,
            String multiplier,
            String entry,
            String exit,
            String costs,
            String net,
            String other,
            boolean agrees,
            BigDecimal difference) {
        StatedResult result =
                of(quantity, multiplier, entry, exit, costs, net, other).orElseThrow();
        assertEquals(0, difference.compareTo(result.difference()), () -> "" + result.difference());
        assertEquals(agrees, result.agrees());
    }

    @Test
    void whatIsStatedIsTheFilesOwnFigureNotTheOneCostsWereTakenOff() {
        StatedResult result = of("0.5", "1", "90000", "90100", "9", "32", "41").orElseThrow();

        assertEquals(new BigDecimal("41"), result.stated());
        assertEquals(0, new BigDecimal("50").compareTo(result.computed()));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = "-")
    void nothingStatedIsNothingToCompare(String nothing) {
        assertEquals(Optional.empty(), of("1", "1", "100", "110", nothing, nothing, nothing));
    }
}
