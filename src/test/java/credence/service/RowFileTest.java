package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import credence.imports.formats.StandardFormats;
import credence.service.CheckedRow.Status;
import credence.service.RowFile.Corrected;
import credence.service.port.FileReport;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/// What does not come in, as a file that can be given back.
class RowFileTest {

    private static final String FILE =
            """
            time,symbol,side,quantity,price,bot,execution_id
            2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000,scalper,1
            2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2O10,"a ""scalper"", mine",2
            ,,,,,,
            2026-01-05T12:00:00Z,ETHUSDT,BUY,1,2000,scalper,3
            """;

    @TempDir private Path folder;
    private final Workspace workspace =
            Workspace.open(new MemoryStore(), StandardFormats.reader(), InstantSource.system());

    private String written(ImportPlan plan, Path file) throws IOException {
        StringWriter to = new StringWriter();
        try (var lines = workspace.imports().lines(file, ImportOptions.DEFAULT)) {
            RowFile.write(
                    plan,
                    EnumSet.complementOf(EnumSet.of(Status.NEW, Status.DUPLICATE)),
                    _ -> lines,
                    to);
        }
        return to.toString();
    }

    @Test
    void everyRowThatStaysOutIsWrittenAsItStands() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), FILE);
        ImportPlan plan =
                workspace
                        .imports()
                        .plan(
                                List.of(file),
                                ImportOptions.DEFAULT,
                                Map.of(file, RowDecisions.NONE.choosing(5, RowChoice.LEAVE_OUT)),
                                Progress.NONE);

        assertEquals(
                """
                file,line,status,column,value,reason,remedy,row
                f.csv,3,refused,price,2O10,This is not a number.,Correct the number in the file.,"2026-01-05T11:00:00Z,ETHUSDT,SELL,1,2O10,""a ""\""scalper""\"", mine"",2"
                f.csv,5,left out,,,Left out by the trader.,,"2026-01-05T12:00:00Z,ETHUSDT,BUY,1,2000,scalper,3"
                f.csv,4,skipped,,,blank row,,",,,,,,"
                """,
                written(plan, file).replace("\r\n", "\n"));
    }

    @Test
    void whatWasWrittenAndMendedElsewhereComesBackAsCorrections() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), FILE);
        ImportPlan plan =
                workspace.imports().plan(List.of(file), ImportOptions.DEFAULT, Progress.NONE);
        Path mended =
                Files.writeString(
                        folder.resolve("left.csv"),
                        written(plan, file).replace("2O10,\"\"a", "2010,\"\"a"));

        RowDecisions decisions = RowDecisions.NONE;
        for (Corrected c : RowFile.read(mended)) {
            assertEquals("f.csv", c.file());
            decisions = decisions.reading(c.line(), c.row());
        }
        FileReport report =
                workspace
                        .imports()
                        .plan(
                                List.of(file),
                                ImportOptions.DEFAULT,
                                Map.of(file, decisions),
                                Progress.NONE)
                        .files()
                        .getFirst();

        assertEquals(3, report.imported());
        assertEquals(
                List.of(3), report.decided().corrections().stream().map(c -> c.line()).toList());
        assertEquals(List.of("scalper", "a \"scalper\", mine"), report.bots());
        assertEquals(
                List.of(
                        "1 of 2 corrections says what the file itself says: that row is read as the"
                                + " file has it."),
                report.notes().stream().filter(n -> n.contains("correction")).toList());
    }

    @Test
    void aFileThatHoldsNoCorrectionsSaysWhatItLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "line,text\n1,x\n");

        ServiceException said = assertThrows(ServiceException.class, () -> RowFile.read(file));

        assertEquals(
                "The corrections in "
                        + file
                        + " cannot be read: it has no column “row”. They need the columns line and"
                        + " row, and file where several are imported.",
                said.getMessage());
    }

    @Test
    void entriesAndCountsOfAllStatusesAddUpToTheRowsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), FILE);
        ImportPlan plan =
                workspace.imports().plan(List.of(file), ImportOptions.DEFAULT, Progress.NONE);

        CheckedRows rows = new CheckedRows(plan);

        assertEquals(
                "{REFUSED=1, CHANGED=0, REPLACES=0, NEW=2, LEFT_OUT=0, SKIPPED=1, DUPLICATE=0}",
                rows.counts().toString());
        assertEquals(List.of(3, 2, 5, 4), rows.all().map(CheckedRow::line).toList());
    }
}
