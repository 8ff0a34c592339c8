package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Binance, spot trade history; its Trading Bots page exports the same layout.
///
/// - `Date(UTC), Pair, Side, Price, Executed, Amount, Fee`, all quoted: the coin is glued to Executed, Amount and Fee (`0.00065BTC`), the
///   price may group thousands with commas. Since 2025 the first column is `Time`, its years may have two digits, and
///   the zone stands only in the file's name (`…(UTC+3)-part1-of1.csv`); in between it was in the column (`Time(UTC+8)`).
/// - Older: `Date(UTC), Market, Type, Price, Amount, Total, Fee, Fee Coin`; newer, without glue: `Date(UTC), Symbol, Side, Price,
///   Quantity, Amount, Fee, Fee Coin, Quote Asset`, and `Date(UTC), Pair, Base Asset, Quote Asset, Type, Price, Amount, Total, Fee, Fee Coin` with pairs
///   as `BTC/USDT`. The order history (`Order Price`, `AvgTrading Price`, no fee) is not this.
/// - The pair has no separator. Where coins are glued to numbers it is parted so that both ends fit (`12.51INCH` of `1INCHUSDT` is 12.5);
///   else at the coin in Quote Asset, else at Fee Coin where the market ends with it, else by Binance's quote coins.
/// - The fee is in the coin received, or in BNB. Newest first. No id and no bot: rows are known by content, and two equal ones
///   are two fills (a grid's slices).
public final class BinanceSpotTrades implements JournalFormat {

    private static final String TIME = "date(utc*|time(utc*|date|time";

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "Binance's spot trades",
                            TIME,
                            "Pair",
                            "Side",
                            "Price",
                            "Executed",
                            "Amount",
                            "Fee"),
                    HeaderFingerprint.of(
                            "Binance's spot trades",
                            TIME,
                            "Market",
                            "Type",
                            "Price",
                            "Amount",
                            "Total",
                            "Fee",
                            "Fee Coin"),
                    HeaderFingerprint.of(
                            "Binance's spot trades",
                            TIME,
                            "Pair",
                            "Base Asset",
                            "Quote Asset",
                            "Type",
                            "Price",
                            "Amount",
                            "Total",
                            "Fee",
                            "Fee Coin"),
                    HeaderFingerprint.of(
                            "Binance's spot trades",
                            TIME,
                            "Symbol",
                            "Side",
                            "Price",
                            "Quantity",
                            "Amount",
                            "Fee",
                            "Fee Coin",
                            "Quote Asset"));

    @Override
    public String id() {
        return "binance-spot-trades";
    }

    @Override
    public String title() {
        return "Binance, spot trades and trading bots (CSV)";
    }

    @Override
    public String book() {
        return "Binance, spot";
    }

    @Override
    public Detection detect(Document document) {
        Detection d = ExchangeFile.surest(document, LAYOUTS);
        return d.header() != null && d.header().header().has("Realized Profit")
                ? Detection.no(
                        "A realized profit belongs to Binance's futures, not to spot trades.")
                : d;
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Binance", document, detection, options, tally);
        new Reader(file, document.name()).read();
    }

    private static final class Reader {

        private final ExchangeFile file;
        private final int time;
        private final int market;
        private final int side;
        private final int price;
        private final int quantity;
        private final int amount;
        private final int fee;
        private final int feeCoin;
        private final int quoteAsset;
        private final boolean glued;
        private final Turnover turnover;
        private final TimeColumn times;

        Reader(ExchangeFile file, String fileName) throws UnreadableFile {
            this.file = file;
            var header = file.header();
            boolean totalled = header.has("Total");
            int zoned = header.findFrom("Date(UTC");
            int zonedTime = header.findFrom("Time(UTC");
            this.time =
                    zoned >= 0
                            ? zoned
                            : zonedTime >= 0 ? zonedTime : header.findAny("Date", "Time");
            this.market = header.findAny("Pair", "Market", "Symbol");
            this.side = header.findAny("Side", "Type");
            this.price = header.find("Price");
            this.glued = header.has("Executed");
            this.quantity =
                    glued ? header.find("Executed") : header.find(totalled ? "Amount" : "Quantity");
            this.amount = header.find(totalled ? "Total" : "Amount");
            this.fee = header.find("Fee");
            this.feeCoin = header.find("Fee Coin");
            this.quoteAsset = header.find("Quote Asset");
            this.turnover = new Turnover(header.name(amount));
            this.times =
                    FileZone.said(
                            file,
                            time,
                            fileName,
                            "Binance tells spot trades in the zone that was chosen for the export");
            if (glued) {
                file.numbersIn(price);
            } else {
                file.numbersIn(price, quantity, amount, fee);
            }
        }

        void read() {
            file.each(this::row);
            turnover.report(file.tally());
            file.finish();
        }

        private void row(Cells c) throws RefusedRow {
            Instant when = times.read(FileZone.unfolded(c.text(time)), c.line());
            Side bought = file.side(side);
            Pair pair = pair(c);
            BigDecimal at = c.positive(price);
            BigDecimal size = number(c, quantity, pair.base());
            if (size == null || size.signum() <= 0) {
                throw c.refuse(
                        quantity,
                        "This is not a quantity of " + pair.base() + ".",
                        "Export the file again.");
            }
            BigDecimal stated = number(c, amount, pair.quote());
            FillDraft fill = file.fill(c.line(), Clues.NONE, when, pair, bought, size, at);
            turnover.add(c.line(), pair.quote(), stated, at, size);
            file.fees().put(fill, pair, at, paid(c, pair));
            file.rows().add(fill);
        }

        private Pair pair(Cells c) throws RefusedRow {
            String name = ExchangeFile.coin(c.text(market)).replace("/", "");
            Pair pair =
                    glued
                            ? GluedCoins.pair(name, c.text(quantity), c.text(amount))
                            : Pair.quotedIn(name, c.text(quoteAsset));
            if (pair == null && !glued && file.header().has("Fee Coin")) {
                Pair byFee = Pair.quotedIn(name, c.text(feeCoin));
                pair =
                        byFee != null && QuoteCoins.USUAL.quotes(byFee.quote())
                                ? byFee
                                : Pair.split(name, QuoteCoins.BINANCE);
            }
            if (pair == null) {
                throw glued && !name.isEmpty()
                        ? c.refuse(
                                quantity,
                                "The coins of Executed and Amount do not make the pair "
                                        + name
                                        + ".",
                                "Export the file again.")
                        : file.unknownPair(market);
            }
            return pair;
        }

        private @Nullable BigDecimal number(Cells c, int column, String coin) throws RefusedRow {
            return glued
                    ? GluedCoins.number(c.text(column), coin, file.numbers())
                    : c.numberOrNull(column);
        }

        private Map<String, BigDecimal> paid(Cells c, Pair pair) throws RefusedRow {
            if (c.text(fee).isEmpty()) {
                return Map.of();
            }
            if (!glued) {
                String coin = ExchangeFile.coin(c.text(feeCoin));
                BigDecimal value = c.number(fee);
                return coin.isEmpty() && value.signum() != 0 ? Map.of() : Map.of(coin, value);
            }
            Map<String, BigDecimal> paid = GluedCoins.fee(c.text(fee), pair, file.numbers());
            if (paid == null) {
                throw c.refuse(fee, "This is not a fee and its coin.", "Export the file again.");
            }
            return paid;
        }
    }
}
