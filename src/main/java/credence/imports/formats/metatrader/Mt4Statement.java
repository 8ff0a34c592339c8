package credence.imports.formats.metatrader;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.JournalFormat;
import credence.imports.PageRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.List;

/// MetaTrader 4, account history, "Save as Report" or "Save as Detailed Report": a web page.
///
/// - Sections *Closed Transactions*, *Open Trades*, *Working Orders*, *Summary*, all in one table, never translated.
/// - Columns `Ticket, Open Time, Type, Size|Lots|Volume, Item|Symbol, Price, S / L, T / P, Close Time, Price, Commission|Commis,
///   [Taxes,] Swap, Profit|Trade P/L, [Comment]`, in old builds behind a column of numbers; times without seconds there.
/// - Numbers have a point, and blanks between thousands. Commission, taxes and swap are negative when paid.
/// - Profit is **before** commission, taxes and swap: *Closed P/L* is the sum of all four (90,066.64 of 123 trades in the sample).
/// - Magic number and comment stand in the title of the ticket's cell (`#11545991 ICM[tp]`) and, where comments are shown, in a
///   second row below the trade. Manual trades have neither. Brokers add `[sl]`, `[tp]`, `from #1`, `to #2`.
/// - Among the closed: `balance` and `credit` rows, and pending orders with `cancelled` in place of the figures.
/// - The ticket is unique in an account; the rest of a partly closed order gets a ticket of its own.
/// - Times are the broker's server time, which is stated nowhere; S / L and T / P are the last ones, not the first.
public final class Mt4Statement implements JournalFormat {

    @Override
    public String id() {
        return "mt4-statement";
    }

    @Override
    public String title() {
        return "MetaTrader 4, account statement (HTML)";
    }

    @Override
    public Detection detect(Document document) {
        for (PageRow row : document.pageIfAny()) {
            if (headerOf(row) != null) {
                return new Detection(
                        95,
                        "Line "
                                + row.line()
                                + " is the header of a MetaTrader 4 statement (Ticket, Open Time,"
                                + " Type, Profit).",
                        null);
            }
        }
        return Detection.no("No header of a MetaTrader 4 statement (Ticket, Open Time, Type).");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        List<PageRow> rows = document.page();
        new Mt4StatementReader(new Mt4Lists(rows), options, tally).read();
    }

    /// The header of a list of trades, else null.
    static @org.jspecify.annotations.Nullable Header headerOf(PageRow row) {
        if (row.cells().size() < 12
                || row.cells().stream().limit(2).noneMatch(c -> c.text().equals("Ticket"))) {
            return null;
        }
        Row texts = row.texts();
        Header header = new Header(java.util.Arrays.asList(cells(texts)));
        return header.has("Ticket")
                        && header.has("Open Time")
                        && header.has("Type")
                        && header.findAny("Size", "Lots", "Volume") >= 0
                        && header.findAny("Profit", "Trade P/L") >= 0
                ? header
                : null;
    }

    static String[] cells(Row row) {
        String[] cells = new String[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.cell(i);
        }
        return cells;
    }
}
