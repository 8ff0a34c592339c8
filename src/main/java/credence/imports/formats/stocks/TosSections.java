package credence.imports.formats.stocks;

import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks through a file of thinkorswim: a line of one cell is a section's title, the line below its header.
final class TosSections {

    private static final Pattern ACCOUNT = Pattern.compile("\\bfor (\\S*\\d\\S*)");
    private static final int CELLS_OF_HEADER = 3;

    private final ImportOptions options;
    private final Tally tally;

    TosSections(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
    }

    private record Section(String title, Table table) {}

    /// @param fills title of the section that holds the executions
    /// @param others in words, what rows of the other sections are
    void read(Document document, String fills, java.util.function.Function<String, String> others)
            throws UnreadableFile {
        ZoneId zone =
                TimeColumn.required(
                        options, "The times of thinkorswim are those set in its own settings");
        List<Section> sections = sections(document.records(','));
        TosCash cash = new TosCash();
        for (Section s : sections) {
            if (s.table.header().has("Description") && s.table.header().has("Misc Fees")) {
                for (Row row : s.table.rows()) {
                    try {
                        cash.add(s.table, row);
                    } catch (RefusedRow e) {
                        tally.note(
                                "Line "
                                        + row.line()
                                        + " of "
                                        + s.title
                                        + " could not be read for its fees: "
                                        + e.refusal().reason());
                    }
                }
            }
        }
        TosTrades trades = new TosTrades(options, tally, cash, account(document), zone);
        List<TosRemoval> removals = new ArrayList<>();
        for (Section s : sections) {
            for (Row row : s.table.rows()) {
                tally.read(1);
                if (removed(s, row, removals)) {
                    continue;
                }
                if (s.title.equalsIgnoreCase(fills) && s.table.header().has("Exec Time")) {
                    leg(trades, s.table, row);
                } else {
                    tally.skip(others.apply(s.title.toLowerCase(Locale.ROOT)), row);
                }
            }
        }
        trades.finish(removals);
    }

    /// Whether the row is of an option that leaves the account; one that expired is kept for the end, when the trades are known.
    private boolean removed(Section s, Row row, List<TosRemoval> removals) {
        if (!s.table.header().has("Misc Fees")) {
            return false;
        }
        try {
            TosRemoval removal = TosRemoval.of(s.table, row);
            if (removal == null) {
                return false;
            }
            if (removal.expired() && removal.quantity().signum() != 0) {
                removals.add(removal);
            } else {
                tally.skip("exercise, assignment or payment of an option (no trade)", row);
                tally.note(
                        "Options that were exercised, assigned or paid out are left out: their"
                                + " positions stay open, and what they were settled with is not"
                                + " read.");
            }
            return true;
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
            return true;
        }
    }

    private static void leg(TosTrades trades, Table table, Row row) {
        try {
            trades.add(TosLeg.of(table, row));
        } catch (RefusedRow e) {
            int time = table.header().find("Exec Time");
            trades.spoil(e, !row.cell(time).isBlank());
        }
    }

    private static String account(Document document) {
        String first =
                document.beginning().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        Matcher m = ACCOUNT.matcher(first);
        return m.find() ? m.group(1) : "";
    }

    private List<Section> sections(List<Row> records) {
        List<Section> sections = new ArrayList<>();
        String title = "";
        @Nullable Row header = null;
        List<Row> rows = new ArrayList<>();
        for (Row row : records) {
            int filled = 0;
            for (int i = 0; i < row.size(); i++) {
                filled += row.cell(i).isBlank() ? 0 : 1;
            }
            if (filled == 1 && !row.cell(0).isBlank()) {
                close(sections, title, header, rows);
                title = row.cell(0).strip();
                header = null;
                rows = new ArrayList<>();
            } else if (header == null && filled >= CELLS_OF_HEADER) {
                header = row;
            } else if (header != null && filled > 0) {
                rows.add(row);
            }
        }
        close(sections, title, header, rows);
        return sections;
    }

    private void close(List<Section> sections, String title, @Nullable Row header, List<Row> rows) {
        if (header == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            names.add(header.cell(i));
        }
        sections.add(
                new Section(
                        title,
                        Table.of(
                                new HeaderPlace(',', 0, header.line(), new Header(names)),
                                rows,
                                tally)));
    }
}
