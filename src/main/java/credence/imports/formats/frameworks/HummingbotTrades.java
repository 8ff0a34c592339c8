package credence.imports.formats.frameworks;

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
import java.util.Locale;

/// Hummingbot, `data/trades_<configuration>.csv`: one row an execution, written while the bot runs.
///
/// - `exchange_trade_id, config_file_path, strategy, market, symbol, base_asset, quote_asset, timestamp, order_id, trade_type, order_type, price,
///   amount, leverage, trade_fee, trade_fee_in_quote, position, age`; older files have the same columns in the order of the alphabet.
/// - `timestamp` in milliseconds; `trade_fee_in_quote` in the quote coin, positive is paid; `trade_fee` is JSON, kept as it is.
/// - `market` is the exchange, the account here; one ending in `paper_trade` is paper. `position` OPEN or CLOSE in perpetuals, else NIL.
/// - The bot is the configuration: one strategy may run under several.
public final class HummingbotTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Hummingbot's trades",
                    "exchange_trade_id",
                    "config_file_path",
                    "strategy",
                    "market",
                    "symbol",
                    "base_asset",
                    "quote_asset",
                    "timestamp",
                    "trade_type",
                    "price",
                    "amount");

    @Override
    public String id() {
        return "hummingbot-trades";
    }

    @Override
    public String title() {
        return "Hummingbot, trades (CSV)";
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
        FrameworkFile file = FrameworkFile.open("Hummingbot", document, detection, options, tally);
        Header h = file.header();
        TimeColumn times = file.times(h.find("timestamp"));
        file.each(c -> file.rows().add(fill(c, file, h, times)));
        file.finish();
    }

    private static FillDraft fill(Cells c, FrameworkFile file, Header h, TimeColumn times)
            throws RefusedRow {
        Instant time = times.read(c.text(h.find("timestamp")), c.line());
        String market = FrameworkFile.text(c, h.find("market"));
        String symbol = FrameworkFile.text(c, h.find("symbol"));
        boolean paper = market.toLowerCase(Locale.ROOT).endsWith("paper_trade");
        FillDraft fill =
                new FillDraft(
                                c.line(),
                                file.owners()
                                        .of(
                                                Clues.NONE
                                                        .bot(bot(c, h))
                                                        .account(market)
                                                        .tag(
                                                                FrameworkFile.text(
                                                                        c, h.find("strategy")))
                                                        .symbol(symbol)
                                                        .time(time)),
                                time,
                                file.owners().symbol(symbol, c.line(), "symbol"),
                                side(c, h.find("trade_type")),
                                new Quantity(c.positive(h.find("amount"))),
                                new Price(c.positive(h.find("price"))))
                        .effect(effect(c.text(h.find("position"))))
                        .commission(commission(c, h))
                        .currency(
                                file.owners()
                                        .currency(FrameworkFile.text(c, h.find("quote_asset"))))
                        .source(file.owners().source(paper ? SourceClass.PAPER : SourceClass.LIVE))
                        .id(FrameworkFile.text(c, h.find("exchange_trade_id")));
        for (String kept :
                new String[] {
                    "strategy", "order_id", "order_type", "leverage", "trade_fee", "age"
                }) {
            fill.extra(kept, FrameworkFile.text(c, h.find(kept)));
        }
        return fill;
    }

    /// `conf_pure_mm_1.yml` is the bot conf_pure_mm_1.
    private static String bot(Cells c, Header h) {
        String path = FrameworkFile.text(c, h.find("config_file_path"));
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String stem =
                name.endsWith(".yml") || name.endsWith(".yaml")
                        ? name.substring(0, name.lastIndexOf('.'))
                        : name;
        return stem.isEmpty() ? FrameworkFile.text(c, h.find("strategy")) : stem;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal commission(Cells c, Header h)
            throws RefusedRow {
        return FrameworkFile.number(c, h.find("trade_fee_in_quote"));
    }

    private static PositionEffect effect(String word) {
        return switch (word.substring(word.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)) {
            case "OPEN" -> PositionEffect.OPEN;
            case "CLOSE" -> PositionEffect.CLOSE;
            default -> PositionEffect.UNKNOWN;
        };
    }

    private static Side side(Cells c, int column) throws RefusedRow {
        String word = c.text(column).toUpperCase(Locale.ROOT);
        return switch (word.substring(word.lastIndexOf('.') + 1)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column, "This is neither BUY nor SELL.", "Export the file again.");
        };
    }
}
