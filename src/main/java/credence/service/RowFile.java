package credence.service;

import credence.service.CheckedRow.Status;
import credence.service.port.SourceLines;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Rows of an import as a CSV file: what did not come in, to be looked at or corrected elsewhere and given back.
///
/// Columns: `file, line, status, column, value, reason, remedy, row`. As corrections the columns `file`, `line` and `row` count; `file` may be left
/// out where only one is imported, and a row that is empty corrects nothing.
public final class RowFile {

    private static final List<String> COLUMNS =
            List.of("file", "line", "status", "column", "value", "reason", "remedy", "row");

    /// A row to be read as another text.
    ///
    /// @param file name; empty when the file says none
    public record Corrected(String file, int line, String row) {}

    private RowFile() {}

    /// Writes the rows of some statuses.
    ///
    /// @param lines of each file of the plan, by its place
    public static void write(
            ImportPlan plan, Set<Status> statuses, IntFunction<SourceLines> lines, Writer to)
            throws IOException {
        CheckedRows rows = new CheckedRows(plan);
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            csv.writeRecord(COLUMNS);
            for (Status status : Status.values()) {
                if (statuses.contains(status)) {
                    rows.of(status)
                            .forEach(
                                    r ->
                                            csv.writeRecord(
                                                    rows.report(r).file(),
                                                    r.line() == 0 ? "" : "" + r.line(),
                                                    r.status().word(),
                                                    r.column(),
                                                    r.text(),
                                                    r.count() == 1
                                                            ? r.reason()
                                                            : r.reason()
                                                                    + " ("
                                                                    + r.count()
                                                                    + " rows)",
                                                    r.remedy(),
                                                    text(plan, r, lines).orElse("")));
                }
            }
        }
    }

    /// The line of a row as it is read: as the file says, or as the trader corrected it; nothing when it is no line of its file.
    public static Optional<String> text(
            ImportPlan plan, CheckedRow r, IntFunction<SourceLines> lines) {
        Optional<String> corrected =
                plan.files().get(r.file()).decided().corrections().stream()
                        .filter(c -> c.line() == r.line())
                        .map(c -> c.after())
                        .findFirst();
        return corrected.or(
                () ->
                        r.line() > 0 && plan.lined(r.file())
                                ? lines.apply(r.file()).line(r.line())
                                : Optional.empty());
    }

    /// Reads corrections.
    ///
    /// @throws ServiceException when the file cannot be read as such
    public static List<Corrected> read(Path file) {
        List<Corrected> corrected = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(file))) {
            for (NamedCsvRecord r : csv) {
                String line =
                        r.findField("line")
                                .orElseThrow(() -> unfit(file, "it has no column “line”"))
                                .strip();
                String row =
                        r.findField("row").orElseThrow(() -> unfit(file, "it has no column “row”"));
                if (line.isEmpty() || row.isBlank()) {
                    continue; // several rows in one, or one that is no line of its file
                }
                if (!line.matches("[0-9]{1,9}") || Integer.parseInt(line) < 1) {
                    throw unfit(file, "“" + line + "” is no number of a line");
                }
                corrected.add(
                        new Corrected(
                                r.findField("file").orElse("").strip(),
                                Integer.parseInt(line),
                                row));
            }
        } catch (CharacterCodingException _) {
            throw unfit(file, "it is not written in UTF-8");
        } catch (CsvParseException _) {
            throw unfit(file, "a quotation mark opens and never closes");
        } catch (IOException e) {
            throw unfit(file, String.valueOf(e.getMessage()));
        }
        return corrected;
    }

    private static ServiceException unfit(Path file, String why) {
        return new ServiceException(
                "The corrections in "
                        + file
                        + " cannot be read: "
                        + why
                        + ". They need the columns line and row, and file where several are"
                        + " imported.");
    }
}
