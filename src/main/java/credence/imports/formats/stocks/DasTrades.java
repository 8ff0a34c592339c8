package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DAS Trader, the window of trades as CSV.
///
/// - `Time,Symbol,Side,Price,Qty,Route,Broker,Account,Type,Cloid,Liq`; other arrangements of its columns occur. Time of day and no
///   date, unless the trader has added it: the day is `--date`, else what the file's name says.
/// - Sides `B` (buys or covers), `S` (sells what is held), `SS` (a short sale, which opens); quantity without sign. Price in dollars, no costs.
/// - `Cloid` is the order's id, not the execution's.
public final class DasTrades implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "DAS Trader's trades",
                    "Time",
                    "Symbol",
                    "Side",
                    "Price",
                    "Qty",
                    "Route",
                    "Account",
                    "Cloid|Liq|Broker");
    private static final Pattern DAY_IN_NAME =
            Pattern.compile(
                    "(20\\d{2})[-_. ]?(\\d{2})[-_."
                            + " ]?(\\d{2})|(\\d{2})[-_.](\\d{2})[-_.](20\\d{2})");

    @Override
    public String id() {
        return "das-trades";
    }

    @Override
    public String title() {
        return "DAS Trader, trades (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Table table = Table.read(document, Recognised.place(detection), tally);
        ZoneId zone =
                TimeColumn.required(
                        options,
                        "The times of DAS Trader are those of the market (America/New_York)");
        Optional<LocalDate> day = options.date().or(() -> dayInName(document.name()));
        new Reader(table, zone, day, options, tally).read();
    }

    /// `trades_2026-05-18.csv`, `20260518.csv`, `05-18-2026.csv` (month first, as DAS is American).
    static Optional<LocalDate> dayInName(String name) {
        Matcher m = DAY_IN_NAME.matcher(name);
        while (m.find()) {
            try {
                return Optional.of(
                        m.group(1) != null
                                ? LocalDate.of(
                                        Integer.parseInt(m.group(1)),
                                        Integer.parseInt(m.group(2)),
                                        Integer.parseInt(m.group(3)))
                                : LocalDate.of(
                                        Integer.parseInt(m.group(6)),
                                        Integer.parseInt(m.group(4)),
                                        Integer.parseInt(m.group(5))));
            } catch (DateTimeException _) {
                // another number of that shape
            }
        }
        return Optional.empty();
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final Optional<LocalDate> day;
        private final Tally tally;
        private final ShareFills fills;
        private final TimeColumn times;

        Reader(
                Table table,
                ZoneId zone,
                Optional<LocalDate> day,
                ImportOptions options,
                Tally tally)
                throws UnreadableFile {
            this.table = table;
            this.h = table.header();
            this.day = day;
            this.tally = tally;
            this.fills = new ShareFills("DAS Trader", options, tally);
            boolean timeOnly =
                    table.rows().stream().anyMatch(r -> timeOnly(r.cell(h.find("Time"))));
            if (timeOnly && day.isEmpty() && !h.has("Date")) {
                throw new UnreadableFile(
                        "The file has times of day and no date, and its name holds none.",
                        "Say the day of the trades: --date 2026-05-18.");
            }
            this.times = TimeColumn.known("Time", DateOrder.MONTH_FIRST, zone, tally);
        }

        private static boolean timeOnly(String cell) {
            return cell.strip().matches("\\d{1,2}:\\d{2}(:\\d{2})?(\\.\\d+)?( [APap][Mm])?");
        }

        void read() {
            Cells cells = new Cells(table, NumberStyle.POINT);
            for (Row row : table.rows()) {
                try {
                    fill(cells.at(row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
        }

        private void fill(Cells cells) throws RefusedRow {
            String text = cells.text(h.find("Time"));
            String date = cells.text(h.find("Date"));
            String moment =
                    timeOnly(text)
                            ? (date.isEmpty() ? day.map(LocalDate::toString).orElse("") : date)
                                    + " "
                                    + text
                            : text;
            String side = cells.text(h.find("Side")).toUpperCase(Locale.ROOT);
            if (!side.matches("B|BUY|S|SELL|SS|SHRT|SHORT")) {
                throw cells.refuse(
                        h.find("Side"),
                        "This is no side of DAS Trader (B, S, SS).",
                        "Export the trades again.");
            }
            boolean opensShort = side.matches("SS|SHRT|SHORT");
            String order = cells.text(h.find("Cloid"));
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    cells.text(h.find("Account")),
                                    cells.text(h.find("Symbol")),
                                    "Symbol",
                                    side.startsWith("B") ? Side.BUY : Side.SELL,
                                    cells.positive(h.find("Qty")),
                                    cells.number(h.find("Price")),
                                    times.read(moment.strip(), cells.line()))
                            .effect(effect(side, opensShort))
                            .currency(fills.owners().currency(""))
                            .identifiedBy(order)
                            .extra("order_id", order)
                            .extra("route", cells.text(h.find("Route")))
                            .extra("order_type", cells.text(h.find("Type")))
                            .extra("liquidity", cells.text(h.find("Liq")));
            fills.add(draft);
        }

        private static PositionEffect effect(String side, boolean opensShort) {
            return opensShort
                    ? PositionEffect.OPEN
                    : side.startsWith("B") ? PositionEffect.UNKNOWN : PositionEffect.CLOSE;
        }
    }
}
