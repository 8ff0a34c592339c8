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
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// KuCoin, spot trades and orders, in nine layouts.
///
/// - 2017–2018: `uid, symbol, direction, deal_price, amount, deal_value, created_at`; `uid, symbol, order_type, price, amount_coin, direction, funds, fee,
///   created_at`; `oid, symbol, dealPrice, dealValue, amount, fee, direction, createdDate`; fees are in the coin of the price. `Time, Coins, Sell/Buy,
///   Filled Price, Coin, Amount, Coin, Volume, Coin, Fee, Coin`, later `Time, Pair, Side, FilledPrice, FilledPriceCoin, Amount, …, FeeCoin`.
/// - Trades: `tradeCreatedAt, [orderId,] symbol, side, price, size, funds, fee, [liquidity,] feeCurrency[, orderType]`.
/// - Orders: `orderCreatedAt, id, clientOid, symbol, side, type, stopPrice, price, size, dealSize, dealFunds, averagePrice, fee, feeCurrency, …`.
/// - None of these names a zone. Of public readers some take UTC+8, which KuCoin shows by default, and one takes UTC: the trader says it, unless
///   the cells do (`…Z`).
/// - Since 2022: filled orders (`UID, Account Type, Order ID, Order Time(UTC+02:00), Symbol, Side, …, Avg. Filled Price, Filled Amount, Filled
///   Volume, Filled Volume (USDT), Filled Time(UTC+02:00), Fee, Fee Currency, [Tax,] Status`) and order splitting, one row a fill
///   (`…, Filled Time(UTC), Fee, [Tax,] Maker/Taker, Fee Currency`); trading bots, one row a fill (`…, Filled Price, Filled Amount, Filled Volume,
///   …, Time Filled(UTC), Fee, Fee Currency, Tax`). The zone is in the column's name.
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
                            "Fee Currency"),
                    HeaderFingerprint.of(
                            "KuCoin's trading bots",
                            "Order ID",
                            "Symbol",
                            "Side",
                            "Filled Price",
                            "Filled Amount",
                            "Filled Volume",
                            "Time Filled*",
                            "Fee",
                            "Fee Currency"),
                    HeaderFingerprint.of(
                            "KuCoin's older trades",
                            "Time",
                            "pair|coins",
                            "side|sell/buy",
                            "filledprice|filled_price",
                            "Amount",
                            "Volume",
                            "Fee",
                            "feecoin|coin"),
                    HeaderFingerprint.of(
                            "KuCoin's older trades",
                            "oid",
                            "symbol",
                            "dealPrice",
                            "dealValue",
                            "amount",
                            "fee",
                            "direction",
                            "createdDate"),
                    HeaderFingerprint.of(
                            "KuCoin's older trades",
                            "symbol",
                            "direction",
                            "price|deal_price",
                            "amount_coin|amount",
                            "funds|deal_value",
                            "uid",
                            "created_at"));

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
                first(
                        h.findAny("tradeCreatedAt", "orderCreatedAt"),
                        h.findFrom("Filled Time"),
                        h.findFrom("Time Filled"),
                        h.findAny("createdDate", "created_at", "Time"));
        int market = h.findAny("symbol", "Pair", "Coins");
        int direction = h.findAny("side", "direction", "Sell/Buy");
        int price =
                h.findAny(
                        "averagePrice",
                        "Avg. Filled Price",
                        "Filled Price",
                        "FilledPrice",
                        "dealPrice",
                        "deal_price",
                        "price");
        int quantity = h.findAny("dealSize", "Filled Amount", "size", "amount_coin", "amount");
        int funds =
                h.findAny(
                        "dealFunds", "Filled Volume", "funds", "dealValue", "deal_value", "Volume");
        int fee = h.find("fee");
        int tax = h.find("Tax");
        TimeColumn times = times(file, document, time);
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
                    Pair pair = file.pair(market, QuoteCoins.USUAL);
                    Side side = file.side(direction);
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
                    String order = c.text(h.findAny("orderId", "Order ID", "id", "oid"));
                    fill.tag(c.text(h.find("clientOid"))).extra("order_id", order).amount(money);
                    if (orders) {
                        fill.id(order);
                    } else if (!order.isEmpty()) {
                        fill.identifiedBy(order);
                    }
                    turnover.add(c.line(), pair.quote(), money, at, filled);
                    file.fees().put(fill, pair, at, paid(c, h, fee, pair));
                    BigDecimal taxed = c.numberOrNull(tax);
                    if (taxed != null && taxed.signum() != 0) {
                        fill.extra("tax", taxed.toPlainString());
                    }
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
    }

    /// The zone is in the column's name or in the cells, else it is what the trader says.
    private static TimeColumn times(ExchangeFile file, Document document, int column)
            throws UnreadableFile {
        for (Row row : file.table().rows()) {
            if (row.cell(column).strip().endsWith("Z")) {
                return FileZone.utc(file, column);
            }
            break;
        }
        return FileZone.said(
                file,
                column,
                document.name(),
                "KuCoin told times in older exports in UTC+8 (--zone +08:00) unless you chose"
                        + " another zone for the export");
    }

    private static int first(int... columns) {
        for (int column : columns) {
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    private static Map<String, BigDecimal> paid(Cells c, Header h, int fee, Pair pair)
            throws RefusedRow {
        int named = first(h.findAny("feeCurrency", "Fee Currency", "FeeCoin"), h.find("Coin", 4));
        String coin = named < 0 ? pair.quote() : ExchangeFile.coin(c.text(named));
        BigDecimal value = c.numberOrNull(fee);
        return value == null || coin.isEmpty() ? Map.of() : Map.of(coin, value);
    }
}
