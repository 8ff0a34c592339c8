package credence.imports.formats.frameworks;

import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/// QuantConnect, closed trades of a backtest as CSV: one row a round trip.
///
/// - `Entry Time, Symbols, Exit Time, Direction, Entry Price, Exit Price, Quantity, P&L, Fees, [MAE, MFE,] Drawdown, IsWin, [Duration,] Order Ids`; times
///   in UTC with a `Z`; Direction `Buy` or `Long` is a long trade, `Sell` or `Short` a short one; Quantity without sign.
/// - P&L is Lean's ProfitLoss: before fees, which Fees holds for both sides.
/// - No id, no name of the algorithm. Several symbols in one row are a spread and no trade of one.
public final class QuantConnectTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "QuantConnect's trades",
                    "Entry Time",
                    "symbols|symbol",
                    "Exit Time",
                    "Direction",
                    "Entry Price",
                    "Exit Price",
                    "Quantity",
                    "P&L",
                    "Fees",
                    "Drawdown",
                    "IsWin");

    @Override
    public String id() {
        return "quantconnect-trades";
    }

    @Override
    public String title() {
        return "QuantConnect, closed trades (CSV)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        FrameworkFile file =
                FrameworkFile.open("QuantConnect", document, detection, options, tally);
        Header h = file.header();
        TimeColumn entries = file.times(h.find("Entry Time"));
        TimeColumn exits = file.times(h.find("Exit Time"));
        int symbols = h.findAny("Symbols", "Symbol");
        if (options.source().isEmpty()) {
            tally.note(
                    "Trades of QuantConnect were taken for those of a backtest. Say --source live"
                            + " if they are not.");
        }
        file.each(
                c -> {
                    String symbol = FrameworkFile.text(c, symbols);
                    if (symbol.matches(".+[;,].+")) {
                        throw c.refuse(
                                symbols,
                                "Several symbols stand in one trade.",
                                "Import the orders of the algorithm instead: they name each.");
                    }
                    Instant entry = entries.read(c.text(h.find("Entry Time")), c.line());
                    BigDecimal pnl = FrameworkFile.number(c, h.find("P&L"));
                    BigDecimal fees = FrameworkFile.number(c, h.find("Fees"));
                    file.rows()
                            .add(
                                    new TradeDraft(
                                                    c.line(),
                                                    file.owners()
                                                            .of(
                                                                    Clues.NONE
                                                                            .symbol(symbol)
                                                                            .time(entry)),
                                                    file.owners()
                                                            .symbol(symbol, c.line(), "Symbols"),
                                                    direction(c, h.find("Direction")),
                                                    new Quantity(
                                                            c.number(h.find("Quantity")).abs()),
                                                    entry,
                                                    new Price(c.positive(h.find("Entry Price"))))
                                            .exit(
                                                    exits.read(
                                                            c.text(h.find("Exit Time")), c.line()),
                                                    new Price(c.positive(h.find("Exit Price"))))
                                            .costs(fees)
                                            .columns(null, fees, null)
                                            .netPnl(
                                                    pnl == null || fees == null
                                                            ? pnl
                                                            : pnl.subtract(fees))
                                            .currency(file.owners().currency(""))
                                            .multiplier(file.multiplier(symbol, entry))
                                            .source(file.owners().source(SourceClass.BACKTEST))
                                            .extra("order_ids", c.text(h.find("Order Ids"))));
                });
        file.finish();
    }

    private static Direction direction(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "buy", "long", "0" -> Direction.LONG;
            case "sell", "short", "1" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column, "This is neither Buy nor Sell.", "Export the trades again.");
        };
    }
}
