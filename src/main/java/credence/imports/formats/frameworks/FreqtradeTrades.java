package credence.imports.formats.frameworks;

import credence.core.value.SourceClass;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.JsonRecord;
import credence.imports.JsonSource;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

/// freqtrade, trades of a running bot as JSON: `show-trades --print-json`, or the answers of its server to `/api/v1/trades` and
/// `/api/v1/status`; a list of trades, or `{"trades": [...]}`.
///
/// - Each trade names its `strategy`, which is the bot; `quote_currency` is the currency. Open trades have `is_open` and no exit;
///   `/status` adds `current_rate`, the mark.
/// - `fee_open`, `fee_close` are ratios that stand for the fee whatever coin it was paid in.
/// - `trade_id` is the number in the bot's own database and restarts with it: identity is content.
/// - Live and dry run look alike: dry runs need `--source paper`.
public final class FreqtradeTrades implements JournalFormat {

    @Override
    public String id() {
        return "freqtrade-trades";
    }

    @Override
    public String title() {
        return "freqtrade, trades of a running bot (JSON)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return JsonSource.test(document, json -> atTrades(json) && json.element() && isTrade(json))
                ? new Detection(90, "It is a list of freqtrade's trades in JSON.", null)
                : Detection.no("No list of freqtrade's trades.");
    }

    /// Moves the cursor to the list of trades.
    private static boolean atTrades(JsonSource json) throws UnreadableFile {
        if (json.kind() == JsonSource.Kind.ARRAY) {
            return true;
        }
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        for (String name = json.property(); name != null; name = json.property()) {
            if (name.equals("trades") && json.kind() == JsonSource.Kind.ARRAY) {
                return true;
            }
            json.skip();
        }
        return false;
    }

    private static boolean isTrade(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        JsonRecord first = json.record();
        return first.has("pair")
                && first.has("open_rate")
                && (first.has("open_date") || first.has("open_timestamp"));
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        JournalRows rows = new JournalRows(tally);
        FreqtradeFigures figures = new FreqtradeFigures("");
        FreqtradeTrade reader =
                new FreqtradeTrade(
                        new Owners("freqtrade", options, tally), SourceClass.LIVE, figures);
        try (JsonSource json = new JsonSource(document)) {
            if (!atTrades(json)) {
                throw new UnreadableFile(
                        "The JSON holds no list of trades.", "Export the trades again.");
            }
            long number = 0;
            while (json.element()) {
                number++;
                tally.read(1);
                if (json.kind() != JsonSource.Kind.OBJECT) {
                    json.skip();
                    tally.skip("entry of the list that is no trade", json.line());
                    continue;
                }
                one(json.record(), number, reader, rows, tally);
                if (number % 4096 == 0) {
                    document.progress().checkCancelled();
                }
            }
        }
        rows.acceptAll(tally);
        figures.note(tally, "");
    }

    private static void one(
            JsonRecord trade, long number, FreqtradeTrade reader, JournalRows rows, Tally tally) {
        @Nullable String unfilled = unfilled(trade);
        if (unfilled != null) {
            tally.skip(unfilled, trade.line());
            return;
        }
        String strategy = trade.text("strategy");
        try {
            rows.add(reader.read(trade, strategy, trade.text("quote_currency"), ""));
        } catch (RefusedRow e) {
            tally.refuse(FreqtradeTrade.named(e, number, strategy, trade).refusal());
        }
    }

    /// A trade whose entry order has not been filled yet holds nothing.
    private static @Nullable String unfilled(JsonRecord trade) {
        return trade.flag("is_open")
                        && (trade.text("amount").equals("0") || trade.text("amount").equals("0.0"))
                ? "trade whose entry order is not filled yet"
                : null;
    }
}
