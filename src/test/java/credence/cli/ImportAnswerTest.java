package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.port.FileReport;
import credence.service.port.FileReport.Refusal;
import credence.service.port.FileReport.Skipped;
import credence.service.port.NewBatch;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

class ImportAnswerTest {

    private static final Refusal BAD_ROW =
            new Refusal(7, "price", "NaN", "A price must be a number", "Correct the row");
    private static final Refusal BAD_FILE =
            new Refusal(0, "", "", "The file is empty", "Export it again");

    @Test
    void goodFilesEndWithZero() {
        assertEquals(0, answer(false, file(10, 10, 0, List.of(), null)).status());
    }

    @Test
    void aRefusedRowAmongGoodOnesEndsWithThree() {
        assertEquals(3, answer(false, file(11, 10, 0, List.of(BAD_ROW), null)).status());
    }

    @Test
    void aBadFileAmongGoodOnesEndsWithThree() {
        assertEquals(
                3,
                answer(false, file(10, 10, 0, List.of(), null), file(0, 0, 0, List.of(), BAD_FILE))
                        .status());
    }

    @Test
    void onlyRefusalsEndWithOne() {
        assertEquals(1, answer(false, file(1, 0, 0, List.of(BAD_ROW), null)).status());
        assertEquals(1, answer(false, file(0, 0, 0, List.of(), BAD_FILE)).status());
    }

    @Test
    void repeatingWhatIsKnownIsNoFailure() {
        assertEquals(0, answer(false, file(10, 0, 10, List.of(), null)).status());
        assertEquals(3, answer(false, file(11, 0, 10, List.of(BAD_ROW), null)).status());
    }

    @Test
    void allOrNothingWithARefusalIsAFailureWhoseCountsStillAddUp() {
        ImportAnswer answer = answer(true, file(11, 10, 0, List.of(BAD_ROW), null));
        assertEquals(1, answer.status());
        FileReport report = answer.files().getFirst();
        assertEquals(0, report.imported());
        assertEquals(
                report.read(),
                report.imported()
                        + report.duplicates()
                        + report.skippedCount()
                        + report.refused().size());
    }

    @Test
    void aFileRefusedAsAWholeIsListedAsOneRefusal() {
        assertEquals(List.of(BAD_FILE), ImportAnswer.refusals(file(0, 0, 0, List.of(), BAD_FILE)));
    }

    private static ImportAnswer answer(boolean allOrNothing, FileReport... files) {
        List<FileReport> reports = List.of(files);
        NewBatch batch = new NewBatch(Instant.EPOCH, "import", List.of());
        return new ImportAnswer(
                new ImportPlan(reports, List.of(), batch, allOrNothing, 0),
                new ImportResult(reports, OptionalLong.empty(), 0, 0, 0, List.of(), "hash", false),
                false);
    }

    private static FileReport file(
            long read,
            long imported,
            long duplicates,
            List<Refusal> refused,
            @Nullable Refusal error) {
        return new FileReport(
                "bot.csv",
                "00",
                "credence-trades",
                "by its header",
                read,
                imported,
                duplicates,
                List.<Skipped>of(),
                refused,
                List.of(),
                List.of("bot"),
                null,
                null,
                List.of(),
                error);
    }
}
