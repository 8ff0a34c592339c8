package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
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
import java.util.Map;

/// Kraken, trades.csv: one row an execution.
///
/// - `txid, ordertxid, pair, time, type, ordertype, price, cost, fee, vol, margin, misc, ledgers`; later files have more (`costusd`, `aclass`,
///   `subclass`, `posttxid`, `postatuscode`, `cprice` …), so columns go by name. `ledgers` is a list with commas in quotes.
/// - UTC, `2017-11-12 19:04:13.6946`. Pairs `XXBTZEUR` or `XBT/EUR`. Cost and fee in the quote coin, positive.
/// - Margin: `margin` above 0; `closing` in `misc` says that the trade closes a margin position.
/// - Id: txid, which the ledger calls refid. The order's user reference is not exported: no bot.
public final class KrakenTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Kraken's trades",
                    "txid",
                    "ordertxid",
                    "pair",
                    "time",
                    "type",
                    "ordertype",
                    "price",
                    "cost",
                    "fee",
                    "vol");

    @Override
    public String id() {
        return "kraken-trades";
    }

    @Override
    public String title() {
        return "Kraken, trades (CSV)";
    }

    @Override
    public String book() {
        return "Kraken";
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Kraken", document, detection, options, tally);
        Header h = file.header();
        int market = h.find("pair");
        int price = h.find("price");
        int cost = h.find("cost");
        int fee = h.find("fee");
        int volume = h.find("vol");
        int margin = h.find("margin");
        TimeColumn times = FileZone.utc(file, h.find("time"));
        file.numbersIn(price, cost, fee, volume, margin);
        Turnover turnover = new Turnover("cost");
        file.each(
                c -> {
                    Instant when = times.read(c.text(h.find("time")), c.line());
                    Pair pair = KrakenAssets.pair(c.text(market));
                    if (pair == null) {
                        throw file.unknownPair(market);
                    }
                    Side side = file.side(h.find("type"));
                    BigDecimal at = c.positive(price);
                    BigDecimal size = c.positive(volume);
                    BigDecimal borrowed = c.numberOrNull(margin);
                    BigDecimal paid = c.numberOrNull(fee);
                    FillDraft fill =
                            file.fill(c.line(), Clues.NONE, when, pair, side, size, at)
                                    .id(c.text(h.find("txid")))
                                    .extra("order_id", c.text(h.find("ordertxid")));
                    if (borrowed != null && borrowed.signum() != 0) {
                        fill.extra("margin", borrowed.toPlainString());
                        if (c.text(h.find("misc")).contains("closing")) {
                            fill.effect(PositionEffect.CLOSE);
                        }
                    }
                    turnover.add(c.line(), pair.quote(), c.numberOrNull(cost), at, size);
                    file.fees()
                            .put(
                                    fill,
                                    pair,
                                    at,
                                    paid == null ? Map.of() : Map.of(pair.quote(), paid));
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
    }
}
