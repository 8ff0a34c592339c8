package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
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
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Bybit, trade history of perpetuals and futures.
///
/// - Older: `Contracts, Order No., Direction, Order Type, Filled Qty, Filled Price, Order Price, Filled Type, Trading Fee Rate, Fees Paid, Trasaction
///   ID, Transaction Time(UTC+10), Final Balance (USDT)` (their spelling); Direction `Open Long`, `Close Long`, … or Buy and Sell.
/// - Newer: `Market, Filled Type, Filled Quantity, Filled Price, Order Price, Fee Rate, Trading Fee, feeCoin, ExecFeeV2, Direction, Order Type,
///   Trasaction ID, Order No., Transaction Time(UTC+0)`; Direction `Long` is bought and `Short` is sold. Times may be `10:00 2026-01-10`.
/// - Filled Type `Funding` (positive is paid) is a payment on an open position, no fill; its sums are told by coin. `Trade`, `Liquidation`,
///   `ADL`, `Settle` are fills.
/// - In hedge mode only Open and Close tell what a fill does; Buy and Sell may reverse.
/// - Inverse contracts (`BTCUSD`) settle in the coin: their worth of a point is not known. Id: the transaction id.
public final class BybitDerivativesTrades implements JournalFormat {

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "Bybit's derivatives trades",
                            "Contracts",
                            "Direction",
                            "Filled Qty",
                            "Filled Price",
                            "Filled Type",
                            "Fees Paid",
                            "trasaction_id|transaction_id",
                            "transaction_time*"),
                    HeaderFingerprint.of(
                            "Bybit's derivatives trades",
                            "Market",
                            "Direction",
                            "Filled Quantity",
                            "Filled Price",
                            "Filled Type",
                            "Trading Fee",
                            "trasaction_id|transaction_id",
                            "transaction_time*"));

    @Override
    public String id() {
        return "bybit-derivatives-trades";
    }

    @Override
    public String title() {
        return "Bybit, derivatives trades (CSV)";
    }

    @Override
    public String book() {
        return "Bybit, derivatives";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return ExchangeFile.surest(document, LAYOUTS);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Bybit", document, detection, options, tally);
        Header h = file.header();
        int time = h.findFrom("Transaction Time");
        int market = h.findAny("Contracts", "Market");
        int quantity = h.findAny("Filled Qty", "Filled Quantity");
        int price = h.find("Filled Price");
        int fee = h.findAny("Fees Paid", "Trading Fee");
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "Bybit tells trades in the zone that was chosen for the export");
        file.numbersIn(quantity, price, fee);
        String account = BybitUid.of(document);
        Map<String, BigDecimal> funding = new TreeMap<>();
        file.each(
                c -> {
                    Instant when = times.read(FileZone.unfolded(c.text(time)), c.line());
                    Contract contract = Contract.of(c.text(market), QuoteCoins.USUAL);
                    if (contract == null) {
                        throw file.unknownPair(market);
                    }
                    if (c.text(h.find("Filled Type")).toLowerCase(Locale.ROOT).equals("funding")) {
                        BigDecimal paid = c.numberOrNull(fee);
                        funding.merge(
                                contract.settlement(),
                                paid == null ? BigDecimal.ZERO : paid,
                                BigDecimal::add);
                        tally.skip("funding of an open position, no fill (sum in the notes)", c);
                        return;
                    }
                    String direction = c.text(h.find("Direction"));
                    Side side = side(file, c, h.find("Direction"));
                    BigDecimal at = c.positive(price);
                    String uid = c.text(h.find("Uid"));
                    FillDraft fill =
                            new FillDraft(
                                            c.line(),
                                            file.owner(
                                                    Clues.NONE
                                                            .account(uid.isEmpty() ? account : uid)
                                                            .symbol(c.text(market))
                                                            .time(when)),
                                            when,
                                            file.owners()
                                                    .symbol(c.text(market), c.line(), "Market"),
                                            side,
                                            new Quantity(c.positive(quantity)),
                                            new Price(at))
                                    .currency(file.owners().currency(contract.settlement()))
                                    .source(file.owners().source(SourceClass.LIVE))
                                    .multiplier(contract.multiplier())
                                    .effect(effect(direction))
                                    .id(c.text(h.findAny("Trasaction ID", "Transaction ID")))
                                    .extra("order_id", c.text(h.find("Order No.")))
                                    .extra("filled_type", c.text(h.find("Filled Type")));
                    fee(file, c, fill, contract, at, fee);
                    file.rows().add(fill);
                });
        funding.forEach((coin, paid) -> tally.note(Funding.note(coin, paid)));
        file.finish();
        times.noteRepeatedHours(tally);
    }

    private static void fee(
            ExchangeFile file,
            Cells c,
            FillDraft fill,
            Contract contract,
            BigDecimal price,
            int fee)
            throws RefusedRow {
        BigDecimal paid = c.text(fee).equals("--") ? null : c.numberOrNull(fee);
        if (paid == null) {
            return;
        }
        String coin = ExchangeFile.coin(c.text(file.header().find("feeCoin")));
        if (coin.isEmpty() || coin.equals(contract.settlement())) {
            fill.commission(paid);
        } else {
            file.fees().put(fill, contract.pair(), price, Map.of(coin, paid));
        }
    }

    private static Side side(ExchangeFile file, Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "open long", "close short" -> Side.BUY;
            case "open short", "close long" -> Side.SELL;
            default -> file.side(column);
        };
    }

    private static PositionEffect effect(String direction) {
        String s = direction.toLowerCase(Locale.ROOT);
        return s.startsWith("open ")
                ? PositionEffect.OPEN
                : s.startsWith("close ") ? PositionEffect.CLOSE : PositionEffect.UNKNOWN;
    }
}
