package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Binance, trade history of USDⓈ-M and COIN-M futures.
///
/// - `Date(UTC), Symbol, Side, Price, Quantity, Amount, Fee, [Fee Coin,] Realized Profit[, Quote Asset]`, in UTC.
/// - Newer: `Uid, Time, Symbol, Side, Price, Quantity, Amount, Fee, Realized Profit, Buyer, Maker, Trade ID, Order ID`: the zone is
///   chosen and stands only in the file's name (`…(UTC+3)-part1-of1.csv`, `…(UTC--6).csv`), years may have two digits, and
///   the coin is glued to the fee (`0.0369USDT`, `0.29 USDC`). Exports of hedge mode have `Position Side`.
/// - `Realized Profit` is 0 on fills that open and **before fees** on those that close (Binance counts realized profit,
///   commission and funding apart in the wallet balance); it is kept as `stated_pnl`. A fill that closes may
///   reverse in one-way mode; only with a position side LONG or SHORT is it known that a fill opens or closes.
/// - Linear contracts count in coins. COIN-M (`BTCUSD_PERP`) counts contracts and settles in the coin: its worth of a point is not known.
/// - Id: the trade id, numbered by market. Funding is not in it.
public final class BinanceFuturesTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Binance's futures trades",
                    "date(utc*|time(utc*|date|time",
                    "Symbol",
                    "Side",
                    "Price",
                    "Quantity",
                    "Amount",
                    "Fee",
                    "Realized Profit");

    @Override
    public String id() {
        return "binance-futures-trades";
    }

    @Override
    public String title() {
        return "Binance, futures trades (CSV)";
    }

    @Override
    public String book() {
        return "Binance, futures";
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
        ExchangeFile file = ExchangeFile.open("Binance", document, detection, options, tally);
        Header h = file.header();
        int time =
                h.findFrom("Date(UTC") >= 0
                        ? h.findFrom("Date(UTC")
                        : h.findFrom("Time(UTC") >= 0
                                ? h.findFrom("Time(UTC")
                                : h.findAny("Date", "Time");
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "Binance tells futures trades in the zone that was chosen for the export");
        int price = h.find("Price");
        int quantity = h.find("Quantity");
        int amount = h.find("Amount");
        int profit = h.find("Realized Profit");
        file.numbersIn(price, quantity, amount, profit);
        Turnover turnover = new Turnover("Amount");
        file.each(
                c -> {
                    Instant when = times.read(FileZone.unfolded(c.text(time)), c.line());
                    Contract contract = Contract.of(c.text(h.find("Symbol")), QuoteCoins.USUAL);
                    if (contract == null) {
                        throw file.unknownPair(h.find("Symbol"));
                    }
                    Side side = file.side(h.find("Side"));
                    BigDecimal at = c.positive(price);
                    BigDecimal size = c.positive(quantity);
                    FillDraft fill =
                            new FillDraft(
                                            c.line(),
                                            file.owner(
                                                    Clues.NONE
                                                            .account(c.text(h.find("Uid")))
                                                            .symbol(c.text(h.find("Symbol")))
                                                            .time(when)),
                                            when,
                                            file.owners()
                                                    .symbol(
                                                            c.text(h.find("Symbol")),
                                                            c.line(),
                                                            "Symbol"),
                                            side,
                                            new Quantity(size),
                                            new Price(at))
                                    .currency(file.owners().currency(contract.settlement()))
                                    .source(file.owners().source(SourceClass.LIVE))
                                    .multiplier(contract.multiplier())
                                    .effect(effect(c.text(h.find("Position Side")), side))
                                    .stated(c.text(profit), ResultBasis.BEFORE_COSTS)
                                    .extra("order_id", c.text(h.find("Order ID")));
                    String trade = c.text(h.find("Trade ID"));
                    if (!trade.isEmpty()) {
                        fill.id(c.text(h.find("Symbol")).toUpperCase(Locale.ROOT) + "/" + trade);
                        credence.imports.Draft.numeric(trade).ifPresent(fill::sequence);
                    }
                    if (!contract.inverse()) {
                        turnover.add(
                                c.line(), contract.settlement(), c.numberOrNull(amount), at, size);
                    }
                    fee(file, c, fill, contract, at);
                    file.rows().add(fill);
                });
        turnover.report(tally);
        if (!file.rows().isEmpty()) {
            tally.states("Binance", "Realized Profit", ResultBasis.BEFORE_COSTS);
        }
        file.finish();
        times.noteRepeatedHours(tally);
    }

    private static void fee(
            ExchangeFile file, Cells c, FillDraft fill, Contract contract, BigDecimal price)
            throws RefusedRow {
        int column = file.header().find("Fee");
        if (c.text(column).isEmpty()) {
            return;
        }
        Amount paid;
        try {
            paid = Amount.of(c.text(column), file.numbers());
        } catch (NumberFormatException _) {
            throw c.refuse(column, "This is not a fee.", "Export the file again.");
        }
        String coin =
                paid.unit()
                        .map(Object::toString)
                        .orElse(ExchangeFile.coin(c.text(file.header().find("Fee Coin"))));
        String of = coin.isEmpty() ? contract.settlement() : coin;
        if (contract.inverse() && of.equals(contract.settlement())) {
            fill.commission(paid.value());
            return;
        }
        file.fees().put(fill, contract.pair(), price, Map.of(of, paid.value()));
    }

    /// In hedge mode a buy opens the long position and closes the short one.
    private static PositionEffect effect(String positionSide, Side side) {
        return switch (positionSide.toUpperCase(Locale.ROOT)) {
            case "LONG" -> side == Side.BUY ? PositionEffect.OPEN : PositionEffect.CLOSE;
            case "SHORT" -> side == Side.SELL ? PositionEffect.OPEN : PositionEffect.CLOSE;
            default -> PositionEffect.UNKNOWN;
        };
    }
}
