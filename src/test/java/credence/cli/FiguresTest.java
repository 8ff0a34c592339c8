package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.value.Estimate;
import credence.core.value.Status;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;

class FiguresTest {

    @Test
    void aShareStandsWithItsInterval() {
        assertEquals(
                "52.3 % (49.1–55.4)", Figures.share(Estimate.of(0.52319, 0.49101, 0.554, 812), 1));
    }

    @Test
    void aChangeCarriesItsSignAndARealMinus() {
        assertEquals("−0.05 (−0.20…+0.10)", Figures.change(Estimate.of(-0.05, -0.2, 0.1, 30), 2));
    }

    @Test
    void aChangeThatRoundsToZeroHasNoSign() {
        assertEquals("0.00", Figures.signed(-0.0004, 2));
        assertEquals("0.00", Figures.signed(0.0004, 2));
    }

    @Test
    void whereThereIsNoNumberTheReasonStands() {
        assertEquals("too few", Figures.share(Estimate.none(Status.TOO_FEW, 1), 1));
        assertEquals("no data", Figures.probability(Estimate.none(Status.NO_DATA, 0)));
    }

    @Test
    void aProbabilityIsNeverRoundedToCertainty() {
        assertEquals(">0.99", Figures.probability(Estimate.exact(0.9991, 400)));
        assertEquals("<0.01", Figures.probability(Estimate.exact(0.0004, 400)));
        assertEquals("0.50", Figures.probability(Estimate.exact(0.5, 0)));
    }

    @Test
    void moneyIsRoundedForReadingAndQuantitiesAreNot() {
        assertEquals("−7,554.23", Figures.amount(new BigDecimal("-7554.2300"), 2));
        assertEquals("0.00065", Figures.exact(new BigDecimal("0.000650")));
        assertEquals("1000", Figures.exact(new BigDecimal("1E+3")));
    }

    @Test
    void timesAreUtcToTheMinute() {
        assertEquals("2025-03-31 08:15", Figures.minute(Instant.parse("2025-03-31T08:15:59Z")));
        assertEquals("–", Figures.minute(null));
    }

    @Test
    void sizesHaveTheUnitThatFits() {
        assertEquals("1 byte", Figures.bytes(1));
        assertEquals("1.5 KiB", Figures.bytes(1536));
        assertEquals("2.0 MiB", Figures.bytes(2L << 20));
    }
}
