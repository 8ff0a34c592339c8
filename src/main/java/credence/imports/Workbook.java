package credence.imports;

import credence.imports.ZipArchive.Entry;
import credence.service.port.Progress;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The rows of all sheets of an Excel workbook (.xlsx), one sheet after the other, as the sheets show them: formulas are their
/// last results, dates are written out. Numbers are binary fractions in the file; the shortest decimal of each is taken.
///
/// Document types and entities are refused; nothing is fetched, computed or run.
final class Workbook {

    private static final int MOST_ROWS = 2_000_000;
    private static final long MOST_CELLS = 20_000_000;
    private static final int CANCEL_EVERY = 1024;
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet(\\d{1,6})\\.xml");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss", Locale.ROOT);
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final int SECONDS_A_DAY = 86_400;
    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    private final ZipArchive archive;
    private final ImportLimits limits;
    private final Progress progress;
    private final List<String> shared = new ArrayList<>();
    private final List<Boolean> dateStyles = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private LocalDateTime epoch = EPOCH_1900;
    private long cells;

    private Workbook(ZipArchive archive, ImportLimits limits, Progress progress) {
        this.archive = archive;
        this.limits = limits;
        this.progress = progress;
    }

    /// The sheets one by one, in their order.
    ///
    /// @throws UnreadableFile when the workbook is damaged or too big
    static List<Sheet> sheets(ZipArchive archive, ImportLimits limits, Progress progress)
            throws UnreadableFile {
        try {
            return new Workbook(archive, limits, progress).sheets();
        } catch (XMLStreamException _) {
            throw damaged();
        }
    }

    /// @throws UnreadableFile when the workbook is damaged or too big
    static List<PageRow> read(ZipArchive archive, ImportLimits limits, Progress progress)
            throws UnreadableFile {
        try {
            return new Workbook(archive, limits, progress).rows();
        } catch (XMLStreamException _) {
            throw damaged();
        }
    }

    private static UnreadableFile damaged() {
        return new UnreadableFile(
                "The workbook is damaged: one of its parts is no well-formed XML.",
                "Export it again, or save it as CSV.");
    }

    private List<PageRow> rows() throws UnreadableFile, XMLStreamException {
        List<PageRow> rows = new ArrayList<>();
        for (Sheet sheet : sheets()) {
            rows.addAll(sheet.rows());
        }
        return rows;
    }

    private List<Sheet> sheets() throws UnreadableFile, XMLStreamException {
        part("xl/workbook.xml", this::book);
        part("xl/sharedStrings.xml", this::strings);
        part("xl/styles.xml", this::styles);
        List<Entry> sheets = new ArrayList<>();
        for (Entry entry : archive.entries()) {
            if (SHEET.matcher(entry.name()).matches()) {
                sheets.add(entry);
            }
        }
        sheets.sort(java.util.Comparator.comparingInt(Workbook::number));
        List<Sheet> read = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            List<PageRow> rows = new ArrayList<>();
            walk(sheets.get(i), reader -> sheet(reader, rows));
            read.add(new Sheet(i < names.size() ? names.get(i) : "sheet " + (i + 1), rows));
        }
        return read;
    }

    private static int number(Entry sheet) {
        Matcher m = SHEET.matcher(sheet.name());
        return m.matches() ? Integer.parseInt(m.group(1)) : 0;
    }

    private interface Part {
        void read(XMLStreamReader reader) throws XMLStreamException, UnreadableFile;
    }

    private void part(String name, Part part) throws UnreadableFile, XMLStreamException {
        Optional<Entry> entry = archive.find(name);
        if (entry.isPresent()) {
            walk(entry.get(), part);
        }
    }

    private void walk(Entry entry, Part part) throws UnreadableFile, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> {
                    throw new XMLStreamException("nothing is fetched");
                });
        XMLStreamReader reader =
                factory.createXMLStreamReader(new ByteArrayInputStream(archive.read(entry)));
        try {
            part.read(reader);
        } finally {
            reader.close();
        }
    }

    private void book(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        while (next(reader)) {
            if (starts(reader, "sheet")) {
                names.add(attribute(reader, "name"));
            } else if (starts(reader, "workbookPr")) {
                String written = attribute(reader, "date1904");
                epoch = written.equals("1") || written.equals("true") ? EPOCH_1904 : EPOCH_1900;
            }
        }
    }

    /// A string may be written in runs; notes on pronunciation (`rPh`) are no part of it.
    private void strings(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean aside = false;
        while (next(reader)) {
            if (starts(reader, "si")) {
                text.setLength(0);
            } else if (starts(reader, "t")) {
                inText = !aside;
            } else if (starts(reader, "rPh")) {
                aside = true;
            } else if (ends(reader, "rPh")) {
                aside = false;
            } else if (ends(reader, "t")) {
                inText = false;
            } else if (ends(reader, "si")) {
                shared.add(text.toString());
            } else if (inText && reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
    }

    private void styles(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        Map<String, String> codes = new HashMap<>();
        Set<String> dates = new HashSet<>();
        boolean cellFormats = false;
        while (next(reader)) {
            if (starts(reader, "numFmt")) {
                codes.put(attribute(reader, "numFmtId"), attribute(reader, "formatCode"));
            } else if (starts(reader, "cellXfs")) {
                cellFormats = true;
                codes.forEach(
                        (id, code) -> {
                            if (shownAsDate(code)) {
                                dates.add(id);
                            }
                        });
            } else if (ends(reader, "cellXfs")) {
                cellFormats = false;
            } else if (cellFormats && starts(reader, "xf")) {
                String id = attribute(reader, "numFmtId");
                dateStyles.add(dates.contains(id) || (!codes.containsKey(id) && builtInDate(id)));
            }
        }
    }

    private static boolean shownAsDate(String code) {
        String bare = QUOTED.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
        return !bare.contains("general")
                && (bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || bare.contains("h:m"));
    }

    /// Formats 14 to 22 and 45 to 47 of the standard are dates and times.
    private static boolean builtInDate(String id) {
        try {
            int n = Integer.parseInt(id);
            return (n >= 14 && n <= 22) || (n >= 45 && n <= 47);
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private void sheet(XMLStreamReader reader, List<PageRow> rows)
            throws XMLStreamException, UnreadableFile {
        List<PageCell> row = new ArrayList<>();
        int line = 0;
        int column = 0;
        String type = "";
        String style = "";
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        while (next(reader)) {
            if (starts(reader, "row")) {
                row = new ArrayList<>();
                line = line(attribute(reader, "r"), line + 1);
                column = -1;
            } else if (starts(reader, "c")) {
                column = column(attribute(reader, "r"), column + 1, line);
                type = attribute(reader, "t");
                style = attribute(reader, "s");
                value.setLength(0);
            } else if (starts(reader, "v") || starts(reader, "t")) {
                inValue = true;
            } else if (ends(reader, "v") || ends(reader, "t")) {
                inValue = false;
            } else if (inValue && reader.isCharacters()) {
                value.append(reader.getText());
            } else if (ends(reader, "c")) {
                String text = text(type, style, value.toString());
                if (!text.isBlank()) {
                    place(row, column, text, line);
                }
            } else if (ends(reader, "row")) {
                rows.add(new PageRow(line, row));
                if (rows.size() > MOST_ROWS) {
                    throw tooBig("more than " + MOST_ROWS + " rows");
                }
                if (rows.size() % CANCEL_EVERY == 0) {
                    progress.checkCancelled();
                }
            }
        }
    }

    private void place(List<PageCell> row, int column, String text, int line)
            throws UnreadableFile {
        if (column >= limits.maxColumns()) {
            throw new UnreadableFile(
                    line,
                    "",
                    text,
                    "The row has more than " + limits.maxColumns() + " columns.",
                    "Check that it is the right file.");
        }
        while (row.size() < column) {
            row.add(PageCell.of(""));
        }
        PageCell cell = PageCell.of(text);
        if (column < row.size()) {
            row.set(column, cell);
        } else {
            row.add(cell);
        }
        cells += row.size() - column + 1L;
        if (cells > MOST_CELLS) {
            throw tooBig("more than " + MOST_CELLS + " cells");
        }
    }

    private String text(String type, String style, String value) {
        return switch (type) {
            case "s" -> {
                int i = index(value);
                yield i >= 0 && i < shared.size() ? shared.get(i) : "";
            }
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "", "n" -> number(value, style);
            default -> value;
        };
    }

    private String number(String value, String style) {
        try {
            double d = Double.parseDouble(value);
            int i = style.isEmpty() ? -1 : index(style);
            if (i >= 0 && i < dateStyles.size() && dateStyles.get(i) && d >= 0 && d < LAST_DAY) {
                return TIME.format(epoch.plusSeconds(Math.round(d * SECONDS_A_DAY)));
            }
            return Double.isFinite(d)
                    ? new BigDecimal(Double.toString(d)).stripTrailingZeros().toPlainString()
                    : value;
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private static int index(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static int line(String written, int next) {
        int line = index(written);
        return line > 0 ? line : next;
    }

    /// `B3` is column 1; a cell without reference follows the one before.
    private int column(String reference, int next, int line) throws UnreadableFile {
        int column = 0;
        int i = 0;
        while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
            if (column > 1 << 20) {
                throw new UnreadableFile(
                        line, "", reference, "There is no such column.", "Export the file again.");
            }
            i++;
        }
        return i == 0 ? next : column - 1;
    }

    private static boolean next(XMLStreamReader reader) throws XMLStreamException, UnreadableFile {
        if (!reader.hasNext()) {
            return false;
        }
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableFile(
                    "The workbook holds a document type or an entity of its own, which no"
                            + " workbook needs.",
                    "Do not use this file; export it again.");
        }
        return true;
    }

    private static boolean starts(XMLStreamReader reader, String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    private static boolean ends(XMLStreamReader reader, String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    private static String attribute(XMLStreamReader reader, String name) {
        @Nullable String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static UnreadableFile tooBig(String what) {
        return new UnreadableFile(
                "The workbook has " + what + ".", "Export shorter spans of time.");
    }
}
