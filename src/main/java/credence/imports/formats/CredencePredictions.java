package credence.imports.formats;

import credence.core.fact.CallDetails;
import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.value.BotId;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Symbol;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
import credence.imports.Identity;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TradeKeys;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Credence's own predictions, one call of a bot a row, made before the result.
///
/// - Needs `time, symbol, direction (LONG|SHORT), confidence (0…1)` and `bot` (or `--bot`).
/// - May have `entry, take_profit, stop_loss, leverage, timeframe, pattern, reasoning, version, variant, source, id` and any
///   `score.NAME`, `indicator.NAME`, `head.NAME`.
/// - `id` is the row's identity where it is filled, and links the call to its trade; else content.
/// - Any other column is kept as it is.
public final class CredencePredictions implements JournalFormat {

    private static final CredenceHeader HEADER =
            new CredenceHeader(
                    "predictions",
                    List.of("time", "symbol", "direction", "confidence"),
                    List.of("bot"));
    private static final List<String> TIMES = List.of("time");
    private static final List<String> NUMBERS =
            List.of("confidence", "entry", "take_profit", "stop_loss", "leverage");
    private static final Set<String> TEXTS =
            Set.of(
                    "bot",
                    "symbol",
                    "direction",
                    "timeframe",
                    "pattern",
                    "reasoning",
                    "version",
                    "variant",
                    "source",
                    "id");

    @Override
    public String id() {
        return "credence-predictions";
    }

    @Override
    public String title() {
        return "Credence, predictions (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        CredenceTable table =
                new CredenceTable(document, detection, options, tally, TIMES, NUMBERS, TEXTS);
        CredenceOwner owner = new CredenceOwner(table, options, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            table.at(row);
            try {
                rows.add(draft(table, owner));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        table.noteRepeatedHours();
    }

    private static Draft draft(CredenceTable t, CredenceOwner owner) throws RefusedRow {
        Instant time = t.time("time");
        BotId bot = owner.bot();
        Symbol symbol = owner.symbol();
        BotId learned = owner.learned(bot, symbol, time);
        Direction direction = t.requiredChoice("direction", Direction.class, "LONG or SHORT");
        CallDetails call = t.call();
        if (call.confidence().isEmpty()) {
            throw t.refuse(
                    "confidence",
                    "The call states no confidence.",
                    "Fill in a number between 0 and 1.");
        }
        Optional<Price> entry = t.price("entry");
        Optional<Price> takeProfit = t.price("take_profit");
        Optional<Price> stopLoss = t.price("stop_loss");
        Optional<String> id = t.optionalText("id");
        var source = owner.source();
        var extras = t.extras();
        return new Draft(
                t.line(),
                1,
                time,
                learned.name(),
                Draft.numeric(id.orElse("")),
                identity ->
                        id.isPresent()
                                ? RowKey.ofNativeId("prediction", "", bot.name(), id.get())
                                : content(
                                        identity,
                                        bot,
                                        symbol,
                                        time,
                                        direction,
                                        List.of(entry, takeProfit, stopLoss)),
                (key, place) ->
                        new Prediction(
                                key,
                                place,
                                time,
                                learned,
                                symbol,
                                direction,
                                entry,
                                takeProfit,
                                stopLoss,
                                id,
                                source,
                                call,
                                extras));
    }

    private static RowKey content(
            Identity identity,
            BotId bot,
            Symbol symbol,
            Instant time,
            Direction direction,
            List<Optional<Price>> levels) {
        String[] content = new String[3 + levels.size()];
        content[0] = symbol.name();
        content[1] = TradeKeys.instant(time);
        content[2] = direction.name();
        for (int i = 0; i < levels.size(); i++) {
            content[3 + i] = levels.get(i).map(p -> RowKey.canonical(p.value())).orElse("");
        }
        return identity.ofContent("prediction", "", bot.name(), content);
    }
}
