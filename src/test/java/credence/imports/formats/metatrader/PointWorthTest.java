package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.value.Direction;
import credence.imports.Multiplier;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

/// A tenth of a lot of USDJPY is 10,000 dollars, so that a yen is worth 10,000 ÷ the exit price: by hand.
class PointWorthTest {

    private static final BigDecimal LOTS = new BigDecimal("0.10");

    private static Multiplier row(
            PointWorth worth, Direction side, String entry, String exit, String profit) {
        return worth.of(
                "USDJPY",
                side,
                LOTS,
                new BigDecimal(entry),
                new BigDecimal(exit),
                new BigDecimal(profit));
    }

    private static void add(
            PointWorth worth, Direction side, String entry, String exit, String profit) {
        worth.add(
                "USDJPY",
                side,
                LOTS,
                new BigDecimal(entry),
                new BigDecimal(exit),
                new BigDecimal(profit));
    }

    @Test
    void aProfitOfTheOtherSignThanItsPricesTakesTheWorthOfTheOthers() {
        PointWorth worth = new PointWorth(false);
        add(worth, Direction.LONG, "150.00", "151.00", "66.23"); // 10,000 ÷ 151
        add(worth, Direction.SHORT, "110.00", "111.00", "-90.09"); // 10,000 ÷ 111
        add(worth, Direction.SHORT, "110.00", "109.00", "-90.09"); // would be a gain

        Multiplier of = row(worth, Direction.SHORT, "110.00", "109.00", "-90.09");

        assertEquals(Multiplier.Origin.FILE, of.origin());
        // 100,000 ÷ 109 = 917.43, to the four digits that the profits carry.
        assertEquals(917.43, of.value().doubleValue(), 0.1);
    }

    @Test
    void ofAlikeTradesTheWorthIsOneFigureAndTheContradictingOneTakesIt() {
        PointWorth worth = new PointWorth(false);
        add(worth, Direction.LONG, "1.10", "1.20", "1000.00");
        add(worth, Direction.LONG, "1.10", "1.20", "-1000.00");

        assertEquals(
                0,
                new BigDecimal("100000")
                        .compareTo(row(worth, Direction.LONG, "1.10", "1.20", "-1000.00").value()));
    }
}
