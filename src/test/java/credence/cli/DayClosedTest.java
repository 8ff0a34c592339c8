package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class DayClosedTest {

    /// A day of New York in summer closes at 04:00 UTC of the next date, one of Tokyo at 15:00 of its own, one of UTC at midnight.
    @Test
    void aDailyCandleIsCalledByItsDayWhereverItsMidnightLies() {
        assertEquals("2008-09-17", Figures.dayClosed(Instant.parse("2008-09-18T04:00:00Z")));
        assertEquals("2008-09-17", Figures.dayClosed(Instant.parse("2008-09-17T15:00:00Z")));
        assertEquals("2008-09-17", Figures.dayClosed(Instant.parse("2008-09-18T00:00:00Z")));
    }
}
