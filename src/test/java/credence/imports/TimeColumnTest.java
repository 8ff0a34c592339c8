package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class TimeColumnTest {

    @TempDir Path folder;

    private ParsedFile fills(String zone, String... times) {
        StringBuilder text = new StringBuilder("time,bot,symbol,side,quantity,price\n");
        for (String time : times) {
            text.append('"').append(time).append("\",b,ETH,BUY,1,2\n");
        }
        return new Journal(folder)
                .read(
                        "f.csv",
                        text.toString(),
                        zone.isEmpty() ? Choices.NONE : Choices.NONE.zone(zone));
    }

    private static List<Instant> times(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        assertEquals(List.of(), file.refused());
        return file.rows().stream()
                .sorted(java.util.Comparator.comparingInt(ParsedFile.ParsedRow::line))
                .map(r -> ((Fill) r.row()).time())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-31T14:30:05Z|2026-01-31T14:30:05Z",
                "2026-01-31T14:30Z|2026-01-31T14:30:00Z",
                "2026-01-31 14:30:05.123456789+02:00|2026-01-31T12:30:05.123456789Z",
                "2026-01-31T14:30:05,5-0330|2026-01-31T18:00:05.5Z",
                "2026-01-31 14:30:05 UTC|2026-01-31T14:30:05Z",
                "2018-01-10 07:15:00+00:00|2018-01-10T07:15:00Z",
                "2026-04-02T14:00:00+0000|2026-04-02T14:00:00Z",
                "10/31/2026 21:13:23 +02:00|2026-10-31T19:13:23Z",
                "1767225600|2026-01-01T00:00:00Z",
                "1767225600123|2026-01-01T00:00:00.123Z",
                "1767225600123456|2026-01-01T00:00:00.123456Z",
                "1767225600123456789|2026-01-01T00:00:00.123456789Z",
                "1767225600.779|2026-01-01T00:00:00.779Z",
                "1767225600123.5|2026-01-01T00:00:00.123500Z"
            })
    void timesThatNameTheirZoneNeedNone(String text, Instant expected) {
        assertEquals(List.of(expected), times(fills("", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026.01.31 14:30:05|2026-01-31T12:30:05Z",
                "31.01.2026 14:30|2026-01-31T12:30:00Z",
                "31/01/2026 14:30:05|2026-01-31T12:30:05Z",
                "1/31/2026 2:30:05 PM|2026-01-31T12:30:05Z",
                "1/31/2026 12:05 AM|2026-01-30T22:05:00Z",
                "2024/3/14 16:00|2024-03-14T14:00:00Z",
                "20260131 14:30|2026-01-31T12:30:00Z",
                "20260131;143005|2026-01-31T12:30:05Z",
                "20260131 143005|2026-01-31T12:30:05Z",
                "31-Jan-2026 14:30:05|2026-01-31T12:30:05Z",
                "31 Jan 26 14:30|2026-01-31T12:30:00Z",
                "Jan. 31, 2026, 02:30 PM|2026-01-31T12:30:00Z",
                "Sept. 5, 2026, 12:31 AM|2026-09-04T21:31:00Z",
                "May 5, 2026, 10:10:57 PM|2026-05-05T19:10:57Z",
                "2026 April 21, 07:06|2026-04-21T04:06:00Z",
                "1/31/26 14:30:05|2026-01-31T12:30:05Z",
                "2026-01-31, 14:30:05|2026-01-31T12:30:05Z",
                "2026-07-31 14:30|2026-07-31T11:30:00Z",
                "2026-01-31|2026-01-30T22:00:00Z",
                "20260131|2026-01-30T22:00:00Z",
                "2026-01-31T14:30Z|2026-01-31T14:30:00Z"
            })
    void localTimesAreReadInTheZoneThatWasSaid(String text, Instant expected) {
        assertEquals(List.of(expected), times(fills("Europe/Helsinki", text)));
    }

    @Test
    void dayAndMonthAreSettledByTheWholeColumn() {
        assertEquals(
                List.of(
                        Instant.parse("2026-02-03T10:00:00Z"),
                        Instant.parse("2026-02-13T10:00:00Z")),
                times(fills("UTC", "03/02/2026 10:00", "13/02/2026 10:00")));
        assertEquals(
                List.of(
                        Instant.parse("2026-03-02T10:00:00Z"),
                        Instant.parse("2026-03-13T10:00:00Z")),
                times(fills("UTC", "03/02/2026 10:00", "03/13/2026 10:00")));
    }

    @Test
    void dayAndMonthThatNothingSettlesAreAsked() {
        ParsedFile file = fills("UTC", "03/02/2026 10:00", "04/02/2026 10:00");
        assertNotNull(file.error());
        assertTrue(
                file.error().reason().contains("which is the day and which the month"),
                file.error()::reason);
    }

    @Test
    void aTimeThatTheClocksSkippedIsRefused() {
        ParsedFile file = fills("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 03:30");
        assertEquals(1, file.rows().size());
        assertEquals("2026-03-29 02:30", file.refused().getFirst().value());
        assertTrue(file.refused().getFirst().reason().contains("does not exist in Europe/Berlin"));
    }

    @Test
    void aTimeThatTheClocksShowTwiceIsTheFirstAndIsSaid() {
        ParsedFile file = fills("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 03:30");
        assertEquals(
                List.of(
                        Instant.parse("2026-10-25T00:30:00Z"),
                        Instant.parse("2026-10-25T02:30:00Z")),
                times(file));
        assertTrue(file.notes().stream().anyMatch(n -> n.startsWith("1 time in column time ")));
    }
}
