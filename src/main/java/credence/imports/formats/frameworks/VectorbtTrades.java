package credence.imports.formats.frameworks;

import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;

/// vectorbt, `portfolio.trades.records_readable.to_csv()`: one row a trade.
///
/// - `Exit Trade Id` (`Trade Id`, `Position Id`), `Column, Size, Entry Timestamp, Avg Entry Price, Entry Fees, Exit Timestamp, Avg Exit Price,
///   Exit Fees, PnL, Return, Direction, Status, Position Id`; later versions say `Index` for `Timestamp` in the names.
/// - PnL is after both fees. `Status` is Closed, or Open with the last bar as mark.
/// - `Column` is the column of the price table: the symbol, or the set of parameters. With `--symbol` it is the bot, else the symbol.
public final class VectorbtTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "trades of vectorbt",
                    "Column",
                    "Size",
                    "Entry Timestamp|Entry Index",
                    "Avg Entry Price|Avg. Entry Price|Entry Price",
                    "Entry Fees",
                    "Exit Timestamp|Exit Index",
                    "Avg Exit Price|Avg. Exit Price|Exit Price",
                    "Exit Fees",
                    "PnL",
                    "Direction",
                    "Status");

    @Override
    public String id() {
        return "vectorbt-trades";
    }

    @Override
    public String title() {
        return "vectorbt, trades (CSV)";
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
        FrameworkFile file = FrameworkFile.open("vectorbt", document, detection, options, tally);
        Header h = file.header();
        int in = h.findAny("Avg Entry Price", "Avg. Entry Price", "Entry Price");
        int out = h.findAny("Avg Exit Price", "Avg. Exit Price", "Exit Price");
        int entryTime = h.findAny("Entry Timestamp", "Entry Index");
        int exitTime = h.findAny("Exit Timestamp", "Exit Index");
        TimeColumn entries = file.times(entryTime);
        TimeColumn exits = file.times(exitTime);
        boolean columnIsBot = options.symbol().isPresent();
        file.each(
                c -> {
                    String column = FrameworkFile.text(c, h.find("Column"));
                    Instant entry = entries.read(c.text(entryTime), c.line());
                    Clues clues = Clues.NONE.time(entry);
                    boolean numbered = column.chars().allMatch(Character::isDigit);
                    TradeDraft trade =
                            new TradeDraft(
                                    c.line(),
                                    file.owners()
                                            .of(
                                                    columnIsBot && !numbered
                                                            ? clues.bot(column)
                                                            : clues),
                                    file.owners()
                                            .symbol(
                                                    columnIsBot || numbered ? "" : column,
                                                    c.line(),
                                                    "Column"),
                                    direction(c.text(h.find("Direction"))),
                                    new Quantity(c.positive(h.find("Size"))),
                                    entry,
                                    new Price(c.positive(in)));
                    Instant until = exits.read(c.text(exitTime), c.line());
                    Price price = new Price(c.positive(out));
                    BigDecimal pnl = FrameworkFile.number(c, h.find("PnL"));
                    if (c.text(h.find("Status")).equalsIgnoreCase("open")) {
                        trade.mark(until, price, pnl);
                    } else {
                        BigDecimal opening = FrameworkFile.number(c, h.find("Entry Fees"));
                        BigDecimal closing = FrameworkFile.number(c, h.find("Exit Fees"));
                        BigDecimal fees =
                                opening == null || closing == null ? null : opening.add(closing);
                        trade.exit(until, price).costs(fees).columns(null, fees, null).netPnl(pnl);
                    }
                    trade.currency(file.owners().currency(""))
                            .source(file.owners().source(SourceClass.BACKTEST))
                            .extra("column", column);
                    file.rows().add(trade);
                });
        file.finish();
    }

    private static Direction direction(String word) {
        return word.equalsIgnoreCase("short") ? Direction.SHORT : Direction.LONG;
    }
}
