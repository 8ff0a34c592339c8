package credence.imports.formats.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.random.Draws;
import credence.imports.Journal;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Nothing that is wrong with bars is swallowed: it is refused with line, value, rule and remedy, or mended and said.
class BadBarsTest {

    private static final String HEADER = "time,open,high,low,close,volume\n";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0,12,9,11,5     |open  |0    |above zero
                    10,12,-9,11,5   |low   |-9   |above zero
                    10,12,0,11,5    |low   |0    |above zero
                    10,8,9,10,5     |low   |9    |low lies above the high
                    10,12,10.5,11,5 |low   |10.5 |between low and high
                    10,10.5,9,11,5  |high  |10.5 |between low and high
                    10,12,9,11,-5   |volume|-5   |volume below zero
                    10,NaN,9,11,5   |high  |NaN  |not a number
                    10,12,9,inf,5   |close |inf  |not a number
                    10,12,9,,5      |close |''   |missing
                    10,12,9,x1,5    |close |x1   |not a number
                    """)
    void aBarWithAFigureThatCannotBeIsRefused(
            String figures, String column, String value, String rule) {
        ParsedFile file =
                read(
                        HEADER
                                + "2026-01-05T10:00:00Z,10,12,9,11,5\n"
                                + "2026-01-05T11:00:00Z,"
                                + figures.strip()
                                + "\n2026-01-05T12:00:00Z,10,12,9,11,5\n",
                        "PT1H");
        assertEquals(2, file.rows().size());
        Refusal refusal = file.refused().getFirst();
        assertEquals(3, refusal.line());
        assertEquals(column.strip(), refusal.column());
        assertEquals(value.strip(), refusal.value());
        assertTrue(refusal.reason().contains(rule), refusal::reason);
        assertFalse(refusal.remedy().isEmpty());
    }

    @Test
    void barsOutOfOrderArePutInOrderAndSaid() {
        ParsedFile file = hours("10:00", "12:00", "11:00", "13:00");
        assertEquals(4, file.rows().size());
        assertTimes(file, "10:00", "11:00", "12:00", "13:00");
        String note = note(file, "goes back in time once, first in line 4");
        assertTrue(note.contains("--zone"), note);
    }

    @Test
    void aFileFromTheNewestToTheOldestIsReadLikeAnyOther() {
        ParsedFile file = hours("13:00", "12:00", "11:00", "10:00");
        assertTimes(file, "10:00", "11:00", "12:00", "13:00");
        assertTrue(file.notes().isEmpty(), () -> "" + file.notes());
    }

    @Test
    void theSameBarAgainIsCountedAndAnotherOfItsTimeRefused() {
        ParsedFile file =
                read(
                        HEADER
                                + "2026-01-05T10:00:00Z,10,12,9,11,5\n"
                                + "2026-01-05T11:00:00Z,10,12,9,11,5\n"
                                + "2026-01-05T11:00:00Z,10.0,12,9,11,5\n"
                                + "2026-01-05T11:00:00Z,10,12,9,10,5\n",
                        "");
        assertEquals(2, file.rows().size());
        assertEquals("the same bar again", file.skipped().getFirst().reason());
        Refusal refusal = file.refused().getFirst();
        assertEquals(5, refusal.line());
        assertEquals("2026-01-05T11:00:00Z", refusal.value());
        assertTrue(refusal.reason().contains("Line 3 has another bar"), refusal::reason);
    }

    @Test
    void barsThatOverlapAreRefused() {
        // Bars of 7 hours have no grid: 24 is no multiple of 7.
        ParsedFile file = hours("00:00", "07:00", "14:00", "16:00", "21:00");
        assertTimes(file, "00:00", "07:00", "14:00", "21:00");
        Refusal refusal = file.refused().getFirst();
        assertEquals(5, refusal.line());
        assertTrue(refusal.reason().contains("2 hours apart and last 7 hours"), refusal::reason);
        assertTrue(refusal.remedy().contains("Split"), refusal::remedy);
    }

    @Test
    void theBarBesideTheGridIsRefusedAndNotTheGoodOneAfterIt() {
        ParsedFile file = hours("02:00", "02:15", "02:37", "02:45", "03:00", "03:15");
        assertTimes(file, "02:00", "02:15", "02:45", "03:00", "03:15");
        assertEquals(1, file.refused().size());
        Refusal refusal = file.refused().getFirst();
        assertEquals(4, refusal.line());
        assertEquals("time", refusal.column());
        assertEquals("2026-01-05T02:37:00Z", refusal.value());
        assertTrue(refusal.reason().contains("off the grid"), refusal::reason);
        assertTrue(refusal.reason().contains("2026-01-05T02:30:00Z"), refusal::reason);
        assertTrue(refusal.remedy().contains("Correct its time"), refusal::remedy);
    }

    @Test
    void aFirstOrLastBarBesideTheGridAndADayAtNoonAreRefusedToo() {
        assertTimes(hours("01:52", "02:00", "02:15", "02:30", "02:50"), "02:00", "02:15", "02:30");
        ParsedFile days =
                read(
                        HEADER
                                + "2026-01-05T00:00:00Z,10,12,9,11,5\n"
                                + "2026-01-06T00:00:00Z,10,12,9,11,5\n"
                                + "2026-01-06T12:00:00Z,10,12,9,11,5\n"
                                + "2026-01-07T00:00:00Z,10,12,9,11,5\n"
                                + "2026-01-08T00:00:00Z,10,12,9,11,5\n"
                                + "2026-01-09T00:00:00Z,10,12,9,11,5\n",
                        "");
        assertEquals(5, bars(days).size());
        assertEquals(4, days.refused().getFirst().line());
    }

    @Test
    void barsOfFourHoursThatMoveWithSummerTimeAreRead() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int day = 1; day <= 28; day++) {
            for (String hour : List.of("09:30", "13:30")) {
                text.append("2026-03-%02d %s,10,12,9,11,5\n".formatted(day, hour));
            }
        }
        ParsedFile file =
                new Journal(folder).readBars("b.csv", text.toString(), "America/New_York", "PT4H");
        assertEquals(56, bars(file).size(), () -> "" + file.refused());
    }

    @ParameterizedTest
    @CsvSource({
        // first stretch, its bars, second stretch, its bars, line of the change
        "60, 200, 15, 500, 202",
        "15, 500, 60, 200, 502",
        "60, 500, 15, 200, 502",
        "15, 200, 60, 500, 202",
        "60, 20, 15, 1000, 22",
        "60, 12, 15, 13, 14",
        "1440, 30, 60, 300, 32",
        "5, 300, 15, 20, 302",
    })
    void aFileOfTwoIntervalsIsRefusedWithTheLineWhereItChanges(
            int first, int many, int second, int more, int line) {
        ParsedFile file = read(twoIntervals(first, many, second, more), "");
        assertNotNull(file.error());
        assertEquals(line, file.error().line());
        assertTrue(file.error().reason().contains("two intervals"), file.error()::reason);
        assertTrue(file.error().remedy().contains("Split"), file.error()::remedy);
        assertTrue(file.error().remedy().contains("--interval"), file.error()::remedy);
        assertEquals(0, file.rows().size());
    }

    @Test
    void sayingTheIntervalDoesNotMakeTwoOfThemOne() {
        String text = twoIntervals(60, 200, 15, 500);
        assertNotNull(read(text, "PT15M").error());
        assertNotNull(read(text, "PT1H").error());
    }

    @Test
    void aFileInWhichBarsAreOftenMissingIsNoFileOfTwoIntervals() {
        StringBuilder text = new StringBuilder(HEADER);
        Instant start = Instant.parse("2026-01-05T00:00:00Z");
        int bars = 0;
        var draws = Draws.of(7, "missing").at("bars").inOrder();
        for (int minute = 0; minute < 20_000; minute++) {
            if (draws.happens(0.6)) {
                text.append(start.plus(Duration.ofMinutes(minute))).append(",10,12,9,11,5\n");
                bars++;
            }
        }
        assertEquals(bars, bars(read(text.toString(), "")).size());
    }

    /// Bars of `first` minutes, then of `second` ones.
    private static String twoIntervals(int first, int many, int second, int more) {
        StringBuilder text = new StringBuilder(HEADER);
        Instant time = Instant.parse("2026-01-05T00:00:00Z");
        for (int i = 0; i < many + more; i++) {
            text.append(time).append(",10,12,9,11,5\n");
            time = time.plus(Duration.ofMinutes(i < many ? first : second));
        }
        return text.toString();
    }

    @Test
    void barsBefore1900AndBarsThatCloseAfterTheLatestMomentAreRefused() {
        String text =
                HEADER
                        + "1899-12-31T10:00:00Z,10,12,9,11,5\n"
                        + "2026-01-05T10:00:00Z,10,12,9,11,5\n"
                        + "2026-01-05T11:00:00Z,10,12,9,11,5\n"
                        + "2026-01-05T12:00:00Z,10,12,9,11,5\n"
                        + "2100-01-01T00:00:00Z,10,12,9,11,5\n";
        ParsedFile file =
                StandardFormats.reader()
                        .readBars(
                                new Journal(folder)
                                        .write("b.csv", text.getBytes(StandardCharsets.UTF_8)),
                                Journal.bars("", "")
                                        .closingBy(Instant.parse("2026-01-05T12:30:00Z")),
                                Progress.NONE);
        assertTimes(file, "10:00", "11:00");
        assertEquals(List.of(2L, 5L, 6L), file.refused().stream().map(Refusal::line).toList());
        assertTrue(file.refused().get(0).reason().contains("before 1900"));
        for (Refusal refusal : file.refused().subList(1, 3)) {
            assertTrue(refusal.reason().contains("more than a day after the present"));
            assertTrue(refusal.remedy().contains("Correct its time"));
        }
        assertEquals("2100-01-01T00:00:00Z", file.refused().get(2).value());
    }

    @Test
    void timesThatBeginToNameAZoneInTheMiddleRefuseTheFile() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.csv",
                                HEADER
                                        + "2026-01-05 10:00,10,12,9,11,5\n"
                                        + "2026-01-05 11:00,10,12,9,11,5\n"
                                        + "2026-01-05T12:00:00+02:00,10,12,9,11,5\n",
                                "UTC",
                                "");
        assertNotNull(file.error());
        assertEquals(4, file.error().line());
        assertTrue(file.error().remedy().contains("Split"), file.error()::remedy);
    }

    @Test
    void aZoneThatChangesUnsaidShowsAsTimesThatGoBackAndBarsThatContradict() {
        ParsedFile file =
                read(
                        HEADER
                                + "2026-01-05T10:00:00Z,10,12,9,11,5\n"
                                + "2026-01-05T11:00:00Z,11,13,9,12,5\n"
                                + "2026-01-05T12:00:00Z,12,13,9,12,5\n"
                                + "2026-01-05T11:00:00Z,12,14,9,13,5\n"
                                + "2026-01-05T12:00:00Z,13,14,9,13,5\n"
                                + "2026-01-05T13:00:00Z,13,14,9,13,5\n",
                        "");
        note(file, "goes back in time once, first in line 5");
        assertEquals(List.of(5L, 6L), file.refused().stream().map(Refusal::line).toList());
    }

    @Test
    void theHourThatClocksShowTwiceIsReadTwice() {
        for (boolean newestFirst : new boolean[] {false, true}) {
            List<String> local = List.of("00:00", "01:00", "02:00", "02:00", "03:00", "04:00");
            StringBuilder text = new StringBuilder(HEADER);
            for (String time : newestFirst ? local.reversed() : local) {
                text.append("2025-10-26 ").append(time).append(",10,12,9,11,5\n");
            }
            ParsedFile file =
                    new Journal(folder).readBars("b.csv", text.toString(), "Europe/Berlin", "");
            assertEquals(
                    List.of("22:00", "23:00", "00:00", "01:00", "02:00", "03:00"),
                    bars(file).stream().map(b -> b.time().toString().substring(11, 16)).toList());
            note(file, "1 bar stands in the hour that clocks show twice");
        }
    }

    @Test
    void theHourThatClocksSkipIsRefused() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.csv",
                                HEADER
                                        + "2026-03-29 00:00,10,12,9,11,5\n"
                                        + "2026-03-29 01:00,10,12,9,11,5\n"
                                        + "2026-03-29 02:00,10,12,9,11,5\n"
                                        + "2026-03-29 03:00,10,12,9,11,5\n",
                                "Europe/Berlin",
                                "");
        assertEquals(3, file.rows().size());
        assertEquals(4, file.refused().getFirst().line());
        assertTrue(file.refused().getFirst().reason().contains("does not exist"));
    }

    @Test
    void daysByAClockThatIsPutForwardAreAllRead() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int day = 25; day <= 31; day++) {
            text.append("2026-03-").append(day).append(",10,12,9,11,5\n");
        }
        ParsedFile file =
                new Journal(folder).readBars("b.csv", text.toString(), "Europe/Berlin", "");
        assertEquals(7, file.rows().size(), () -> "" + file.refused());
        assertEquals(Duration.ofDays(1), bars(file).getFirst().interval());
    }

    @Test
    void aWickBeyondBeliefIsCutAndALeapOfTheSeriesIsSaid() {
        ParsedFile file =
                read(
                        HEADER
                                + "2026-01-05T10:00:00Z,10,130,9,11,5\n"
                                + "2026-01-05T11:00:00Z,10,12,0.5,11,5\n"
                                + "2026-01-05T12:00:00Z,10,90,1.5,11,5\n"
                                + "2026-01-05T13:00:00Z,1000,1200,900,1100,5\n",
                        "");
        List<Bar> bars = bars(file);
        assertEquals(11, bars.get(0).high());
        assertEquals(10, bars.get(1).low());
        assertEquals(90, bars.get(2).high());
        assertEquals(1.5, bars.get(2).low());
        note(file, "2 bars have a wick more than ten times away");
        note(file, "leaps more than tenfold once, first from 11.0 in line 4 to 1100.0 in line 5");
    }

    @Test
    void anIntervalThatContradictsTheFileIsRefused() {
        String text =
                HEADER
                        + "2026-01-05T10:00:00Z,10,12,9,11,5\n"
                        + "2026-01-05T11:00:00Z,10,12,9,11,5\n"
                        + "2026-01-05T12:00:00Z,10,12,9,11,5\n";
        for (String wrong : List.of("PT1M", "PT4H", "P1D")) {
            ParsedFile file = read(text, wrong);
            assertNotNull(file.error(), wrong);
            assertTrue(file.error().reason().contains("1 hour apart"), file.error()::reason);
        }
        assertNull(read(text, "PT1H").error());
    }

    @Test
    void leansMinutesTakeTheirDayFromTheFilesName() {
        Journal journal = new Journal(folder);
        String text =
                "34200000,1674400,1674400,1672600,1673700,1024900\n"
                        + "34260000,1673700,1674400,1673500,1674100,50000\n";
        ParsedFile without = journal.readBars("20131007_trade.csv", text, "", "");
        assertNotNull(without.error());
        assertTrue(without.error().remedy().contains("America/New_York"));
        ParsedFile file = journal.readBars("20131007_trade.csv", text, "America/New_York", "");
        Bar first = bars(file).getFirst();
        assertEquals(Instant.parse("2013-10-07T13:30:00Z"), first.time());
        assertEquals(Duration.ofMinutes(1), first.interval());
        assertEquals(167.44, first.open());
        assertEquals(1024900, first.volume());
    }

    @Test
    void aQuoteThatLacksOneSideIsReadByTheOther() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "eurusd.csv",
                                "20140101 00:00,1.1,1.2,1.0,1.15,0,,,,,0\n"
                                        + "20140102 00:00,,,,,0,1.3,1.4,1.2,1.35,0\n"
                                        + "20140103 00:00,,,,,0,,,,,0\n",
                                "",
                                "");
        assertEquals(1.15, bars(file).get(0).close());
        assertEquals(1.35, bars(file).get(1).close());
        assertTrue(file.refused().getFirst().reason().contains("missing"));
    }

    @Test
    void entriesOfAListInJsonAreRefusedOneByOne() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.json",
                                "[[1509836520000, 1, 2, 1, 2, 5],[1509836580000, 1, 2, NaN, 2, 5],"
                                        + "[1509836640000, 1, 2, 1, 2, 5],[1509836700000, 1, 2],"
                                        + "\"x\", [1509836760000, 1, 2, 1, -2, 5]]",
                                "",
                                "");
        assertEquals(2, file.rows().size());
        assertEquals(6, file.read());
        assertEquals(1, file.skipped().getFirst().count());
        assertEquals(
                List.of("low", "", "close"), file.refused().stream().map(Refusal::column).toList());
        assertTrue(file.refused().getLast().reason().startsWith("Entry 6 (2017-11-04T23:06:00Z)"));
    }

    @Test
    void epochsInEveryUnitAreTheSameTimes() {
        for (String unit : List.of("", "000", "000000", "000000000")) {
            ParsedFile file =
                    read(
                            HEADER
                                    + "1767607200"
                                    + unit
                                    + ",10,12,9,11,5\n1767610800"
                                    + unit
                                    + ",10,12,9,11,5\n",
                            "");
            assertEquals(Instant.parse("2026-01-05T10:00:00Z"), bars(file).getFirst().time(), unit);
            assertEquals(Duration.ofHours(1), bars(file).getFirst().interval(), unit);
        }
    }

    private ParsedFile read(String text, String interval) {
        return new Journal(folder).readBars("b.csv", text, "", interval);
    }

    private ParsedFile hours(String... times) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String time : times) {
            text.append("2026-01-05T").append(time).append(":00Z,10,12,9,11,5\n");
        }
        return read(text.toString(), "");
    }

    private static void assertTimes(ParsedFile file, String... times) {
        assertEquals(
                List.of(times),
                bars(file).stream().map(b -> b.time().toString().substring(11, 16)).toList());
    }

    private static String note(ParsedFile file, String part) {
        return file.notes().stream()
                .filter(n -> n.contains(part))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no note of " + part + " in " + file.notes()));
    }

    private static List<Bar> bars(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (Bar) r.row()).toList();
    }
}
