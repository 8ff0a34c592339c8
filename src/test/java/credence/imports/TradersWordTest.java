package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Progress;
import credence.service.port.mapping.Condition;
import credence.service.port.mapping.DateStyle;
import credence.service.port.mapping.DecimalSign;
import credence.service.port.mapping.ImportProfile;
import credence.service.port.mapping.OwnerRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the trader says of dates, decimals and columns is heard by every format: it changes the reading, or the file is refused, or
/// the file says that it changed nothing.
class TradersWordTest {

    private static final ImportOptions UNSAID =
            Choices.NONE.zone("UTC").date("2026-03-02").options();

    @TempDir private Path folder;

    static Stream<String> samples() throws IOException {
        Path root = SharedFiles.data("journals");
        try (Stream<Path> all = Files.walk(root)) {
            return all
                    .filter(Files::isRegularFile)
                    .map(p -> root.relativize(p).toString())
                    .filter(p -> !p.contains("bots") && !p.contains("meta.json"))
                    .filter(p -> !p.contains("invalid_date") && !p.contains("wrong_quantities"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static ParsedFile read(Path file, ImportOptions options) {
        return StandardFormats.reader().read(file, options, Progress.NONE);
    }

    private static ParsedFile sample(String name, ImportOptions options) {
        return read(SharedFiles.data("journals/" + name), options);
    }

    private static ImportOptions dates(DateStyle order) {
        return UNSAID.dateOrder(Optional.of(order));
    }

    private static ImportOptions decimals(DecimalSign sign) {
        return UNSAID.decimal(Optional.of(sign));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ofTwoOppositeOrdersOfDayAndMonthOneChangesTheReadingOrSaysThatItDoesNot(String name) {
        assertHeard(
                sample(name, dates(DateStyle.DAY_FIRST)),
                sample(name, dates(DateStyle.MONTH_FIRST)),
                "--date-order");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ofTwoOppositeDecimalSignsOneChangesTheReadingOrSaysThatItDoesNot(String name) {
        assertHeard(
                sample(name, decimals(DecimalSign.POINT)),
                sample(name, decimals(DecimalSign.COMMA)),
                "--decimal");
    }

    private static void assertHeard(ParsedFile one, ParsedFile other, String option) {
        if (one.error() != null || other.error() != null) {
            ParsedFile refused = one.error() != null ? one : other;
            assertNotNull(refused.error());
            assertTrue(
                    (refused.error().reason() + refused.error().remedy()).contains(option),
                    () -> "refused, but for another reason: " + refused.error());
            return;
        }
        if (!rows(one).equals(rows(other)) || one.refused().size() != other.refused().size()) {
            return;
        }
        for (ParsedFile file : List.of(one, other)) {
            assertTrue(
                    file.notes().stream().anyMatch(n -> n.contains(option)),
                    () -> option + " was ignored in silence");
        }
    }

    private static List<SourceRow> rows(ParsedFile file) {
        return file.rows().stream().map(ParsedRow::row).toList();
    }

    /// The text of every column in turn is made the bot of its row: what a row's bot is then called must stand in its own line.
    @ParameterizedTest
    @MethodSource("samples")
    void aRuleAboutAColumnSeesTheCellOfItsOwnRow(String name) throws IOException {
        Path path = SharedFiles.data("journals/" + name);
        List<String> lines = lines(path);
        Set<BotId> usual = new LinkedHashSet<>();
        rows(sample(name, UNSAID)).forEach(r -> usual.add(bot(r)));
        int heard = 0;
        List<String> wrong = new ArrayList<>();
        for (String column : columns(path)) {
            ParsedFile file = sample(name, UNSAID.using(rule(column, UNSAID, name)));
            for (ParsedRow row : file.rows()) {
                BotId bot = bot(row.row());
                if (usual.contains(bot)) {
                    continue;
                }
                heard++;
                if (!stands(lines, row, bot.name())) {
                    wrong.add(column + ": line " + row.line() + " has no " + bot.name());
                }
            }
        }
        assertEquals(List.of(), wrong.stream().limit(5).toList());
        assertTrue(heard > 0, "no rule about a column was heard");
    }

    private static ImportProfile rule(String column, ImportOptions options, String name) {
        String format = sample(name, options).format();
        return ImportProfile.known("rule", format, List.of())
                .rules(List.of(OwnerRule.of(Condition.ofColumn(column, "*"), "<$1>")), List.of());
    }

    private static BotId bot(SourceRow row) {
        return row instanceof Fill f ? f.bot() : ((TradeRecord) row).bot();
    }

    private static boolean stands(List<String> lines, ParsedRow row, String bot) {
        String text = bot.substring(1, bot.length() - 1);
        boolean page = lines.getFirst().startsWith("<") || lines.getFirst().startsWith("\uFEFF<");
        int to = Math.min(lines.size(), row.line() - 1 + (page ? 4 : row.dataRows()));
        return lines.subList(row.line() - 1, to).stream().anyMatch(l -> l.contains(text));
    }

    private static List<String> lines(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        boolean wide = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        return new String(bytes, charset)
                .lines()
                .map(l -> l.replace("&nbsp;", " ").replace("\"\"", "\""))
                .toList();
    }

    /// Names of the table's columns, and those of reports in sections.
    private static Set<String> columns(Path path) {
        Set<String> columns = new LinkedHashSet<>();
        columns.addAll(
                StandardFormats.reader().survey(path, UNSAID, Progress.NONE).header().stream()
                        .filter(c -> !c.isBlank())
                        .toList());
        columns.addAll(
                List.of(
                        "Symbol",
                        "Date/Time",
                        "Exec Time",
                        "Price",
                        "T. Price",
                        "Quantity",
                        "Qty",
                        "Ticket",
                        "Order",
                        "Deal",
                        "Time",
                        "Open Time",
                        "Item",
                        "symbol",
                        "transactionID",
                        "ibOrderID",
                        "pair",
                        "open_date",
                        "Date",
                        "Description"));
        return columns;
    }

    @Test
    void aDateThatContradictsTheTradersWordRefusesTheFile() {
        String text =
                """
                Date,Type,Details,Amount,Units,Realized Equity Change,Realized Equity,Balance,Position ID,Asset type,NWA
                02/01/2026 10:00:00,Open Position,AMD/USD,100.00,1.5,0.00,0.00,0.00,1,Stocks,0.00
                25/01/2026 10:00:00,Position closed,AMD/USD,110.00,1.5,10.00,0.00,0.00,1,Stocks,0.00
                """;
        Path file = new Journal(folder).write("a.csv", text.getBytes(StandardCharsets.UTF_8));

        assertNull(read(file, UNSAID).error());
        assertNull(read(file, dates(DateStyle.DAY_FIRST)).error());
        ParsedFile refused = read(file, dates(DateStyle.MONTH_FIRST));

        assertNotNull(refused.error());
        assertEquals(3, refused.error().line());
        assertEquals("25/01/2026 10:00:00", refused.error().value());
        assertEquals(
                "Import this file without --date-order, or say --date-order day.",
                refused.error().remedy());
    }
}
