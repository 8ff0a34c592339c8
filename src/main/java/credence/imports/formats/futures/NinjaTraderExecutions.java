package credence.imports.formats.futures;

import credence.core.fact.PositionEffect;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
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
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.Locale;
import java.util.Objects;

/// NinjaTrader 8, grid *Executions* (Control Center, or Trade Performance), exported as CSV.
///
/// - In newer versions the column of the account is `Account display name`.
/// - `Instrument, Action, Quantity, Price, Time, ID, E/X, Position, Order ID, Name, Commission, Rate, Account, Connection,` often with
///   a separator at the end; the user may hide or move columns.
/// - Action `Buy`, `Sell`, `Sell short`, `Buy to cover`; E/X `Entry` or `Exit`; Position is that after the fill: `2 L`, `1 S`, `-`.
/// - One fill may close and turn round: E/X says `Exit`, Position is on the other side. So no `Exit` closes only by its word; the
///   position after it must be flat or still on the side that was being left.
/// - Numbers, money and times in the culture of the PC: `9/8/2026 9:31:05 AM`, `16/09/2026 15:31:02`, `$1.04`, `1,04 €`.
///   The zone is the platform's and stated nowhere.
/// - Commission is of this fill; positive is paid. ID is unique in a database and account.
/// - Name is the order's or signal's name. The strategy is in no column. `Playback` and `Sim` accounts are no live ones.
public final class NinjaTraderExecutions implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "NinjaTrader's executions",
                    "Instrument",
                    "Action",
                    "Quantity|Qty",
                    "Price",
                    "Time",
                    "E/X",
                    "Position");

    @Override
    public String id() {
        return "ninjatrader-executions";
    }

    @Override
    public String title() {
        return "NinjaTrader 8, executions (CSV)";
    }

    @Override
    public String book() {
        return "NinjaTrader";
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
        int quantity = h.findAny("Quantity", "Qty");
        int price = h.find("Price");
        int commission = h.find("Commission");
        int time = h.find("Time");
        Cells c = new Cells(table, NumberStyle.settle(table, price, quantity, commission));
        TimeColumn times =
                TimeColumn.settle(
                        table,
                        time,
                        TimeColumn.required(options, NinjaTrader.TIMES),
                        NinjaTrader.usualOrder(table, time, commission));
        Owners owners = new Owners("NinjaTrader", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String instrument = c.text(h.find("Instrument"));
                String account = c.text(h.findAny("Account", "Account display name"));
                String name = c.text(h.find("Name"));
                var when = times.read(c.text(time), c.line());
                Side side = side(c, h.find("Action"));
                Clues clues =
                        Clues.NONE
                                .bot(c.text(h.find("Strategy")))
                                .account(account)
                                .tag(name)
                                .symbol(instrument)
                                .time(when);
                FillDraft fill =
                        new FillDraft(
                                        c.line(),
                                        owners.of(clues),
                                        when,
                                        owners.symbol(instrument, c.line(), "Instrument"),
                                        side,
                                        new Quantity(c.positive(quantity)),
                                        new Price(c.number(price)))
                                .id(c.text(h.find("ID")))
                                .effect(effect(c, h, side))
                                .commission(c.numberOrNull(commission))
                                .currency(contracts.currency("", instrument))
                                .multiplier(contracts.multiplier(instrument))
                                .tag(name)
                                .source(
                                        owners.source(
                                                NinjaTrader.source(
                                                        account, c.text(h.find("Connection")))));
                for (String kept :
                        new String[] {"Order ID", "E/X", "Position", "Rate", "Connection"}) {
                    fill.extra(kept, c.text(h.find(kept)));
                }
                rows.add(fill);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        times.noteRepeatedHours(tally);
    }

    private static Side side(Cells c, int column) throws RefusedRow {
        return switch (Header.key(c.text(column)).replace("_", "")) {
            case "buy", "buytocover" -> Side.BUY;
            case "sell", "sellshort" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column,
                            "The action is none of Buy, Sell, Sell short, Buy to cover.",
                            "Export the grid again.");
        };
    }

    /// An entry opens; an exit closes only where the position after it is flat or still on the side that it leaves.
    private static PositionEffect effect(Cells c, Header h, Side side) {
        String kind = c.text(h.find("E/X")).toLowerCase(Locale.ROOT);
        String after = c.text(h.find("Position")).toUpperCase(Locale.ROOT);
        boolean isLong = after.endsWith("L");
        boolean isShort = after.endsWith("S");
        boolean flat = after.equals("-") || after.equals("—") || after.startsWith("0");
        if (kind.equals("entry")) {
            return (side == Side.BUY && isLong) || (side == Side.SELL && isShort)
                    ? PositionEffect.OPEN
                    : PositionEffect.UNKNOWN;
        }
        return kind.equals("exit")
                        && (flat || (side == Side.SELL && isLong) || (side == Side.BUY && isShort))
                ? PositionEffect.CLOSE
                : PositionEffect.UNKNOWN;
    }
}
