package credence.imports;

import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.service.port.mapping.Layout;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/// One file, decoded, as a format gets to see it.
public final class Document implements AutoCloseable {

    /// Records looked at in search of a header: some brokers put a dozen lines in front of it.
    private static final int SEARCHED = 60;

    private static final int CANCEL_EVERY = 4096;
    private static final int SAMPLE = 1 << 16;
    private static final int BEGINNING = 1 << 20;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    private final String name;
    private final Container container;
    private final DocumentText text;
    private final byte[] workbook;
    private final ImportLimits limits;
    private final Progress progress;
    private final List<HeaderPlace> places;
    private @Nullable List<PageRow> page;
    private final Layout layout;

    /// @throws UnreadableFile when the bytes are not the text that they say they are
    static Document of(
            String name,
            FileLoader.Loaded loaded,
            ImportLimits limits,
            Progress progress,
            ImportOptions options)
            throws UnreadableFile {
        FileText large = loaded.text();
        return large == null
                ? of(name, loaded.container(), loaded.bytes(), limits, progress, options)
                : new Document(
                        name,
                        loaded.container(),
                        large.under(encoding(options)),
                        new byte[0],
                        limits,
                        progress,
                        options.layout());
    }

    /// @param bytes content of the file, unpacked
    /// @param options what the trader said about the encoding
    /// @throws UnreadableFile when the bytes are not the text that they say they are
    static Document of(
            String name,
            Container container,
            byte[] bytes,
            ImportLimits limits,
            Progress progress,
            ImportOptions options)
            throws UnreadableFile {
        boolean workbook = container == Container.XLSX;
        return new Document(
                name,
                container,
                new HeldText(workbook ? "" : Encoding.decode(bytes, encoding(options))),
                workbook ? bytes : new byte[0],
                limits,
                progress,
                options.layout());
    }

    static Optional<Charset> encoding(ImportOptions options) {
        return options.layout().encoding().map(Charset::forName);
    }

    /// The same text under what else was said of it.
    Document under(ImportOptions options) {
        return new Document(name, container, text, workbook, limits, progress, options.layout());
    }

    /// @param workbook bytes of a workbook, else none
    Document(
            String name,
            Container container,
            DocumentText text,
            byte[] workbook,
            ImportLimits limits,
            Progress progress,
            Layout layout) {
        this.layout = layout;
        this.name = name;
        this.container = container;
        this.text = text;
        this.workbook = workbook;
        this.limits = limits;
        this.progress = progress;
        this.places = container == Container.TEXT ? places(head(SAMPLE), layout) : List.of();
    }

    /// File name without folders; of a file in an archive its own.
    public String name() {
        return name;
    }

    public Container container() {
        return container;
    }

    /// The whole text; empty for a workbook. A large one is read from its file each time: ask for its beginning to recognise it.
    public String text() {
        try {
            return text.whole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole text; of one of more than 2 MiB the first 1,048,576 characters.
    public String beginning() {
        return text.isLarge() ? head(BEGINNING) : text();
    }

    private String head(int length) {
        try {
            return text.head(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the text stays in its file, so that rows should be read as often as they are needed and not be kept.
    boolean isLarge() {
        return text.isLarge();
    }

    /// Whether the last line is whole.
    public boolean endsWithLineBreak() {
        return text.endsWithLineBreak();
    }

    /// Reads the rows of the text from its beginning. What is not read to its end is closed with the document.
    ///
    /// @throws de.siegmar.fastcsv.reader.CsvParseException while reading, when a quotation mark opens and never closes
    CsvReader<Row> rows(char separator) {
        CsvReader.CsvReaderBuilder csv = csv(separator).allowUnclosedQuote(false);
        if (text instanceof HeldText held) {
            return csv.build(new RowHandler(), held.whole());
        }
        try {
            return csv.build(new RowHandler(), text.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The parts of an Excel workbook, unpacked when asked for and within limits.
    ///
    /// @throws UnreadableFile when the document is no workbook, or a damaged one
    public ZipArchive workbook() throws UnreadableFile {
        return new ZipArchive(workbook, new Expansion(limits, progress));
    }

    /// The sheets of a workbook, each as the delimited text that it would be saved as.
    ///
    /// @throws UnreadableFile when the document is no workbook, or a damaged one
    List<Document> sheets() throws UnreadableFile {
        List<Document> sheets = new ArrayList<>();
        for (Sheet sheet : Workbook.sheets(workbook(), limits, progress)) {
            sheets.add(
                    new Document(
                            sheet.name(),
                            Container.TEXT,
                            new HeldText(sheet.text()),
                            new byte[0],
                            limits,
                            progress,
                            layout));
        }
        return sheets;
    }

    public Progress progress() {
        return progress;
    }

    ImportLimits limits() {
        return limits;
    }

    /// Every row near the beginning that could be a header, under every separator that makes columns of it.
    public List<HeaderPlace> places() {
        return places;
    }

    /// The row that scores highest as a header, under the separator that makes it so; null when every score is 0.
    public @Nullable HeaderPlace header(ToIntFunction<Header> score) {
        HeaderPlace best = null;
        int most = 0;
        for (HeaderPlace place : places) {
            int points = score.applyAsInt(place.header());
            if (points > most) {
                most = points;
                best = place;
            }
        }
        return best;
    }

    /// All records of the text as they stand, blank lines left out; for formats of several sections.
    ///
    /// @throws UnreadableFile when a quotation mark opens and never closes
    public List<Row> records(char separator) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<Row> reader = rows(separator)) {
            for (Row row : reader) {
                rows.add(row);
                if (rows.size() % 4096 == 0) {
                    progress.checkCancelled();
                }
            }
        } catch (CsvParseException _) {
            throw new UnreadableFile(
                    rows.isEmpty() ? 1 : rows.getLast().line() + 1L,
                    "",
                    "",
                    "A quotation mark (\") opens and never closes.",
                    "The file is cut off or damaged: export it again, or close the quotation"
                            + " mark.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// What the trader said of the way the file is written.
    Layout layout() {
        return layout;
    }

    /// The rows of a report: of a web page's tables, of a sheet, or of delimited text. Read once, whoever asks.
    ///
    /// @throws UnreadableFile when the page cannot be read, or is none of these
    public List<PageRow> page() throws UnreadableFile {
        if (page == null) {
            page =
                    switch (container) {
                        case HTML -> HtmlPage.read(text(), limits, progress);
                        case XLSX -> Workbook.read(workbook(), limits, progress);
                        case TEXT -> delimitedPage();
                        default ->
                                throw new UnreadableFile(
                                        "This is " + container.words() + ", not a report.",
                                        "Save the report as a web page (HTML).");
                    };
        }
        return page;
    }

    /// What a web page calls itself; empty for other files.
    public String pageTitle() {
        return container == Container.HTML ? HtmlPage.title(text()) : "";
    }

    /// The rows of [#page()], for telling whether a file is a report: no rows where it cannot be read.
    public List<PageRow> pageIfAny() {
        try {
            return container == Container.TEXT ? List.of() : page();
        } catch (UnreadableFile _) {
            return List.of();
        }
    }

    private List<PageRow> delimitedPage() throws UnreadableFile {
        HeaderPlace widest = header(Header::size);
        List<PageRow> rows = new ArrayList<>();
        for (Row row : records(widest == null ? ',' : widest.separator())) {
            List<PageCell> cells = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                cells.add(PageCell.of(row.cell(i)));
            }
            rows.add(new PageRow(row.line(), cells));
        }
        return rows;
    }

    /// Some records, for looking at the file; blank lines are left out.
    ///
    /// @param from number of the first record, first 0
    /// @throws UnreadableFile when a quotation mark opens and never closes before the last of them
    public List<Row> records(char separator, int from, int count) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<Row> reader = csv(separator).build(new RowHandler(), text.open())) {
            int record = 0;
            for (Row row : reader) {
                if (record++ >= from) {
                    rows.add(row);
                }
                if (rows.size() == count) {
                    break;
                }
            }
        } catch (CsvParseException _) {
            throw new UnreadableFile(
                    "A quotation mark (\") opens and never closes.", "Export the file again.");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        return rows;
    }

    /// Goes through all records from one on, without keeping them; blank lines are left out.
    ///
    /// @param from number of the first record, first 0
    /// @throws UnreadableFile when a quotation mark opens and never closes
    public void each(char separator, int from, Consumer<Row> visitor) throws UnreadableFile {
        try (CsvReader<Row> reader = csv(separator).build(new RowHandler(), text.open())) {
            int record = 0;
            for (Row row : reader) {
                if (record++ >= from) {
                    visitor.accept(row);
                }
                if (record % CANCEL_EVERY == 0) {
                    progress.checkCancelled();
                }
            }
        } catch (CsvParseException _) {
            throw new UnreadableFile(
                    "A quotation mark (\") opens and never closes.", "Export the file again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first line that is not blank, for messages.
    String firstLine() {
        String head = head(SAMPLE);
        int from = 0;
        while (from < head.length() && Character.isWhitespace(head.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < head.length() && head.charAt(to) != '\n' && head.charAt(to) != '\r') {
            to++;
        }
        return Shown.cut(head.substring(from, Math.min(to, from + 300)));
    }

    private CsvReader.CsvReaderBuilder csv(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /// @param said the separator and the line of the header, where the trader names them
    private List<HeaderPlace> places(String head, Layout said) {
        List<HeaderPlace> found = new ArrayList<>();
        for (char separator : said.separator().map(c -> new char[] {c}).orElse(SEPARATORS)) {
            if (head.indexOf(separator) < 0) {
                continue;
            }
            int record = 0;
            try (CsvReader<CsvRecord> reader = csv(separator).ofCsvRecord(head)) {
                for (CsvRecord r : reader) {
                    long line = r.getStartingLineNumber();
                    if (r.getFieldCount() > 1
                            && said.headerLine().filter(at -> at > 0 && at != line).isEmpty()) {
                        found.add(
                                new HeaderPlace(
                                        separator,
                                        record,
                                        (int) r.getStartingLineNumber(),
                                        new Header(r.getFields())));
                    }
                    if (++record == SEARCHED) {
                        break;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory cannot fail", e);
            } catch (CsvParseException _) {
                continue; // not a table under this separator
            }
        }
        return found;
    }

    /// Lets go of the file.
    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
