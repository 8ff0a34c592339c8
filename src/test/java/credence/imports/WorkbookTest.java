package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.TradeRecord;
import credence.imports.formats.StandardFormats;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class WorkbookTest {

    @TempDir private Path folder;

    private static final String MAIN =
            "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static String shared(String... strings) {
        StringBuilder s = new StringBuilder("<sst " + MAIN + ">");
        for (String text : strings) {
            s.append("<si><t>").append(text).append("</t></si>");
        }
        return s.append("</sst>").toString();
    }

    /// Style 1 is a date.
    private static final String STYLES =
            "<styleSheet "
                    + MAIN
                    + "><numFmts><numFmt numFmtId=\"165\" formatCode=\"yyyy\\.mm\\.dd"
                    + " hh:mm:ss\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf"
                    + " numFmtId=\"165\"/></cellXfs></styleSheet>";

    private Map<String, String> parts(String sheet, String... strings) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("xl/workbook.xml", "<workbook " + MAIN + "><sheets/></workbook>");
        parts.put("xl/sharedStrings.xml", shared(strings));
        parts.put("xl/styles.xml", STYLES);
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet " + MAIN + "><sheetData>" + sheet + "</sheetData></worksheet>");
        return parts;
    }

    private ParsedFile read(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        Path file = new Journal(folder).write("r.xlsx", bytes.toByteArray());
        return StandardFormats.reader()
                .read(file, Choices.NONE.zone("UTC").options(), Progress.NONE);
    }

    private static String text(String column, int row, String value) {
        return "<c r=\"" + column + row + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
    }

    private static String row(int row, String... cells) {
        StringBuilder s = new StringBuilder("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                s.append(text(String.valueOf((char) ('A' + i)), row, cells[i]));
            }
        }
        return s.append("</row>").toString();
    }

    private static final String HEADER =
            row(1, "Trade History Report")
                    + row(2, "Account:", "", "", "4711 (EUR, Server, real, Hedge)")
                    + row(6, "Positions")
                    + row(
                            7,
                            "Time",
                            "Position",
                            "Symbol",
                            "Type",
                            "Volume",
                            "Price",
                            "S / L",
                            "T / P",
                            "Time",
                            "Price",
                            "Commission",
                            "Swap",
                            "Profit");

    @Test
    void aHistoryReportIsReadFromAWorkbook() throws IOException {
        String position =
                "<row r=\"8\">"
                        + "<c r=\"A8\" s=\"1\"><v>46058.5</v></c>" // 2026-02-05 12:00
                        + "<c r=\"B8\"><v>101</v></c>"
                        + "<c r=\"C8\" t=\"s\"><v>0</v></c>"
                        + "<c r=\"D8\" t=\"s\"><v>1</v></c>"
                        + "<c r=\"E8\"><v>0.10000000000000001</v></c>"
                        + "<c r=\"F8\"><v>1.1000000000000001</v></c>"
                        + text("I", 8, "2026.02.05 13:30:00")
                        + "<c r=\"J8\"><v>1.101</v></c>"
                        + "<c r=\"K8\"><v>-0.69999999999999996</v></c>"
                        + "<c r=\"L8\"><v>0</v></c>"
                        + "<c r=\"M8\"><v>10</v></c>"
                        + "</row>";
        ParsedFile file = read(parts(HEADER + position, "EURUSD", "buy"));
        assertNull(file.error(), () -> "" + file.error());
        assertEquals("mt5-history", file.format());
        assertEquals(List.of(), file.refused());
        TradeRecord trade = (TradeRecord) file.rows().getFirst().row();
        assertEquals(Instant.parse("2026-02-05T12:00:00Z"), trade.entryTime());
        assertEquals(new BigDecimal("0.1"), trade.quantity().value());
        assertEquals(new BigDecimal("1.1"), trade.entryPrice().value());
        assertEquals(new BigDecimal("9.3"), trade.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("EUR", trade.currency().code());
        assertEquals(8, file.rows().getFirst().line());
    }

    @Test
    void aDocumentTypeIsRefused() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY a \"b\">]><sst " + MAIN + "><si><t>&a;</t></si></sst>");
        ParsedFile file = read(parts);
        assertNotNull(file.error());
        assertEquals(0, file.rows().size());
    }

    @Test
    void aCutOffSheetIsSaidToBeDamaged() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet " + MAIN + "><sheetData><row r=\"1\">");
        ParsedFile file = read(parts);
        assertNotNull(file.error());
    }

    @Test
    void anotherWorkbookIsNoneOfTheKnownFormats() throws IOException {
        ParsedFile file = read(parts(row(1, "a", "b") + row(2, "1", "2")));
        assertNotNull(file.error());
        assertTrue(file.error().reason().contains("Excel workbook"), file.error()::reason);
    }

    /// 46083.5 is noon of 2 March 2026: 45,658 days to 1 January 2025, 365 of that year, 31 + 28 + 1.
    @Test
    void aBrokersSheetIsReadAsTheCsvThatItWouldBeSavedAs() throws IOException {
        Map<String, String> parts =
                parts(
                        row(1, "Name and surname", "Account", "Currency", "Balance")
                                + row(2, "A B", "123", "EUR", "1000")
                                + row(
                                        4,
                                        "Position",
                                        "Symbol",
                                        "Type",
                                        "Volume",
                                        "Open time",
                                        "Open price",
                                        "Close time",
                                        "Close price",
                                        "Open origin",
                                        "Close origin",
                                        "Purchase value",
                                        "Sale value",
                                        "SL",
                                        "TP",
                                        "Margin",
                                        "Commission",
                                        "Swap",
                                        "Rollover",
                                        "Gross P/L",
                                        "Comment")
                                + "<row r=\"5\">"
                                + text("A", 5, "101")
                                + text("B", 5, "AAA.US")
                                + text("C", 5, "BUY")
                                + "<c r=\"D5\"><v>10</v></c><c r=\"E5\" s=\"1\"><v>46083.5</v></c>"
                                + "<c r=\"F5\"><v>200</v></c><c r=\"G5\" s=\"1\"><v>46084.5</v></c>"
                                + "<c r=\"H5\"><v>210.1</v></c><c r=\"P5\"><v>-1</v></c>"
                                + "<c r=\"Q5\"><v>0</v></c><c r=\"R5\"><v>0</v></c>"
                                + "<c r=\"S5\"><v>101</v></c></row>");
        parts.put(
                "xl/workbook.xml",
                "<workbook "
                        + MAIN
                        + "><sheets><sheet name=\"CLOSED POSITION HISTORY\"/><sheet name=\"CASH"
                        + " OPERATION HISTORY\"/></sheets></workbook>");
        parts.put(
                "xl/worksheets/sheet2.xml",
                "<worksheet "
                        + MAIN
                        + "><sheetData>"
                        + row(1, "ID", "Type", "Time", "Symbol", "Comment", "Amount")
                        + row(
                                2,
                                "2",
                                "Stocks/ETF purchase",
                                "02.03.2026 12:00:00",
                                "AAA.US",
                                "OPEN BUY 10 @ 200.00",
                                "-2000")
                        + "</sheetData></worksheet>");
        ParsedFile file = read(parts);
        assertNull(file.error(), () -> "" + file.error());
        assertEquals("xtb-closed", file.format());
        assertEquals(1, file.rows().size());
        TradeRecord trade = (TradeRecord) file.rows().getFirst().row();
        assertEquals("2026-03-02T12:00:00Z", trade.entryTime().toString());
        assertEquals("2026-03-03T12:00:00Z", trade.exit().orElseThrow().time().toString());
        assertEquals(
                0,
                new BigDecimal("100").compareTo(trade.exit().orElseThrow().netPnl().orElseThrow()));
        assertEquals(5, file.rows().getFirst().line(), "the row of the sheet");
        assertTrue(
                file.notes().stream()
                        .anyMatch(
                                n ->
                                        n.contains("“CLOSED POSITION HISTORY” was read")
                                                && n.contains(
                                                        "“CASH OPERATION HISTORY” (xtb-cash)")),
                file.notes()::toString);
    }
}
