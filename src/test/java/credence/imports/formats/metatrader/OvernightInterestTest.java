package credence.imports.formats.metatrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.value.Direction;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

/// Profits made up from a rate of 0.95 a tenth of a lot and night, by hand.
class OvernightInterestTest {

    private static final BigDecimal LOTS = new BigDecimal("0.1");
    // 6 to 10 January 2025 are Monday to Friday.
    private static final LocalDate MONDAY = LocalDate.parse("2025-01-06");

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }

    private static OvernightInterest of(String... nightsOfMonday) {
        OvernightInterest interest = new OvernightInterest();
        for (String profit : nightsOfMonday) {
            interest.add(
                    Direction.LONG, LOTS, MONDAY, MONDAY.plusDays(1), money(profit), money("3.17"));
        }
        interest.settle();
        return interest;
    }

    @Test
    void aWeekHasSevenNightsAndWednesdaysCountsThree() {
        assertEquals(1, OvernightInterest.nights(MONDAY, MONDAY.plusDays(1)));
        assertEquals(3, OvernightInterest.nights(MONDAY.plusDays(2), MONDAY.plusDays(3)));
        assertEquals(1, OvernightInterest.nights(MONDAY.plusDays(4), MONDAY.plusDays(7)));
        assertEquals(0, OvernightInterest.nights(MONDAY.plusDays(4), MONDAY.plusDays(6)));
        assertEquals(7, OvernightInterest.nights(MONDAY, MONDAY.plusDays(7)));
    }

    @Test
    void whatThreeTradesOfASideAgreeOnIsInterest() {
        OvernightInterest interest = of("4.12", "4.11", "4.12");

        // From Wednesday to Thursday: 3 × 0.95 = 2.85 on top of −24.61.
        assertEquals(
                money("2.85"),
                interest.of(
                        Direction.LONG,
                        LOTS,
                        MONDAY.plusDays(2),
                        MONDAY.plusDays(3),
                        money("-21.76"),
                        money("-24.61")));
    }

    @Test
    void nothingIsNamedWhereTradesDoNotAgreeOrAreTooFew() {
        LocalDate next = MONDAY.plusDays(1);
        OvernightInterest two = of("4.12", "4.12");
        assertNull(two.of(Direction.LONG, LOTS, MONDAY, next, money("4.12"), money("3.17")));
        OvernightInterest apart = of("4.12", "2.50", "9.00", "-1.00");
        assertNull(apart.of(Direction.LONG, LOTS, MONDAY, next, money("4.12"), money("3.17")));
        OvernightInterest agreed = of("4.12", "4.12", "4.12");
        assertNull(agreed.of(Direction.SHORT, LOTS, MONDAY, next, money("4.12"), money("3.17")));
        assertNull(agreed.of(Direction.LONG, LOTS, MONDAY, next, money("5.00"), money("3.17")));
        assertNull(agreed.of(Direction.LONG, LOTS, MONDAY, MONDAY, money("3.17"), money("3.17")));
    }
}
