package credence.imports.formats.crypto;

import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
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
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// Hyperliquid, trade history.
///
/// - `time, coin, dir, px, sz, ntl, fee, closedPnl`; other tools' exports have `feeToken` and `hash` too. The times are written as the browser's
///   country writes them (`08/03/2026 - 11:15:00`, `9/18/2025 - 14:59:56`), in its zone, which is not stated.
/// - A perpetual is named by its coin alone (`ETH`) and settles in USDC; a spot market is a pair (`HYPE/USDC`). A market of another
///   deployer has its name in front (`xyz:COPPER`) or in brackets.
/// - `dir`: `Open Long`, `Close Short` …; `Long > Short` closes and reverses; `Buy`, `Sell` on spot; `Liquidated Isolated Long` and the like.
/// - The fee is in USDC, but in the coin bought for a purchase on spot. `closedPnl` is kept as `stated_pnl`. The site's is **after this
///   fill's fee**, and minus the fee where a fill opens; that of its interface, which other tools write down, is **before fees**, and 0
///   there (0.214 ETH from 2,331.5 to 2,354.8 with a fee of 0.072565: 4.91 on the site, 4.9862 from the interface). The openings tell.
/// - No id in the site's own export; the hash is one transaction's, which may hold several fills.
public final class HyperliquidTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Hyperliquid's trades",
                    "time",
                    "coin",
                    "dir",
                    "px",
                    "sz",
                    "ntl",
                    "fee",
                    "closedPnl");

    @Override
    public String id() {
        return "hyperliquid-trades";
    }

    @Override
    public String title() {
        return "Hyperliquid, trades (CSV)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    /// What a direction does.
    private record Deed(Side side, PositionEffect effect) {}

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Hyperliquid", document, detection, options, tally);
        Header h = file.header();
        int time = h.find("time");
        int price = h.find("px");
        int quantity = h.find("sz");
        int value = h.find("ntl");
        int fee = h.find("fee");
        TimeColumn times =
                TimeColumn.settle(
                        file.table(),
                        time,
                        TimeColumn.required(
                                options, "Hyperliquid tells times in the zone of your browser"));
        file.numbersIn(price, quantity, value, fee, h.find("closedPnl"));
        Turnover turnover = new Turnover("ntl");
        ResultBasis basis = basis(file);
        file.each(
                c -> {
                    Instant when = times.read(c.text(time).replace(" - ", " "), c.line());
                    Deed deed = deed(c, h.find("dir"));
                    String market = market(c.text(h.find("coin")));
                    if (market.isEmpty()) {
                        throw c.refuse(h.find("coin"), "The coin is missing.", "Export it again.");
                    }
                    boolean spot = market.contains("/");
                    Pair pair =
                            spot
                                    ? file.pair(h.find("coin"), QuoteCoins.USUAL)
                                    : new Pair(market, "USDC");
                    BigDecimal at = c.positive(price);
                    BigDecimal size = c.positive(quantity);
                    FillDraft fill =
                            file.fill(c.line(), Clues.NONE, when, pair, deed.side, size, at)
                                    .effect(deed.effect)
                                    .stated(c.text(h.find("closedPnl")), basis);
                    String hash = c.text(h.find("hash"));
                    if (!hash.isEmpty()) {
                        fill.identifiedBy(hash).extra("hash", hash);
                    }
                    turnover.add(c.line(), pair.quote(), c.numberOrNull(value), at, size);
                    BigDecimal paid = c.numberOrNull(fee);
                    if (paid != null) {
                        String token = ExchangeFile.coin(c.text(h.find("feeToken")));
                        String usual = spot && deed.side == Side.BUY ? pair.base() : pair.quote();
                        file.fees()
                                .put(fill, pair, at, Map.of(token.isEmpty() ? usual : token, paid));
                    }
                    file.rows().add(fill);
                });
        turnover.report(tally);
        if (!file.rows().isEmpty() && basis != ResultBasis.UNSAID) {
            tally.states("Hyperliquid", "closedPnl", basis);
        }
        file.finish();
        times.noteRepeatedHours(tally);
    }

    /// What the column of results is by the fills that open, and else by the layout.
    private static ResultBasis basis(ExchangeFile file) {
        Header h = file.header();
        boolean before = false;
        boolean after = false;
        for (Row row : file.table().rows()) {
            Cells c = file.cells().at(row);
            try {
                BigDecimal paid = c.numberOrNull(h.find("fee"));
                BigDecimal closed = c.numberOrNull(h.find("closedPnl"));
                if (paid == null
                        || closed == null
                        || paid.signum() == 0
                        || !c.text(h.find("dir")).toLowerCase(Locale.ROOT).startsWith("open ")) {
                    continue;
                }
                before |= closed.signum() == 0;
                after |= closed.signum() != 0;
            } catch (RefusedRow _) {
                continue; // refused where the row is read
            }
        }
        if (before != after) {
            return before ? ResultBasis.BEFORE_COSTS : ResultBasis.AFTER_CLOSING_COSTS;
        }
        boolean site = !before && !h.has("feeToken") && !h.has("hash");
        return site ? ResultBasis.AFTER_CLOSING_COSTS : ResultBasis.UNSAID;
    }

    /// The coin without its deployer.
    private static String market(String coin) {
        int colon = coin.indexOf(':');
        int bracket = coin.indexOf(" (");
        String s = bracket > 0 ? coin.substring(0, bracket) : coin;
        return (colon >= 0 ? s.substring(colon + 1) : s).strip().toUpperCase(Locale.ROOT);
    }

    private static Deed deed(Cells c, int column) throws RefusedRow {
        String dir = c.text(column).toLowerCase(Locale.ROOT);
        return switch (dir) {
            case "buy", "short > long" -> new Deed(Side.BUY, PositionEffect.UNKNOWN);
            case "sell", "long > short" -> new Deed(Side.SELL, PositionEffect.UNKNOWN);
            case "open long" -> new Deed(Side.BUY, PositionEffect.OPEN);
            case "open short" -> new Deed(Side.SELL, PositionEffect.OPEN);
            case "close long" -> new Deed(Side.SELL, PositionEffect.CLOSE);
            case "close short" -> new Deed(Side.BUY, PositionEffect.CLOSE);
            default -> {
                if (dir.startsWith("liquidated") && dir.endsWith(" long")) {
                    yield new Deed(Side.SELL, PositionEffect.CLOSE);
                }
                if (dir.startsWith("liquidated") && dir.endsWith(" short")) {
                    yield new Deed(Side.BUY, PositionEffect.CLOSE);
                }
                throw c.refuse(
                        column,
                        "It is not known whether this was bought or sold.",
                        "Write Buy, Sell, Open Long or the like in this cell, and import the file"
                                + " again.");
            }
        };
    }
}
