package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// KuCoin, spot trades and orders, in four layouts.
///
/// - Trades: `tradeCreatedAt, [orderId,] symbol, side, price, size, funds, fee, [liquidity,] feeCurrency[, orderType]`; UTC.
/// - Orders: `orderCreatedAt, id, clientOid, symbol, side, type, stopPrice, price, size, dealSize, dealFunds, averagePrice, fee, feeCurrency, …`; UTC.
/// - Since 2022: filled orders (`UID, Account Type, Order ID, Order Time(UTC+02:00), Symbol, Side, …, Avg. Filled Price, Filled Amount, Filled
///   Volume, Filled Volume (USDT), Filled Time(UTC+02:00), Fee, Fee Currency, [Tax,] Status`) and order splitting, one row a fill
///   (`…, Filled Time(UTC), Fee, [Tax,] Maker/Taker, Fee Currency`). The zone is in the column's name.
/// - Orders without anything filled are none of ours; one cancelled in part counts with what was filled.
/// - An order row is known by its id. A fill has none: it is known by content and its order. One imports orders or fills, not both. The
///   client's own order id, where a bot may leave its mark, is kept as tag.
public final class KucoinTrades implements JournalFormat {

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "KuCoin's trades",
                            "tradeCreatedAt",
                            "symbol",
                            "side",
                            "price",
                            "size",
                            "funds",
                            "fee",
                            "feeCurrency"),
                    HeaderFingerprint.of(
                            "KuCoin's orders",
                            "orderCreatedAt",
                            "symbol",
                            "side",
                            "dealSize",
                            "dealFunds",
                            "averagePrice",
                            "fee",
                            "feeCurrency"),
                    HeaderFingerprint.of(
                            "KuCoin's filled orders",
                            "Order ID",
                            "Symbol",
                            "Side",
                            "Avg. Filled Price",
                            "Filled Amount",
                            "Filled Volume",
                            "Filled Time*",
                            "Fee",
                            "Fee Currency"));

    @Override
    public String id() {
        return "kucoin-trades";
    }

    @Override
    public String title() {
        return "KuCoin, spot trades and orders (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return ExchangeFile.surest(document, LAYOUTS);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("KuCoin", document, detection, options, tally);
        Header h = file.header();
        boolean orders = h.has("dealSize") || h.has("Status");
        int time =
                Math.max(h.findAny("tradeCreatedAt", "orderCreatedAt"), h.findFrom("Filled Time"));
        int price = h.findAny("averagePrice", "Avg. Filled Price", "price");
        int quantity = h.findAny("dealSize", "Filled Amount", "size");
        int funds = h.findAny("dealFunds", "Filled Volume", "funds");
        int fee = h.find("fee");
        int tax = h.find("Tax");
        TimeColumn times = FileZone.utc(file, time);
        file.numbersIn(price, quantity, funds, fee, tax);
        Turnover turnover = new Turnover(h.name(funds));
        file.each(
                c -> {
                    BigDecimal size = c.numberOrNull(quantity);
                    if (orders && (size == null || size.signum() == 0)) {
                        tally.skip("order of which nothing was filled", c);
                        return;
                    }
                    Instant when = times.read(c.text(time), c.line());
                    Pair pair = file.pair(h.find("symbol"), QuoteCoins.USUAL);
                    Side side = file.side(h.find("side"));
                    BigDecimal filled = c.positive(quantity);
                    BigDecimal money = c.numberOrNull(funds);
                    BigDecimal at =
                            c.text(price).isEmpty() && money != null && money.signum() > 0
                                    ? Notional.price(money, filled)
                                    : c.positive(price);
                    FillDraft fill =
                            file.fill(
                                    c.line(),
                                    Clues.NONE
                                            .account(c.text(h.find("UID")))
                                            .tag(c.text(h.find("clientOid"))),
                                    when,
                                    pair,
                                    side,
                                    filled,
                                    at);
                    String order = c.text(h.findAny("orderId", "Order ID", "id"));
                    fill.tag(c.text(h.find("clientOid"))).extra("order_id", order).amount(money);
                    if (orders) {
                        fill.id(order);
                    } else if (!order.isEmpty()) {
                        fill.identifiedBy(order);
                    }
                    turnover.add(c.line(), pair.quote(), money, at, filled);
                    file.fees().put(fill, pair, at, paid(c, h, fee));
                    BigDecimal taxed = c.numberOrNull(tax);
                    if (taxed != null && taxed.signum() != 0) {
                        fill.extra("tax", taxed.toPlainString());
                    }
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
    }

    private static Map<String, BigDecimal> paid(Cells c, Header h, int fee) throws RefusedRow {
        String coin = ExchangeFile.coin(c.text(h.findAny("feeCurrency", "Fee Currency")));
        BigDecimal value = c.numberOrNull(fee);
        return value == null || coin.isEmpty() ? Map.of() : Map.of(coin, value);
    }
}
