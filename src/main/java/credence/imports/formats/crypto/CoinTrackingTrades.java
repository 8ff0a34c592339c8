package credence.imports.formats.crypto;

import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
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

/// CoinTracking, trade list.
///
/// - `Type, Buy, Cur., Sell, Cur., Fee, Cur., Exchange, Group, Comment, Date[, Tx-ID]`: three columns are called `Cur.`, each for the amount
///   before it. Dates `18.01.2025 15:18:55` or `2025-01-01 10:12:27`, even in one file, in the zone of the trader's settings.
/// - Amounts are after costs where the fee is in one of their coins: a purchase of 1 BTC for 500 EUR and 5 EUR fee sells 505 EUR, and one charged
///   0.01 BTC buys 0.99 BTC. The price is that before costs. A fee in a third coin is a row of its own besides.
/// - `Trade` and `Margin Trade` are trades, the rest is not. Exchange is the account.
/// - No id: Tx-ID is the trader's own or the exchange's, and may be empty.
public final class CoinTrackingTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "CoinTracking's trades",
                    "Type",
                    "Buy|Buy Amount",
                    "Cur.|Buy Currency",
                    "Sell|Sell Amount",
                    "Fee",
                    "Exchange",
                    "Comment",
                    "Date");

    @Override
    public String id() {
        return "cointracking-trades";
    }

    @Override
    public String title() {
        return "CoinTracking, trade list (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        Detection d = LAYOUT.detect(document);
        return d.header() == null || !d.recognised() || coinAfter(d.header().header(), "Fee") >= 0
                ? d
                : Detection.no("CoinTracking's trades have three columns Cur.; here are fewer.");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("CoinTracking", document, detection, options, tally);
        Header h = file.header();
        int time = h.find("Date");
        int buy = h.findAny("Buy", "Buy Amount");
        int sell = h.findAny("Sell", "Sell Amount");
        int fee = h.find("Fee");
        TimeColumn times =
                TimeColumn.settle(
                        file.table(),
                        time,
                        TimeColumn.required(
                                options,
                                "CoinTracking tells times in the zone of your settings there"),
                        DateOrder.DAY_FIRST);
        file.numbersIn(buy, sell, fee);
        file.each(
                c -> {
                    String type = c.text(h.find("Type"));
                    String kind = type.toLowerCase(Locale.ROOT);
                    if (!kind.equals("trade") && !kind.equals("margin trade")) {
                        tally.skip(Untraded.reason(type), c);
                        return;
                    }
                    Instant when = times.read(c.text(time), c.line());
                    String bought = coin(c, coinAfter(h, h.name(buy)));
                    String sold = coin(c, coinAfter(h, h.name(sell)));
                    BigDecimal received = c.positive(buy);
                    BigDecimal given = c.positive(sell);
                    BigDecimal paid = c.numberOrNull(fee);
                    String feeCoin = ExchangeFile.coin(c.text(coinAfter(h, "Fee")));
                    if (paid != null && feeCoin.equals(bought)) {
                        received = received.add(paid);
                    } else if (paid != null && feeCoin.equals(sold)) {
                        given = given.subtract(paid);
                    }
                    if (given.signum() <= 0) {
                        throw c.refuse(
                                fee,
                                "The fee is as much as what was paid.",
                                "Correct the row in CoinTracking, and export again.");
                    }
                    CoinSwap swap = new CoinSwap();
                    swap.move(bought, received);
                    swap.move(sold, given.negate());
                    if (bought.equals(sold)) {
                        throw c.refuse(
                                buy,
                                "A coin is exchanged for itself.",
                                "Correct the row in CoinTracking, and export again.");
                    }
                    CoinSwap.Traded traded = swap.traded(QuoteCoins.USUAL);
                    FillDraft fill =
                            file.fill(
                                            c.line(),
                                            Clues.NONE
                                                    .account(c.text(h.find("Exchange")))
                                                    .tag(c.text(h.find("Group"))),
                                            when,
                                            traded.pair(),
                                            traded.side(),
                                            traded.quantity(),
                                            traded.price())
                                    .tag(c.text(h.find("Group")))
                                    .extra("comment", c.text(h.find("Comment")));
                    String id = c.text(h.find("Tx-ID"));
                    if (!id.isEmpty()) {
                        fill.identifiedBy(id).extra("tx_id", id);
                    }
                    fill.amount(traded.money());
                    file.fees()
                            .put(
                                    fill,
                                    traded.pair(),
                                    traded.price(),
                                    paid == null || feeCoin.isEmpty()
                                            ? Map.of()
                                            : Map.of(feeCoin, paid));
                    file.rows().add(fill);
                });
        file.finish();
        times.noteRepeatedHours(tally);
    }

    /// The column `Cur.` that follows a column; −1 when another follows.
    private static int coinAfter(Header h, String amount) {
        int column = h.find(amount) + 1;
        return column > 0
                        && column < h.size()
                        && (h.name(column).startsWith("Cur") || h.name(column).endsWith("Currency"))
                ? column
                : -1;
    }

    private static String coin(Cells c, int column) throws RefusedRow {
        String coin = ExchangeFile.coin(c.text(column));
        if (coin.isEmpty()) {
            throw c.refuse(column, "The coin is missing.", "Export the list again.");
        }
        return coin;
    }
}
