package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.imports.formats.StandardFormats;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Files of rows without ids, read otherwise than before: no trade counts twice.
class RetoldTradesTest {

    private static final String HEADER = "time,symbol,side,quantity,price,bot\n";

    /// Six fills, local times; the last column of each makes them differ.
    private static final String SIX =
            HEADER
                    + "2026-01-05 10:00:00,ETHUSDT,BUY,1,100,a\n"
                    + "2026-01-05 11:00:00,ETHUSDT,SELL,1,101,a\n"
                    + "2026-01-05 12:00:00,ETHUSDT,BUY,1,102,a\n"
                    + "2026-01-05 13:00:00,ETHUSDT,SELL,1,103,a\n"
                    + "2026-07-06 10:00:00,ETHUSDT,BUY,1,104,a\n"
                    + "2026-07-06 11:00:00,ETHUSDT,SELL,1,105,a\n";

    private static final String MORE = "2026-07-06 12:00:00,ETHUSDT,BUY,1,106,a\n";

    private final Workspace workspace =
            Workspace.open(
                    new MemoryStore(),
                    StandardFormats.reader(),
                    InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    @TempDir Path folder;

    private FileReport bring(String content, String zone, String bot) throws IOException {
        Path file = Files.writeString(folder.resolve("fills.csv"), content);
        ImportOptions d = ImportOptions.DEFAULT;
        ImportOptions options =
                new ImportOptions(
                        d.format(),
                        Optional.of(new BotId(bot)),
                        d.account(),
                        d.symbol(),
                        Optional.of(ZoneId.of(zone)),
                        d.currency(),
                        d.source(),
                        d.date(),
                        d.profile(),
                        false,
                        false);
        ImportPlan plan = workspace.imports().plan(List.of(file), options, Progress.NONE);
        return workspace.imports().commit(plan, Progress.NONE).files().getFirst();
    }

    private FileReport bring(String content, String zone) throws IOException {
        return bring(content, zone, "b");
    }

    private static void refused(FileReport report, String reason, String remedy) {
        Refusal error = Objects.requireNonNull(report.error(), report::toString);
        assertTrue(error.reason().contains(reason), error.reason());
        assertTrue(error.remedy().contains(remedy), error.remedy());
    }

    @Test
    void theSameFileInAnotherZoneIsRefusedUntilTheFirstIsUndone() throws IOException {
        assertEquals(6, bring(SIX, "UTC").imported());
        refused(
                bring(SIX, "America/New_York"),
                "came in before (import 1) and was read otherwise then: 6 rows",
                "Undo import 1 first");
        assertEquals(6, bring(SIX, "UTC").duplicates());
        workspace.imports().undo(1);
        workspace.imports().undo(2);
        assertEquals(6, bring(SIX, "America/New_York").imported());
    }

    @Test
    void aLaterExportInAnotherZoneIsRefusedWithBothZones() throws IOException {
        bring(SIX, "UTC");
        // Six hours and five: Chicago is −6 in January, −5 in July.
        FileReport report = bring(SIX + MORE, "America/Chicago");
        refused(report, "6 of its rows are known from import 1", "--zone UTC");
        refused(report, "6 h earlier", "undo import 1");
        assertEquals(1, bring(SIX + MORE, "UTC").imported());
    }

    @Test
    void fewRowsThatAreAlikeMayBeChance() throws IOException {
        bring(SIX, "UTC");
        String four = String.join("\n", SIX.lines().limit(5).toList()) + "\n";
        assertEquals(5, bring(four + MORE, "America/Chicago").imported());
    }

    @Test
    void anotherBotMayHaveTheSameTrades() throws IOException {
        String unnamed = SIX.replace(",bot\n", "\n").replace(",a\n", "\n");
        assertEquals(6, bring(unnamed, "UTC", "b").imported());
        assertEquals(6, bring(unnamed, "UTC", "c").imported());
    }

    /// Of the twelve fills one has a price that the new row has too, and tells nothing. The clock of the chart was set from Berlin's time to UTC between two exports; both are read in the zone of a profile.
    @Test
    void aLaterExportWrittenInAnotherZoneIsRefusedAcrossSummerTimeToo() throws IOException {
        StringBuilder berlin = new StringBuilder(HEADER);
        StringBuilder utc = new StringBuilder(HEADER);
        LocalDateTime start = LocalDateTime.parse("2026-03-25T10:00:00");
        for (int day = 0; day < 12; day++) {
            LocalDateTime local = start.plusDays(day);
            Instant time = local.atZone(ZoneId.of("Europe/Berlin")).toInstant();
            String rest = ",ETHUSDT," + (day % 2 == 0 ? "BUY" : "SELL") + ",1," + (100 + day);
            berlin.append(local.toString().replace('T', ' ')).append(":00").append(rest + ",a\n");
            String there = LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString();
            utc.append(there.replace('T', ' ')).append(":00").append(rest + ",a\n");
        }
        assertEquals(12, bring(berlin.toString(), "Europe/Berlin").imported());
        FileReport report = bring(utc + MORE, "Europe/Berlin");
        refused(report, "11 of its rows are known", "Say the zone");
        refused(report, "though both were read in Europe/Berlin", "undo import 1");
        assertEquals(1, bring(utc + MORE, "UTC").imported());
    }

    /// A bot that trades one lot at one price all day has rows that are alike at every distance.
    @Test
    void equalRowsOfAGridAreNoShift() throws IOException {
        StringBuilder first = new StringBuilder(HEADER);
        StringBuilder next = new StringBuilder(HEADER);
        for (int i = 0; i < 12; i++) {
            String rest = ":00:00,ETHUSDT," + (i % 2 == 0 ? "BUY,1,100" : "SELL,1,101") + ",a\n";
            first.append("2026-01-05 ").append(i + 10).append(rest);
            next.append("2026-01-06 ").append(i + 10).append(rest);
        }
        assertEquals(12, bring(first.toString(), "UTC").imported());
        assertEquals(12, bring(next.toString(), "UTC").imported());
    }
}
