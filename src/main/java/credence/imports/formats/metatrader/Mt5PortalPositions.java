package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A broker portal's "Mt5 Position History List" as CSV: one row an execution.
///
/// - Two lines before the header: `Report`, and `Name: Mt5 Position History List ,Produced At: …`.
/// - `Symbol, Account Number, Position, Position Status, Date Time, Transaction Type, Trade Volume Lots, Open Price, Profit`; symbols
///   padded with blanks; `3/2/2026 1:47:41 AM`, months first.
/// - Transaction Type `Trade Buy In` / `Trade Sell Out` and `Trade Sell In` / `Trade Buy Out`; the number of the position joins
///   them; a position may be left in parts.
/// - Profit stands at the way out, **before** commission and swap (MetaTrader's own position history has columns for them beside Profit), which
///   are nowhere; neither is the currency.
public final class Mt5PortalPositions implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "a MetaTrader 5 portal's position history",
                    "Symbol",
                    "Account Number",
                    "Position",
                    "Date Time",
                    "Transaction Type",
                    "Trade Volume Lots",
                    "Open Price",
                    "Profit");

    private static final MathContext AVERAGE = new MathContext(16, RoundingMode.HALF_EVEN);

    private record Leg(
            int line,
            String symbol,
            String account,
            Direction direction,
            boolean in,
            Instant time,
            BigDecimal lots,
            BigDecimal price,
            BigDecimal profit) {}

    @Override
    public String id() {
        return "mt5-portal-positions";
    }

    @Override
    public String title() {
        return "MetaTrader 5, a portal's position history (CSV)";
    }

    @Override
    public String book() {
        return "MetaTrader 5";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Objects.requireNonNull(detection.header());
        Table table = Table.read(document, place, tally);
        Header h = table.header();
        int time = h.find("Date Time");
        int lots = h.find("Trade Volume Lots");
        int price = h.find("Open Price");
        int profit = h.find("Profit");
        Cells c = new Cells(table, NumberStyle.settle(table, lots, price, profit));
        TimeColumn times =
                TimeColumn.settle(
                        table,
                        time,
                        TimeColumn.required(options, MetaTrader.TIMES),
                        DateOrder.MONTH_FIRST);
        tally.keepingRows();
        Map<String, List<Leg>> positions = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String type = c.text(h.find("Transaction Type")).toLowerCase(Locale.ROOT);
                if (!type.startsWith("trade ")) {
                    tally.skip("row that is no trade (" + type + ")", row);
                    continue;
                }
                boolean in = type.endsWith(" in");
                boolean buy = type.contains(" buy ");
                if ((!in && !type.endsWith(" out")) || (!buy && !type.contains(" sell "))) {
                    throw c.refuse(
                            h.find("Transaction Type"),
                            "This is none of Trade Buy In, Trade Sell Out, Trade Sell In, Trade"
                                    + " Buy Out.",
                            "Export the list again.");
                }
                String account = c.text(h.find("Account Number"));
                positions
                        .computeIfAbsent(
                                account + ' ' + c.text(h.find("Position")), _ -> new ArrayList<>())
                        .add(
                                new Leg(
                                        c.line(),
                                        c.text(h.find("Symbol")),
                                        account,
                                        in == buy ? Direction.LONG : Direction.SHORT,
                                        in,
                                        times.read(c.text(time), c.line()),
                                        c.positive(lots),
                                        c.number(price),
                                        c.number(profit)));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        trades(positions, new Owners("MetaTrader 5", options, tally), tally);
        times.noteRepeatedHours(tally);
    }

    private static void trades(Map<String, List<Leg>> positions, Owners owners, Tally tally) {
        PointWorth worth = new PointWorth(false);
        for (List<Leg> legs : positions.values()) {
            BigDecimal entry = entry(legs);
            for (Leg leg : legs) {
                if (!leg.in && entry.signum() > 0) {
                    worth.add(leg.symbol, leg.direction, leg.lots, entry, leg.price, leg.profit);
                }
            }
        }
        JournalRows rows = new JournalRows(tally);
        positions.forEach((key, legs) -> position(key, legs, owners, worth, rows, tally));
        rows.acceptAll(tally);
        if (!rows.isEmpty()) {
            tally.note("The list states neither commission nor swap: results are before them.");
        }
    }

    private static void position(
            String key,
            List<Leg> legs,
            Owners owners,
            PointWorth worth,
            JournalRows rows,
            Tally tally) {
        List<Leg> ins = legs.stream().filter(Leg::in).toList();
        List<Leg> outs = legs.stream().filter(l -> !l.in()).toList();
        if (ins.isEmpty()) {
            outs.forEach(
                    out ->
                            tally.skip(
                                    "closing of a position that was opened before the list"
                                            + " begins",
                                    out.line));
            return;
        }
        Leg first = ins.getFirst();
        BigDecimal entry = entry(legs);
        int uncounted = ins.size();
        BigDecimal left = ins.stream().map(Leg::lots).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Leg out : outs) {
            left = left.subtract(out.lots);
            try {
                rows.add(
                        draft(first, owners, out.lots, entry)
                                .dataRows(1 + uncounted)
                                .id(key.substring(key.indexOf(' ') + 1) + '@' + out.time)
                                .exit(out.time, new Price(out.price))
                                .reason(ExitReason.UNKNOWN)
                                .netPnl(out.profit)
                                .stated(out.profit.toPlainString(), ResultBasis.BEFORE_COSTS)
                                .multiplier(
                                        worth.of(
                                                out.symbol,
                                                out.direction,
                                                out.lots,
                                                entry,
                                                out.price,
                                                out.profit)));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
                for (int i = 0; i < uncounted; i++) {
                    tally.skip("opening of a refused trade");
                }
            }
            uncounted = 0;
        }
        if (left.signum() > 0) {
            try {
                rows.add(
                        draft(first, owners, left, entry)
                                .dataRows(uncounted)
                                .id(key.substring(key.indexOf(' ') + 1) + "@open")
                                .multiplier(worth.of(first.symbol)));
            } catch (RefusedRow e) {
                if (uncounted > 0) {
                    tally.refuse(e.refusal());
                }
                for (int i = 1; i < uncounted; i++) {
                    tally.skip("opening of a refused trade");
                }
            }
        }
    }

    private static TradeDraft draft(Leg in, Owners owners, BigDecimal lots, BigDecimal entry)
            throws RefusedRow {
        Clues clues = Clues.NONE.account(in.account).symbol(in.symbol).time(in.time).line(in.line);
        return new TradeDraft(
                        in.line,
                        owners.of(clues),
                        owners.symbol(in.symbol, in.line, "Symbol"),
                        in.direction,
                        new Quantity(lots),
                        in.time,
                        new Price(entry))
                .currency(owners.currency(""))
                .source(owners.source(SourceClass.LIVE));
    }

    /// Average price of the openings; 0 when there are none.
    private static BigDecimal entry(List<Leg> legs) {
        BigDecimal lots = BigDecimal.ZERO;
        BigDecimal basis = BigDecimal.ZERO;
        BigDecimal single = BigDecimal.ZERO;
        int n = 0;
        for (Leg leg : legs) {
            if (leg.in) {
                lots = lots.add(leg.lots);
                basis = basis.add(leg.lots.multiply(leg.price));
                single = leg.price;
                n++;
            }
        }
        return n <= 1 ? single : basis.divide(lots, AVERAGE);
    }
}
