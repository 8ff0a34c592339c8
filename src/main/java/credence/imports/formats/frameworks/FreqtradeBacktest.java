package credence.imports.formats.frameworks;

import credence.core.value.SourceClass;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.JsonRecord;
import credence.imports.JsonSource;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// freqtrade, `backtest-result-<time>.json`: `{"strategy": {"<Name>": {"trades": [...], statistics}}}`, several strategies in one
/// file, each a bot. Since 2025 inside a .zip of the same name.
///
/// - Trade: pair, amount, open_rate, close_rate, fee_open and fee_close (ratios), open_date or open_timestamp (milliseconds, UTC),
///   is_short, leverage, funding_fees (positive is received), profit_abs and profit_ratio, exit_reason (was sell_reason), enter_tag
///   (was buy_tag), is_open, orders. `trade_id` restarts, so identity is content.
/// - Trades still open at the end of the data are forced to close (`force_exit`, `force_sell`).
/// - `profit_abs` is **after fees** and funding (the sample of 179 trades makes it so to 1e-8); there are files in which it is before them ([FreqtradeResult]).
/// - Statistics are written with NaN and Infinity where they are undefined.
public final class FreqtradeBacktest implements JournalFormat {

    @Override
    public String id() {
        return "freqtrade-backtest";
    }

    @Override
    public String title() {
        return "freqtrade, backtest result (JSON, also in its .zip)";
    }

    @Override
    public Detection detect(Document document) {
        return JsonSource.test(document, FreqtradeBacktest::fits)
                ? new Detection(
                        95,
                        "It is a backtest result of freqtrade: JSON with strategies and their"
                                + " trades.",
                        null)
                : Detection.no("No backtest result of freqtrade.");
    }

    private static boolean fits(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        for (String name = json.property(); name != null; name = json.property()) {
            if (name.equals("strategy") && json.kind() == JsonSource.Kind.OBJECT) {
                return json.property() == null || hasTrades(json);
            }
            json.skip();
        }
        return false;
    }

    private static boolean hasTrades(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        for (String name = json.property(); name != null; name = json.property()) {
            if (name.equals("trades")) {
                return json.kind() == JsonSource.Kind.ARRAY;
            }
            json.skip();
        }
        return false;
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        JournalRows rows = new JournalRows(tally);
        Owners owners = new Owners("freqtrade", options, tally);
        try (JsonSource json = new JsonSource(document)) {
            for (String name = json.property(); name != null; name = json.property()) {
                if (!name.equals("strategy")) {
                    json.skip();
                    continue;
                }
                for (String bot = json.property(); bot != null; bot = json.property()) {
                    document.progress().checkCancelled();
                    strategy(json, bot, owners, rows, tally);
                }
            }
        }
        rows.acceptAll(tally);
    }

    /// Statistics may stand before or behind the trades, and the currency among them: the trades wait for it.
    private static void strategy(
            JsonSource json, String bot, Owners owners, JournalRows rows, Tally tally)
            throws UnreadableFile {
        List<JsonRecord> trades = new ArrayList<>();
        Map<String, BigDecimal> statistics = new HashMap<>();
        String currency = "";
        String timeframe = "";
        for (String name = json.property(); name != null; name = json.property()) {
            if (name.equals("trades") && json.kind() == JsonSource.Kind.ARRAY) {
                trades(json, bot, trades, tally);
            } else if (json.kind() == JsonSource.Kind.SCALAR) {
                String text = json.text();
                switch (name) {
                    case "stake_currency" -> currency = text;
                    case "timeframe", "ticker_interval" -> timeframe = text;
                    default -> statistic(statistics, name, text);
                }
            } else {
                json.skip();
            }
        }
        FreqtradeFigures figures = new FreqtradeFigures(bot);
        FreqtradeTrade reader = new FreqtradeTrade(owners, SourceClass.BACKTEST, figures);
        long number = 0;
        for (JsonRecord trade : trades) {
            number++;
            try {
                rows.add(reader.read(trade, bot, currency, timeframe));
            } catch (RefusedRow e) {
                tally.refuse(FreqtradeTrade.named(e, number, bot, trade).refusal());
            }
        }
        figures.reconcile(statistics, number, currency, tally);
        figures.note(tally, currency);
    }

    private static void trades(JsonSource json, String bot, List<JsonRecord> trades, Tally tally)
            throws UnreadableFile {
        while (json.element()) {
            if (json.kind() != JsonSource.Kind.OBJECT) {
                throw new UnreadableFile(
                        json.line(),
                        "",
                        "",
                        "The trades of "
                                + bot
                                + " are lists without names, as freqtrade wrote them"
                                + " before 2020.",
                        "Run the backtest again with a newer freqtrade.");
            }
            tally.read(1);
            trades.add(json.record());
        }
    }

    private static void statistic(Map<String, BigDecimal> statistics, String name, String text) {
        try {
            BigDecimal value = NumberStyle.POINT.read(text);
            if (value != null) {
                statistics.put(name, value);
            }
        } catch (NumberFormatException _) {
            // a date or a word: nothing to hold figures against
        }
    }
}
