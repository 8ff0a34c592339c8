package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
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

/// Coinbase Pro and Coinbase Advanced, fills.
///
/// - `portfolio, trade id, product, side, created at, size, size unit, price, fee, total, price/fee/total unit`; the oldest have no portfolio.
///   ISO times with `Z`; exponents (`2.7535e-7`). Fee positive; total negative for buys, fees within.
/// - Id: the trade id, numbered by product. A portfolio is the account; where each bot has its own, say so by a rule.
public final class CoinbaseFills implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Coinbase's fills",
                    "trade id",
                    "product",
                    "side",
                    "created at",
                    "size",
                    "size unit",
                    "price",
                    "fee",
                    "total",
                    "price/fee/total unit");

    @Override
    public String id() {
        return "coinbase-fills";
    }

    @Override
    public String title() {
        return "Coinbase Pro and Advanced, fills (CSV)";
    }

    @Override
    public String book() {
        return "Coinbase";
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
        ExchangeFile file = ExchangeFile.open("Coinbase", document, detection, options, tally);
        Header h = file.header();
        int product = h.find("product");
        int size = h.find("size");
        int price = h.find("price");
        int fee = h.find("fee");
        int total = h.find("total");
        int unit = h.find("price/fee/total unit");
        TimeColumn times = FileZone.utc(file, h.find("created at"));
        file.numbersIn(size, price, fee, total);
        Turnover turnover = new Turnover("total without fee");
        file.each(
                c -> {
                    Instant when = times.read(c.text(h.find("created at")), c.line());
                    Pair pair = file.pair(product, QuoteCoins.USUAL);
                    String quote = ExchangeFile.coin(c.text(unit));
                    if (!quote.isEmpty() && !quote.equals(pair.quote())) {
                        throw c.refuse(
                                unit,
                                "The price's currency is not that of the product "
                                        + c.text(product)
                                        + ".",
                                "Export the file again.");
                    }
                    Side side = file.side(h.find("side"));
                    BigDecimal quantity = c.positive(size);
                    BigDecimal at = c.positive(price);
                    BigDecimal paid = c.numberOrNull(fee);
                    BigDecimal stated = c.numberOrNull(total);
                    FillDraft fill =
                            file.fill(
                                    c.line(),
                                    Clues.NONE.account(c.text(h.find("portfolio"))),
                                    when,
                                    pair,
                                    side,
                                    quantity,
                                    at);
                    String trade = c.text(h.find("trade id"));
                    if (!trade.isEmpty()) {
                        fill.id(id(pair, trade));
                        Draft.numeric(trade).ifPresent(fill::sequence);
                    }
                    file.fees()
                            .put(
                                    fill,
                                    pair,
                                    at,
                                    paid == null ? Map.of() : Map.of(pair.quote(), paid));
                    if (stated != null && paid != null) {
                        turnover.add(
                                c.line(),
                                pair.quote(),
                                side == Side.BUY
                                        ? stated.abs().subtract(paid)
                                        : stated.abs().add(paid),
                                at,
                                quantity);
                    }
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
    }

    /// Trade ids are numbered by product: 1 exists in each.
    static String id(Pair pair, String trade) {
        return pair.base() + "-" + pair.quote() + "/" + trade;
    }
}
