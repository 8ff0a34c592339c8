package credence.imports.formats.crypto;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Multiplier;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/// BitMEX, trade history.
///
/// - `transactTime, symbol, execType, side, lastQty, lastPx, execCost, commission, execComm, ordType, orderQty, leavesQty, price, text, orderID`.
/// - execType `Trade` is a fill; `Funding` and `Settlement` are payments. `commission` is a rate; `execComm` is what was paid, in the smallest
///   unit of the settlement coin: satoshi (10⁻⁸ BTC), or millionths of a USDT for contracts that end in USDT.
/// - `lastQty` counts contracts. Of one in USDT `execCost` is the value in millionths, which tells what a contract holds (a power of ten);
///   one in bitcoin is worth more bitcoin the lower the price, so results are in points.
/// - Times with an offset or `Z`, else in the browser's zone. `text` is the order's own label, which bots set. No id of the fill: content and order.
public final class BitmexTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "BitMEX's trades",
                    "transactTime",
                    "symbol",
                    "execType",
                    "side",
                    "lastQty",
                    "lastPx",
                    "execComm",
                    "orderID");

    /// `ETHUSDT`, `XBT_USDT`, and dated contracts: `XBTUSDTH26`.
    private static final Pattern IN_USDT = Pattern.compile(".+USDT(?:[FGHJKMNQUVXZ]\\d{1,2})?");

    private static final int SATOSHI = 8;
    private static final int MILLIONTH = 6;

    @Override
    public String id() {
        return "bitmex-trades";
    }

    @Override
    public String title() {
        return "BitMEX, trades (CSV)";
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
        ExchangeFile file = ExchangeFile.open("BitMEX", document, detection, options, tally);
        Header h = file.header();
        int time = h.find("transactTime");
        int market = h.find("symbol");
        int quantity = h.find("lastQty");
        int price = h.find("lastPx");
        int paid = h.find("execComm");
        TimeColumn times = TimeColumn.settle(file.table(), time, options.zone().orElse(null));
        file.numbersIn(quantity, price, paid);
        file.each(
                c -> {
                    String type = c.text(h.find("execType")).toLowerCase(Locale.ROOT);
                    if (!type.equals("trade")) {
                        tally.skip(
                                type.equals("funding")
                                        ? "funding of an open position, no fill"
                                        : Untraded.reason(c.text(h.find("execType"))),
                                c);
                        return;
                    }
                    Instant when = times.read(c.text(time), c.line());
                    Side side = file.side(h.find("side"));
                    String name = c.text(market).toUpperCase(Locale.ROOT);
                    boolean inUsdt = IN_USDT.matcher(name).matches();
                    BigDecimal cost = c.numberOrNull(paid);
                    String order = c.text(h.find("orderID"));
                    FillDraft fill =
                            new FillDraft(
                                            c.line(),
                                            file.owner(
                                                    Clues.NONE
                                                            .symbol(name)
                                                            .tag(c.text(h.find("text")))
                                                            .time(when)),
                                            when,
                                            file.owners().symbol(name, c.line(), "symbol"),
                                            side,
                                            new Quantity(file.magnitude(quantity)),
                                            new Price(c.positive(price)))
                                    .currency(file.owners().currency(inUsdt ? "USDT" : "BTC"))
                                    .source(file.owners().source(SourceClass.LIVE))
                                    .multiplier(
                                            inUsdt
                                                    ? worth(c, h, quantity, price)
                                                    : Multiplier.UNKNOWN)
                                    .commission(
                                            cost == null
                                                    ? null
                                                    : cost.movePointLeft(
                                                            inUsdt ? MILLIONTH : SATOSHI))
                                    .tag(c.text(h.find("text")))
                                    .identifiedBy(order)
                                    .extra("order_id", order);
                    file.rows().add(fill);
                });
        file.finish();
        times.noteRepeatedHours(tally);
    }

    /// How much of the coin one contract is, by what the row says it cost: 0.000001 bitcoin, say.
    private static Multiplier worth(Cells c, Header h, int quantity, int price) throws RefusedRow {
        BigDecimal cost = c.numberOrNull(h.find("execCost"));
        BigDecimal product = c.number(quantity).multiply(c.number(price)).abs();
        if (cost == null || cost.signum() == 0 || product.signum() == 0) {
            return Multiplier.UNKNOWN;
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(MILLIONTH);
        BigDecimal value = cost.abs().multiply(unit);
        BigDecimal ratio = value.divide(product, MathContext.DECIMAL32);
        int exponent = ratio.precision() - ratio.scale() - 1;
        for (int e = exponent; e <= exponent + 1; e++) {
            BigDecimal contract = BigDecimal.ONE.scaleByPowerOfTen(e);
            if (contract.multiply(product).subtract(value).abs().compareTo(unit) <= 0) {
                return Multiplier.ofFile(new BigDecimal(contract.toPlainString()));
            }
        }
        return Multiplier.UNKNOWN;
    }
}
