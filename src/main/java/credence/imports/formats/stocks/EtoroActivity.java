package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.CurrencyCode;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.util.Locale;

/// eToro, account activity as CSV (the sheet of the account statement).
///
/// - `Date,Type,Details,Amount,Units,Realized Equity Change,Realized Equity,Balance,Position ID,Asset type,NWA`; `dd/MM/yyyy HH:mm:ss`;
///   numbers in English or localised style (`"4,581.91"`, `" 1 757,95 "`, `(0,10)`), `-` for none.
/// - `Open Position` puts the amount into the units, `Position closed` pays amount out, of which Realized Equity Change is the result.
///   All money is US dollars; Details is `AMD/USD`. No price: it is amount ÷ units.
/// - Realized Equity Change is **after everything** that was paid at the close: it is the account’s own change.
/// - CFDs state neither direction, leverage nor price here; what was really bought (stocks, ETF, crypto) is long without leverage.
/// - Interest, dividends, fees and payments stand among them. A position's id is one; each side of it is one row.
public final class EtoroActivity implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "eToro's account activity",
                    "Date",
                    "Type",
                    "Details",
                    "Amount",
                    "Units|Units / Contracts",
                    "Realized Equity Change",
                    "Realized Equity",
                    "Position ID");

    @Override
    public String id() {
        return "etoro-activity";
    }

    @Override
    public String title() {
        return "eToro, account activity (CSV)";
    }

    @Override
    public String book() {
        return "eToro";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Table table = Table.read(document, Recognised.place(detection), tally);
        TimeColumn times =
                TimeColumn.known(
                        "Date",
                        DateOrder.DAY_FIRST,
                        TimeColumn.required(options, "The times of eToro are those of its report"),
                        tally);
        new Reader(table, times, options, tally).read();
    }

    private static final class Reader {

        private final Header h;
        private final Table table;
        private final TimeColumn times;
        private final ImportOptions options;
        private final Tally tally;
        private final ShareFills fills;
        private long cfds;
        private long cfdResultsUnread;
        private BigDecimal cfdResults = BigDecimal.ZERO;

        Reader(Table table, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.times = times;
            this.options = options;
            this.tally = tally;
            this.fills = new ShareFills("eToro", options, tally);
        }

        void read() throws UnreadableFile {
            Cells cells =
                    new Cells(
                            table,
                            NumberStyle.settleOrEither(
                                    table,
                                    h.find("Amount"),
                                    h.find("Realized Equity Change"),
                                    h.find("Realized Equity"),
                                    h.find("Balance")));
            for (Row row : table.rows()) {
                cells.at(row);
                String type = cells.text(h.find("Type"));
                String key = type.toLowerCase(Locale.ROOT);
                boolean opens = key.equals("open position");
                if (!opens && !key.equals("position closed")) {
                    tally.skip(type.isEmpty() ? "row of no type" : type + " (no trade)", row);
                    continue;
                }
                String asset = cells.text(h.find("Asset type")).toLowerCase(Locale.ROOT);
                if (!asset.matches("stocks?|etfs?|crypto.*")) {
                    leftOut(cells, opens);
                    continue;
                }
                try {
                    fill(cells, opens, asset.startsWith("crypto"));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            noteLeftOut();
            tally.note(
                    "The file states no prices: a price is the amount divided by the units, exact"
                            + " to the cent of the amount.");
        }

        /// The amount of a CFD is its margin, not what its units are worth: without leverage there is no price, and nothing says long
        /// or short.
        private void leftOut(Cells cells, boolean opens) {
            tally.skip(
                    opens
                            ? "opening of a CFD (neither direction, leverage nor price is stated)"
                            : "closing of a CFD (neither direction, leverage nor price is stated)",
                    cells);
            cfds++;
            try {
                BigDecimal result = cells.numberOrNull(h.find("Realized Equity Change"));
                cfdResults = result == null || opens ? cfdResults : cfdResults.add(result);
            } catch (RefusedRow _) {
                cfdResultsUnread++;
            }
        }

        private void noteLeftOut() {
            if (cfds > 0) {
                tally.note(
                        cfds
                                + (cfds == 1 ? " row is" : " rows are")
                                + " of CFDs and left out: their amount is the margin and not"
                                + " units × price, and neither direction nor leverage is stated."
                                + " They realised "
                                + cfdResults.toPlainString()
                                + " "
                                + options.currency().orElse(CurrencyCode.USD).code()
                                + (cfdResultsUnread > 0
                                        ? " besides " + cfdResultsUnread + " that cannot be read"
                                        : "")
                                + ", which counts nowhere. Import the closed positions of the same"
                                + " account statement: they state all of it.");
            }
        }

        private void fill(Cells cells, boolean opens, boolean crypto) throws RefusedRow {
            BigDecimal units = units(cells);
            BigDecimal amount = cells.number(h.find("Amount"));
            String details = cells.text(h.find("Details"));
            int slash = details.indexOf('/');
            String position = cells.text(h.find("Position ID"));
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    "",
                                    crypto || slash < 0 ? details : details.substring(0, slash),
                                    "Details",
                                    opens ? Side.BUY : Side.SELL,
                                    units,
                                    Notional.price(amount, units),
                                    times.read(cells.raw(h.find("Date")), cells.line()))
                            .effect(opens ? PositionEffect.OPEN : PositionEffect.CLOSE)
                            .currency(fills.owners().currency(""))
                            .id(
                                    position.isEmpty() || position.equals("-")
                                            ? ""
                                            : position + (opens ? " open" : " close"))
                            .extra("position", position)
                            .extra("details", details)
                            .extra("amount", cells.text(h.find("Amount")))
                            .amount(amount);
            if (!opens) {
                draft.stated(cells.text(h.find("Realized Equity Change")), ResultBasis.AFTER_COSTS);
            }
            fills.add(draft);
        }

        /// Units always have a decimal point, also in localised files.
        private BigDecimal units(Cells cells) throws RefusedRow {
            int column = h.findAny("Units", "Units / Contracts");
            BigDecimal units = null;
            try {
                units = NumberStyle.POINT.read(cells.text(column));
            } catch (NumberFormatException _) {
                // refused below
            }
            if (units == null || units.signum() <= 0) {
                throw cells.refuse(
                        column,
                        "The units must be a number above zero.",
                        "Export the statement again.");
            }
            return units;
        }
    }
}
