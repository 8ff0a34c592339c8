package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class CalendarTicksTest {

    @Test
    void monthsOfAYearBeginOnTheirFirstDayInTheZone() {
        List<CalendarTicks.Tick> ticks =
                ticks("Asia/Shanghai", "2023-11-10T00:00:00Z", "2024-05-10T00:00:00Z", 8);
        assertEquals(
                List.of("Dec\n2023", "Jan\n2024", "Feb", "Mar", "Apr", "May"),
                ticks.stream().map(CalendarTicks.Tick::label).toList());
        assertEquals(Instant.parse("2023-11-30T16:00:00Z").toEpochMilli(), ticks.getFirst().time());
    }

    @Test
    void hoursStayOnTheLocalFullHourWhenClocksChange() {
        // Berlin went from 02:00 to 03:00 on 2024-03-31.
        List<CalendarTicks.Tick> ticks =
                ticks("Europe/Berlin", "2024-03-30T20:00:00Z", "2024-03-31T12:00:00Z", 5);
        assertEquals(
                List.of("00:00\n31 Mar 2024", "06:00", "12:00"),
                ticks.stream().map(CalendarTicks.Tick::label).toList());
        assertEquals(
                List.of(
                        Instant.parse("2024-03-30T23:00:00Z").toEpochMilli(),
                        Instant.parse("2024-03-31T04:00:00Z").toEpochMilli(),
                        Instant.parse("2024-03-31T10:00:00Z").toEpochMilli()),
                ticks.stream().map(CalendarTicks.Tick::time).toList());
    }

    @Test
    void noHourIsNamedTwiceInTheNightThatLosesOne() {
        List<CalendarTicks.Tick> ticks =
                ticks("Europe/Berlin", "2024-03-31T00:00:00Z", "2024-03-31T04:00:00Z", 6);
        assertEquals(
                List.of("01:00\n31 Mar 2024", "03:00", "04:00", "05:00", "06:00"),
                ticks.stream().map(CalendarTicks.Tick::label).toList());
    }

    @Test
    void aStretchOfAnyLengthGetsAFewTicksInOrder() {
        Instant start = Instant.parse("2021-02-03T04:05:06.789Z");
        for (long seconds = 2; seconds < 3_000_000_000L; seconds = seconds * 3 + 1) {
            TimeRange range = TimeRange.of(start, start.plusSeconds(seconds));
            List<CalendarTicks.Tick> ticks =
                    new CalendarTicks(ZoneId.of("America/New_York")).ticks(range, 8);
            String what = "over " + seconds + " s: " + ticks;
            assertTrue(ticks.size() >= 1 && ticks.size() <= 10, what);
            for (int i = 0; i < ticks.size(); i++) {
                assertTrue(range.contains(ticks.get(i).time()), what);
                assertTrue(i == 0 || ticks.get(i).time() > ticks.get(i - 1).time(), what);
            }
        }
    }

    private static List<CalendarTicks.Tick> ticks(String zone, String from, String to, int count) {
        TimeRange range = TimeRange.of(Instant.parse(from), Instant.parse(to));
        return new CalendarTicks(ZoneId.of(zone)).ticks(range, count);
    }
}
