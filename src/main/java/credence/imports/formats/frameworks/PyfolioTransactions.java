package credence.imports.formats.frameworks;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// pyfolio (zipline, backtrader), transactions as CSV: one row an execution.
///
/// - The time is the index, first and often without a name (`date`, `dt`); then `amount` (signed, negative sells), `price, sid, symbol, txn_dollars`
///   (the cash that flowed: minus amount times price), sometimes `commission`, `order_id`.
/// - `symbol` may be zipline's `Equity(24 [AAPL])`. UTC when zipline wrote it.
public final class PyfolioTransactions implements JournalFormat {

    private static final Pattern ASSET = Pattern.compile("\\w+\\(\\d+ \\[(.+)]\\)");
    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "transactions of pyfolio", "amount", "price", "symbol", "txn_dollars");

    @Override
    public String id() {
        return "pyfolio-transactions";
    }

    @Override
    public String title() {
        return "pyfolio, transactions (CSV)";
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
        FrameworkFile file = FrameworkFile.open("pyfolio", document, detection, options, tally);
        Header h = file.header();
        int time = Math.max(0, h.findAny("", "date", "dt", "datetime", "time", "index"));
        TimeColumn times = file.times(time);
        long[] unlike = {0};
        file.each(
                c -> {
                    BigDecimal amount = c.number(h.find("amount"));
                    if (amount.signum() == 0) {
                        tally.skip("transaction of nothing", c);
                        return;
                    }
                    BigDecimal price = c.positive(h.find("price"));
                    BigDecimal flow = FrameworkFile.number(c, h.find("txn_dollars"));
                    unlike[0] +=
                            flow != null && differs(flow.abs(), amount.abs().multiply(price))
                                    ? 1
                                    : 0;
                    String asset = c.text(h.find("symbol"));
                    Matcher m = ASSET.matcher(asset);
                    String symbol = m.matches() ? m.group(1) : asset;
                    Instant when = times.read(c.text(time), c.line());
                    FillDraft fill =
                            new FillDraft(
                                            c.line(),
                                            file.owners().of(Clues.NONE.symbol(symbol).time(when)),
                                            when,
                                            file.owners().symbol(symbol, c.line(), "symbol"),
                                            amount.signum() > 0 ? Side.BUY : Side.SELL,
                                            new Quantity(amount.abs()),
                                            new Price(price))
                                    .commission(FrameworkFile.number(c, h.find("commission")))
                                    .currency(file.owners().currency(""))
                                    .multiplier(file.multiplier(symbol, when))
                                    .source(file.owners().source(SourceClass.BACKTEST));
                    String order = FrameworkFile.text(c, h.find("order_id"));
                    if (!order.isEmpty()) {
                        fill.identifiedBy(order).extra("order_id", order);
                    }
                    file.rows().add(fill);
                });
        if (unlike[0] > 0) {
            tally.note(
                    unlike[0]
                            + " transactions moved other money (txn_dollars) than amount times"
                            + " price: these may be futures.");
        }
        file.finish();
    }

    private static boolean differs(BigDecimal stated, BigDecimal computed) {
        return stated.subtract(computed)
                        .abs()
                        .compareTo(computed.multiply(new BigDecimal("0.0001")))
                > 0;
    }
}
