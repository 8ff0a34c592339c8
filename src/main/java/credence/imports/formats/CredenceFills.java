package credence.imports.formats;

import credence.core.fact.Costs;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.Symbol;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
import credence.imports.Identity;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TradeKeys;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Credence's own fills, one execution a row.
///
/// - Needs `time, symbol, side (BUY|SELL), quantity, price` and `bot` (or `--bot`; `--symbol` stands in for the column).
/// - May have `account, commission, fees, funding, currency, multiplier, order_id, execution_id, stop, tag, source,
///   effect (OPEN|CLOSE)`. Positive costs are paid. An empty cost is unknown, 0 is none.
/// - `execution_id` is the row's identity where it is filled; else content, the order's id with it if there is one.
/// - Other columns of costs (`swap`, `tax`) count too, see [CredenceCosts].
/// - Any other column is kept as it is.
public final class CredenceFills implements JournalFormat {

    private static final CredenceHeader HEADER =
            new CredenceHeader(
                    "fills",
                    List.of("time", "symbol", "side", "quantity", "price"),
                    List.of("bot"));
    private static final List<String> TIMES = List.of("time");
    private static final List<String> NUMBERS =
            List.of("quantity", "price", "commission", "fees", "funding", "multiplier", "stop");
    private static final Set<String> TEXTS =
            Set.of(
                    "bot",
                    "account",
                    "symbol",
                    "side",
                    "currency",
                    "order_id",
                    "execution_id",
                    "tag",
                    "source",
                    "effect");

    @Override
    public String id() {
        return "credence-fills";
    }

    @Override
    public String title() {
        return "Credence, fills (CSV)";
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
        CredenceCosts costs = new CredenceCosts(table);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            table.at(row);
            costs.at();
            try {
                rows.add(draft(table, owner, costs));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        table.noteRepeatedHours();
        owner.notes();
        costs.notes(tally);
    }

    private static Draft draft(CredenceTable t, CredenceOwner owner, CredenceCosts stated)
            throws RefusedRow {
        Instant time = t.time("time");
        BotId bot = owner.bot();
        AccountId account = owner.account();
        Symbol symbol = owner.symbol();
        BotId learned = owner.learned(bot, symbol, time);
        Side side = t.requiredChoice("side", Side.class, "BUY or SELL");
        PositionEffect effect =
                t.choice("effect", PositionEffect.class, "OPEN or CLOSE")
                        .orElse(PositionEffect.UNKNOWN);
        Quantity quantity = new Quantity(t.positive("quantity"));
        Price price = new Price(t.number("price"));
        Costs costs =
                new Costs(
                        stated.of(Extra.COMMISSION),
                        stated.of(Extra.FEES),
                        stated.of(Extra.FUNDING));
        Multiplier multiplier = owner.multiplier(time);
        t.keep("order_id");
        t.keep("execution_id");
        var currency = owner.currency(time);
        var stop = t.price("stop");
        var tag = t.optionalText("tag");
        var source = owner.source();
        multiplier.extra(symbol).ifPresent(s -> t.keep(Extra.MULTIPLIER_SOURCE, s));
        var extras = t.extras();
        String execution = t.text("execution_id");
        String order = t.text("order_id");
        return new Draft(
                t.line(),
                1,
                time,
                TradeRecord.stream(account, learned),
                Draft.numeric(execution),
                identity ->
                        execution.isEmpty()
                                ? content(
                                        identity, account, bot, order, symbol, time, side, quantity,
                                        price)
                                : RowKey.ofNativeId("fill", account.name(), bot.name(), execution),
                (key, place) ->
                        new Fill(
                                key,
                                place,
                                time,
                                account,
                                learned,
                                symbol,
                                side,
                                effect,
                                quantity,
                                price,
                                costs,
                                currency,
                                multiplier.value(),
                                stop,
                                tag,
                                source,
                                extras));
    }

    private static RowKey content(
            Identity identity,
            AccountId account,
            BotId bot,
            String order,
            Symbol symbol,
            Instant time,
            Side side,
            Quantity quantity,
            Price price) {
        String[] content = {
            symbol.name(),
            TradeKeys.instant(time),
            side.name(),
            RowKey.canonical(quantity.value()),
            RowKey.canonical(price.value()),
            order
        };
        return identity.ofContent("fill", account.name(), bot.name(), content);
    }
}
