package credence.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.TradeRecord;
import credence.core.value.Side;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.service.port.mapping.FileSurvey;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Tables of a thousand rows of which one, number 900, tells: what the first rows look like decides nothing.
class WholeColumnTest {

    private static final int ROWS = 1000;
    private static final int TELLS = 900;

    @TempDir private Path folder;

    private Path file(String header, IntFunction<String> usual, String telling) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 1; i <= ROWS; i++) {
            text.append(i == TELLS ? telling : usual.apply(i)).append('\n');
        }
        return Files.writeString(folder.resolve("x.csv"), text);
    }

    private static String clock(int row) {
        return "%02d:%02d:00".formatted(row / 60, row % 60);
    }

    private static String day(int row) {
        return "2026-02-%02d".formatted(1 + row % 28);
    }

    private FileSurvey survey(Path file) {
        return StandardFormats.reader().survey(file, ImportOptions.DEFAULT, Progress.NONE);
    }

    private static Mapping proposed(FileSurvey survey) {
        MappingProposal p = survey.proposal().orElseThrow();
        assertEquals(List.of(), p.unsettled(p.mapping()));
        return p.mapping();
    }

    private static ParsedFile read(Path file, FileSurvey survey, Mapping mapping) {
        return StandardFormats.reader()
                .read(
                        file,
                        ImportOptions.DEFAULT.using(
                                ImportProfile.mapped("Mine", survey.header(), mapping)),
                        Progress.NONE);
    }

    private ParsedFile read(Path file) {
        FileSurvey survey = survey(file);
        return read(file, survey, proposed(survey));
    }

    @Test
    void theOrderOfDayAndMonth() throws IOException {
        ParsedFile parsed =
                read(
                        file(
                                "Time (UTC),Symbol,Side,Qty,Price",
                                i -> "05/04/2026 " + clock(i) + ",AAPL,buy,1,200.5",
                                "04/13/2026 10:00:00,AAPL,buy,1,200.5"));

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(ROWS, parsed.rows().size());
        assertTrue(
                parsed.rows().stream()
                        .map(r -> ((Fill) r.row()).time())
                        .anyMatch(Instant.parse("2026-05-04T00:01:00Z")::equals));
    }

    @Test
    void theOrderOfDayAndMonthOfTheEntryByADateOfTheExit() throws IOException {
        ParsedFile parsed =
                read(
                        file(
                                "Entry time (UTC),Exit time (UTC),Symbol,Side,Qty,Entry price,Exit"
                                        + " price",
                                i ->
                                        "05/04/2026 08:00:00,05/04/2026 "
                                                + (10 + i / 100)
                                                + ":30:00,AAPL,long,1,200.5,"
                                                + (201 + i)
                                                + ".5",
                                "05/04/2026 08:00:00,05/13/2026 10:00:00,AAPL,long,1,200.5,199.5"));

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(
                Instant.parse("2026-05-04T08:00:00Z"),
                ((TradeRecord) parsed.rows().getFirst().row()).entryTime());
    }

    @Test
    void aDateThatContradictsTheOthersIsAnErrorWithItsLine() throws IOException {
        Path file =
                file(
                        "Time (UTC),Symbol,Side,Qty,Price",
                        i -> "%02d/04/2026 %s,AAPL,buy,1,200.5".formatted(1 + i % 28, clock(i)),
                        "04/29/2026 10:00:00,AAPL,buy,1,200.5");
        ParsedFile parsed = read(file);

        assertNotNull(parsed.error());
        assertEquals(TELLS + 1, parsed.error().line());
        assertEquals("04/29/2026 10:00:00", parsed.error().value());
    }

    @Test
    void theDecimalSign() throws IOException {
        ParsedFile parsed =
                read(
                        file(
                                "Time;Symbol;Side;Qty;Price",
                                i -> day(i) + "T" + clock(i) + "Z;AAPL;buy;1;1.234",
                                "2026-02-01T10:00:00Z;AAPL;buy;1;1234,5"));

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertTrue(
                parsed.rows().stream()
                        .map(r -> ((Fill) r.row()).price().value())
                        .anyMatch(p -> p.compareTo(new BigDecimal("1234.5")) == 0));
        assertTrue(
                parsed.rows().stream()
                        .map(r -> ((Fill) r.row()).price().value())
                        .anyMatch(p -> p.compareTo(new BigDecimal("1234")) == 0));
    }

    @Test
    void thatQuantitiesCarryTheSide() throws IOException {
        Path file =
                file(
                        "Time,Symbol,Qty,Price",
                        i -> day(i) + "T" + clock(i) + "Z,AAPL,1,200.5",
                        "2026-02-01T10:00:00Z,AAPL,-1,200.5");
        FileSurvey survey = survey(file);
        Mapping m = proposed(survey);

        assertTrue(m.signs().signedQuantity());
        ParsedFile parsed = read(file, survey, m);
        assertEquals(
                1,
                parsed.rows().stream().filter(r -> ((Fill) r.row()).side() == Side.SELL).count());
    }

    @Test
    void thatCostsAreWrittenAsNegativeNumbers() throws IOException {
        Path file =
                file(
                        "Time,Symbol,Side,Qty,Price,Commission",
                        i -> day(i) + "T" + clock(i) + "Z,AAPL,buy,1,200.5,0",
                        "2026-02-01T10:00:00Z,AAPL,sell,1,200.5,-2.50");
        FileSurvey survey = survey(file);
        Mapping m = proposed(survey);

        assertTrue(m.signs().negativeCosts());
        BigDecimal paid =
                read(file, survey, m).rows().stream()
                        .map(r -> ((Fill) r.row()).costs().commission().orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, new BigDecimal("2.50").compareTo(paid));
    }

    @Test
    void costsAllOfTheOtherSignThanTheMappingSaysAreAnErrorWithTheirLine() throws IOException {
        Path file =
                file(
                        "Time,Symbol,Side,Qty,Price,Commission",
                        i -> day(i) + "T" + clock(i) + "Z,AAPL,buy,1,200.5,0",
                        "2026-02-01T10:00:00Z,AAPL,sell,1,200.5,-2.50");
        FileSurvey survey = survey(file);
        Mapping positive = proposed(survey).with(Signs.USUAL);
        ParsedFile parsed = read(file, survey, positive);

        assertNotNull(parsed.error());
        assertEquals(TELLS + 1, parsed.error().line());
        assertEquals("Commission", parsed.error().column());
    }

    private static String trade(int row, String fee, String result) {
        return "%sT08:00:00Z,%sT%02d:%02d:00Z,AAPL,long,10,200.00,201.00,%s,%s"
                .formatted(day(row), day(row), 9 + row / 100, row % 60, fee, result);
    }

    private static final String TRADES =
            "Entry time,Exit time,Symbol,Side,Qty,Entry price,Exit price,Fee,Result";

    @Test
    void thatAResultIsTheOneAfterCosts() throws IOException {
        // 10 × 1.00 − 3.00 = 7.00
        FileSurvey survey =
                survey(file(TRADES, i -> trade(i, "", "10.00"), trade(1, "3.00", "7.00")));
        assertEquals(
                Optional.of("Result"), proposed(survey).column(Role.NET_PNL).map(c -> c.name()));
    }

    @Test
    void thatAResultIsTheOneBeforeCosts() throws IOException {
        FileSurvey survey =
                survey(file(TRADES, i -> trade(i, "", "10.00"), trade(1, "3.00", "10.00")));
        assertEquals(
                Optional.of("Result"), proposed(survey).column(Role.GROSS_PNL).map(c -> c.name()));
    }

    @Test
    void aRowWhoseResultIsTheOtherOneIsRefusedWithItsLine() throws IOException {
        // All are after costs (10 − 3 = 7) but one, which is before them.
        ParsedFile parsed =
                read(file(TRADES, i -> trade(i, "3.00", "7.00"), trade(1, "3.00", "10.00")));

        assertNull(parsed.error(), () -> String.valueOf(parsed.error()));
        assertEquals(List.of(TELLS + 1L), parsed.refused().stream().map(r -> r.line()).toList());
        assertEquals("Result", parsed.refused().getFirst().column());
        assertEquals(ROWS - 1, parsed.rows().size());
    }

    @Test
    void thatAnIdComesTwiceAndIsNone() throws IOException {
        Path file =
                file(
                        "Time,Symbol,Side,Qty,Price,Id",
                        i -> day(i) + "T" + clock(i) + "Z,AAPL,buy,1,200.5,o" + i,
                        "2026-02-01T10:00:00Z,AAPL,sell,1,200.5,o1");
        assertEquals(Optional.empty(), proposed(survey(file)).column(Role.ID));
    }

    @Test
    void thatDaysHaveATimeOfDayAfterAll() throws IOException {
        Path file =
                file(
                        "Date,Clock,Symbol,Side,Qty,Price",
                        i -> day(i) + " 00:00:00," + clock(i) + ",AAPL,buy,1,200.5",
                        "2026-02-01 10:00:00,10:00:00,AAPL,sell,1,200.5");
        Column date = columns(file).getFirst();
        assertEquals(false, date.isDay());
    }

    private List<Column> columns(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        TellingRows rows = new TellingRows(List.of(lines.getFirst().split(",")));
        lines.stream().skip(1).forEach(l -> rows.add(List.of(l.split(",", -1))));
        return rows.columns();
    }

    @Test
    void aWordOfTheSideThatSaysNothingIsRefusedWithItsLine() throws IOException {
        ParsedFile parsed =
                read(
                        file(
                                "Time,Symbol,Side,Qty,Price",
                                i -> day(i) + "T" + clock(i) + "Z,AAPL,buy,1,200.5",
                                "2026-02-01T10:00:00Z,AAPL,liquidation,1,200.5"));
        assertEquals(List.of(TELLS + 1L), parsed.refused().stream().map(r -> r.line()).toList());
    }

    @Test
    void aLongTableIsProposedInLittleMemory() throws IOException {
        Path file =
                file(
                        "Time,Symbol,Side,Qty,Price",
                        i -> day(i) + "T" + clock(i) + "Z,AAPL,buy,1,200.5",
                        "2026-02-01T10:00:00Z,AAPL,sell,1,200.5");
        assertEquals(RowKind.FILLS, proposed(survey(file)).kind());
        // 200 rows whatever they look like, and 25 of each further look of each column at most
        assertTrue(columns(file).getFirst().cells().size() < 200 + 5 * 8 * 25);
    }
}
