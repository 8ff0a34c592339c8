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

/// backtesting.py, `stats['_trades'].to_csv()`: one row a trade.
///
/// - `Size` (signed: negative is short), `EntryBar, ExitBar, EntryPrice, ExitPrice, SL, TP, PnL, Commission, ReturnPct, EntryTime, ExitTime,
///   Duration, Tag` and a column for each indicator at entry and exit; an unnamed index first; older versions lack SL, TP, Commission, Tag.
/// - PnL is after commission: newer versions subtract it, older ones put it into the entry price.
/// - No symbol, no strategy; `Tag` is the strategy's own label of the order. Times are the data's, mostly without zone.
public final class BacktestingPyTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "trades of backtesting.py",
                    "Size",
                    "EntryBar",
                    "ExitBar",
                    "EntryPrice",
                    "ExitPrice",
                    "PnL",
                    "ReturnPct",
                    "EntryTime",
                    "ExitTime");

    @Override
    public String id() {
        return "backtesting-py-trades";
    }

    @Override
    public String title() {
        return "backtesting.py, trades (CSV)";
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
                FrameworkFile.open("backtesting.py", document, detection, options, tally);
        file.requireSymbol("A list of trades of backtesting.py");
        Header h = file.header();
        TimeColumn entries = file.times(h.find("EntryTime"));
        TimeColumn exits = file.times(h.find("ExitTime"));
        file.each(
                c -> {
                    Instant entry = entries.read(c.text(h.find("EntryTime")), c.line());
                    BigDecimal size = c.number(h.find("Size"));
                    if (size.signum() == 0) {
                        tally.skip("trade of no size", c);
                        return;
                    }
                    String tag = FrameworkFile.text(c, h.find("Tag"));
                    TradeDraft trade =
                            new TradeDraft(
                                            c.line(),
                                            file.owners().of(Clues.NONE.tag(tag).time(entry)),
                                            file.owners().symbol("", c.line(), ""),
                                            size.signum() < 0 ? Direction.SHORT : Direction.LONG,
                                            new Quantity(size.abs()),
                                            entry,
                                            new Price(c.positive(h.find("EntryPrice"))))
                                    .exit(
                                            exits.read(c.text(h.find("ExitTime")), c.line()),
                                            new Price(c.positive(h.find("ExitPrice"))))
                                    .costs(FrameworkFile.number(c, h.find("Commission")))
                                    .columns(
                                            FrameworkFile.number(c, h.find("Commission")),
                                            null,
                                            null)
                                    .netPnl(FrameworkFile.number(c, h.find("PnL")))
                                    .currency(file.owners().currency(""))
                                    .source(file.owners().source(SourceClass.BACKTEST));
                    BigDecimal stop = FrameworkFile.number(c, h.find("SL"));
                    BigDecimal target = FrameworkFile.number(c, h.find("TP"));
                    trade.stop(stop == null ? null : new Price(stop));
                    trade.takeProfit(target == null ? null : new Price(target));
                    trade.extra("tag", tag);
                    for (int i = 0; i < h.size(); i++) {
                        if (h.name(i).startsWith("Entry_") || h.name(i).startsWith("Exit_")) {
                            trade.extra(h.name(i), FrameworkFile.text(c, i));
                        }
                    }
                    file.rows().add(trade);
                });
        file.finish();
    }
}
