package credence.imports.formats.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.imports.Journal;
import credence.imports.SharedFiles;
import credence.imports.formats.StandardFormats;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CredenceBarsTest {

    @TempDir Path folder;

    private static ParsedFile shared(String name, String zone) {
        return StandardFormats.reader()
                .readBars(
                        SharedFiles.data("prices/" + name), Journal.bars(zone, ""), Progress.NONE);
    }

    private static List<Bar> bars(ParsedFile file) {
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> (Bar) r.row()).toList();
    }

    @Test
    void quarterHoursOfEthFromEpochMilliseconds() {
        List<Bar> bars = bars(shared("ETHUSDT_perp_15m.csv", ""));
        assertEquals(53_929, bars.size(), "all lines but the header");
        Bar first = bars.getFirst();
        assertEquals(Instant.parse("2024-10-19T21:00:00Z"), first.time());
        assertEquals(Duration.ofMinutes(15), first.interval());
        assertEquals(2644.02, first.open());
        assertEquals(2648.02, first.high());
        assertEquals(2643.4, first.low());
        assertEquals(2647.98, first.close());
        assertEquals(3399.375, first.volume());
    }

    @Test
    void daysOfGoogWithAnUnnamedFirstColumnAndNoZone() {
        ParsedFile file = shared("GOOG_daily.csv", "");
        List<Bar> bars = bars(file);
        assertEquals(2_148, bars.size());
        assertEquals(Instant.parse("2004-08-19T00:00:00Z"), bars.getFirst().time());
        assertEquals(Duration.ofDays(1), bars.getFirst().interval());
        assertEquals(Instant.parse("2013-03-01T00:00:00Z"), bars.getLast().time());
        assertTrue(file.notes().getFirst().contains("UTC"));
    }

    @Test
    void hoursOfEurusdNeedAZone() {
        ParsedFile without = shared("EURUSD_hourly.csv", "");
        assertNotNull(without.error());
        assertTrue(without.error().remedy().contains("--zone"));

        List<Bar> bars = bars(shared("EURUSD_hourly.csv", "UTC"));
        assertEquals(5_000, bars.size());
        assertEquals(
                Duration.ofHours(1),
                bars.getFirst().interval(),
                "weekends are gaps, not the interval");
    }

    @Test
    void columnsMayStandInAnyOrderAndCase() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.csv",
                                "Volume;CLOSE;Low;High;Open;Date\n"
                                        + "5;2,5;1;3;2;2026-01-05\n"
                                        + "5;2,5;1;3;2;2026-01-06\n",
                                "",
                                "");
        Bar bar = bars(file).getFirst();
        assertEquals(2.0, bar.open());
        assertEquals(2.5, bar.close());
        assertEquals(5.0, bar.volume());
    }

    @Test
    void theIntervalMayBeSaidAndMustBeForOneBarAlone() {
        String one = "time,open,high,low,close\n2026-01-05T10:00:00Z,1,2,1,2\n";
        ParsedFile alone = new Journal(folder).readBars("b.csv", one, "", "");
        assertNotNull(alone.error());
        assertTrue(alone.error().remedy().contains("--interval"));
        ParsedFile said = new Journal(folder).readBars("b.csv", one, "", "PT4H");
        assertEquals(Duration.ofHours(4), bars(said).getFirst().interval());
        assertTrue(said.notes().contains("The file has no volume; it was read as 0."));
    }

    @Test
    void badBarsAreRefusedAndTheSameBarAgainIsSkipped() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.csv",
                                """
                                time,open,high,low,close,volume
                                2026-01-05T10:00:00Z,1,2,1,2,9
                                2026-01-05T11:00:00Z,1,2,1.5,2,9
                                2026-01-05T12:00:00Z,1,1.5,1,2,9
                                2026-01-05T13:00:00Z,1,2,1,2,-9
                                2026-01-05T14:00:00Z,1,NaN,1,2,9
                                2026-01-05T15:00:00Z,1,2,1,2,9
                                2026-01-05T15:00:00Z,1.0,2,1,2,9
                                2026-01-05T15:00:00Z,1,2,1,1,9
                                2026-01-05T16:00:00Z,1,2,1,2,9
                                """,
                                "",
                                "");
        assertEquals(3, bars(file).size());
        assertEquals(9, file.read());
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 9L), file.refused().stream().map(r -> r.line()).toList());
        assertEquals(
                List.of("low", "high", "volume", "high", "time"),
                file.refused().stream().map(r -> r.column()).toList());
        assertEquals(1, file.skipped().getFirst().count());
    }

    @Test
    void keysTellSymbolIntervalAndTimeApartAndNothingElse() {
        String text = "time,open,high,low,close\n2026-01-05T10:00:00Z,1,2,1,2\n";
        Journal journal = new Journal(folder);
        var key = journal.readBars("b.csv", text, "", "PT1H").rows().getFirst().row().key();
        assertEquals(
                key,
                journal.readBars("c.csv", text.replace("1,2,1,2", "2,3,2,3"), "", "PT1H")
                        .rows()
                        .getFirst()
                        .row()
                        .key());
        assertTrue(
                !key.equals(
                        journal.readBars("b.csv", text, "", "PT4H").rows().getFirst().row().key()));
    }

    @Test
    void tradesGivenAsBarsAreNoBars() {
        ParsedFile file =
                new Journal(folder)
                        .readBars(
                                "b.csv",
                                "time,bot,symbol,side,quantity,price\n"
                                        + "2026-01-05T10:00:00Z,b,E,BUY,1,2\n",
                                "",
                                "");
        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("No bars"), file.error()::reason);
    }
}
