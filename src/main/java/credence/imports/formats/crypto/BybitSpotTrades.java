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
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// Bybit, spot trade history of the unified account.
///
/// - First a line `UID: …,Company Name: …,Country: …`, then `Uid, Spot Pairs, Order Type, Direction, Filled Value, Filled Price, Filled
///   Quantity, Fees, Transaction ID, Order No., Timestamp (UTC+0)`; another version has neither the line nor Uid, and times `14:35 2024-11-16`
///   to the minute. A third has `feeCoin, ExecFeeV2` after Direction; its Fees are `--` and the cost is in ExecFeeV2, in feeCoin.
/// - Twenty decimals; ids of nineteen digits, some with a blank in front. The fee is in the coin received: the one bought, or the quote coin of
///   a sale, unless feeCoin says otherwise.
/// - Id: the transaction id.
public final class BybitSpotTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Bybit's spot trades",
                    "Spot Pairs",
                    "Direction",
                    "Filled Value",
                    "Filled Price",
                    "Filled Quantity",
                    "Fees",
                    "Transaction ID",
                    "Order No.",
                    "timestamp*|filled_time*");

    @Override
    public String id() {
        return "bybit-spot-trades";
    }

    @Override
    public String title() {
        return "Bybit, spot trades (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Bybit", document, detection, options, tally);
        Header h = file.header();
        int time = Math.max(h.findFrom("Timestamp"), h.findFrom("Filled Time"));
        int price = h.find("Filled Price");
        int quantity = h.find("Filled Quantity");
        int value = h.find("Filled Value");
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "Bybit tells spot trades in the zone that was chosen for the export");
        file.numbersIn(price, quantity, value);
        Turnover turnover = new Turnover("Filled Value");
        String account = BybitUid.of(document);
        file.each(
                c -> {
                    Instant when = times.read(FileZone.unfolded(c.text(time)), c.line());
                    Pair pair = file.pair(h.find("Spot Pairs"), QuoteCoins.USUAL);
                    Side side = file.side(h.find("Direction"));
                    BigDecimal at = c.positive(price);
                    BigDecimal size = c.positive(quantity);
                    String uid = c.text(h.find("Uid"));
                    FillDraft fill =
                            file.fill(
                                            c.line(),
                                            Clues.NONE.account(uid.isEmpty() ? account : uid),
                                            when,
                                            pair,
                                            side,
                                            size,
                                            at)
                                    .id(c.text(h.find("Transaction ID")))
                                    .extra("order_id", c.text(h.find("Order No.")));
                    turnover.add(c.line(), pair.quote(), c.numberOrNull(value), at, size);
                    file.fees().put(fill, pair, at, paid(c, h, pair, side));
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
        times.noteRepeatedHours(tally);
    }

    private static Map<String, BigDecimal> paid(Cells c, Header h, Pair pair, Side side)
            throws RefusedRow {
        String coin = ExchangeFile.coin(c.text(h.find("feeCoin")));
        int second = h.find("ExecFeeV2");
        int column =
                second >= 0 && !coin.isEmpty() && !c.text(second).isEmpty()
                        ? second
                        : h.find("Fees");
        String text = c.text(column);
        if (text.isEmpty() || text.equals("--")) {
            return Map.of();
        }
        String received = side == Side.BUY ? pair.base() : pair.quote();
        return Map.of(coin.isEmpty() ? received : coin, c.number(column));
    }
}
