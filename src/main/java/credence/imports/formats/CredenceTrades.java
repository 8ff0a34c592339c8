package credence.imports.formats;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.fact.TradeRecord.Exit;
import credence.core.fact.TradeRecord.Mark;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Symbol;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Draft;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TradeKeys;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Credence's own trades, one round trip a row.
///
/// - Needs `symbol, side (LONG|SHORT), quantity, entry_time, entry_price, exit_time, exit_price` and `bot` (or `--bot`).
///   Both exit fields empty: still open, with `mark_time, mark_price` if known; `net_pnl` is then the result at the mark.
/// - May have `account, costs, net_pnl, currency, multiplier, stop, take_profit, mae, mfe, exit_reason, confidence, pattern,
///   timeframe, leverage, version, variant, reasoning, source, id` and any `score.NAME`, `indicator.NAME`, `head.NAME`.
/// - Positive costs are paid; an empty cost is unknown, 0 is none. `mae` and `mfe` are money; a sign is dropped.
/// - `id` is the row's identity where it is filled; else content.
/// - Other columns of costs (`swap`, `tax`) count too where `costs` is empty, see [CredenceCosts].
/// - Any other column is kept as it is, and so is what has no meaning for an open (or for a closed) trade.
public final class CredenceTrades implements JournalFormat {

    private static final CredenceHeader HEADER =
            new CredenceHeader(
                    "trades",
                    List.of(
                            "symbol",
                            "side",
                            "quantity",
                            "entry_time",
                            "entry_price",
                            "exit_time",
                            "exit_price"),
                    List.of("bot"));
    private static final List<String> TIMES = List.of("entry_time", "exit_time", "mark_time");
    private static final List<String> NUMBERS =
            List.of(
                    "quantity",
                    "entry_price",
                    "exit_price",
                    "mark_price",
                    "costs",
                    "net_pnl",
                    "multiplier",
                    "stop",
                    "take_profit",
                    "mae",
                    "mfe",
                    "confidence",
                    "leverage");
    private static final List<String> COSTS = List.of(Extra.COMMISSION, Extra.FEES, Extra.FUNDING);
    private static final Set<String> TEXTS =
            Set.of(
                    Extra.COMMISSION,
                    Extra.FEES,
                    Extra.FUNDING,
                    "bot",
                    "account",
                    "symbol",
                    "side",
                    "currency",
                    "exit_reason",
                    "pattern",
                    "timeframe",
                    "version",
                    "variant",
                    "reasoning",
                    "source",
                    "id");

    @Override
    public String id() {
        return "credence-trades";
    }

    @Override
    public String title() {
        return "Credence, trades (CSV)";
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
        Instant entryTime = t.time("entry_time");
        BotId bot = owner.bot();
        AccountId account = owner.account();
        Symbol symbol = owner.symbol();
        BotId learned = owner.learned(bot, symbol, entryTime);
        Direction side = t.requiredChoice("side", Direction.class, "LONG or SHORT");
        Quantity quantity = new Quantity(t.positive("quantity"));
        Price entryPrice = new Price(t.number("entry_price"));
        Optional<Exit> exit = exit(t, entryTime, stated);
        Optional<Mark> mark = mark(t, exit.isPresent(), entryTime);
        Multiplier multiplier = owner.multiplier(entryTime);
        CallDetails call = t.call();
        var currency = owner.currency(entryTime);
        var stop = t.price("stop");
        var takeProfit = t.price("take_profit");
        var source = owner.source();
        t.keep("id");
        multiplier.extra(symbol).ifPresent(s -> t.keep(Extra.MULTIPLIER_SOURCE, s));
        var extras = t.extras();
        String id = t.text("id");
        return new Draft(
                t.line(),
                1,
                entryTime,
                TradeRecord.stream(account, learned),
                Draft.numeric(id),
                identity ->
                        id.isEmpty()
                                ? TradeKeys.ofContent(
                                        identity,
                                        account,
                                        bot,
                                        symbol,
                                        entryTime,
                                        side,
                                        quantity.value(),
                                        entryPrice.value(),
                                        exit)
                                : RowKey.ofNativeId("trade", account.name(), bot.name(), id),
                (key, place) ->
                        new TradeRecord(
                                key,
                                place,
                                account,
                                learned,
                                symbol,
                                side,
                                quantity,
                                entryTime,
                                entryPrice,
                                exit,
                                mark,
                                multiplier.value(),
                                currency,
                                stop,
                                takeProfit,
                                source,
                                call,
                                extras));
    }

    private static Optional<Exit> exit(CredenceTable t, Instant entryTime, CredenceCosts stated)
            throws RefusedRow {
        Optional<Instant> time = t.optionalTime("exit_time");
        Optional<BigDecimal> price = t.optionalNumber("exit_price");
        if (time.isPresent() != price.isPresent()) {
            throw t.refuse(
                    time.isPresent() ? "exit_price" : "exit_time",
                    "The trade has only one of exit time and exit price.",
                    "Fill in both, or leave both empty while the trade is open.");
        }
        if (time.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        if (time.get().isBefore(entryTime)) {
            throw t.refuse(
                    "exit_time", "The exit is before the entry.", "Correct one of the two times.");
        }
        return Optional.of(
                new Exit(
                        time.get(),
                        new Price(price.get()),
                        costs(t, stated),
                        t.optionalNumber("net_pnl"),
                        t.optionalNumber("mae").map(BigDecimal::abs),
                        t.optionalNumber("mfe").map(BigDecimal::abs),
                        exitReason(t)));
    }

    /// All costs: by their own column, else by the sum of commission, fees and funding with their other columns, which are kept.
    private static Optional<BigDecimal> costs(CredenceTable t, CredenceCosts stated)
            throws RefusedRow {
        Optional<BigDecimal> all = t.optionalNumber("costs");
        Optional<BigDecimal> sum = Optional.empty();
        for (String column : COSTS) {
            t.keep(column);
            if (all.isPresent() && !t.isNumber(column)) {
                continue; // a remark beside what the costs are
            }
            Optional<BigDecimal> one =
                    all.isPresent() ? t.optionalNumber(column) : stated.of(column);
            if (one.isPresent()) {
                t.keep(column, one.get().toPlainString());
                sum = Optional.of(sum.map(s -> s.add(one.get())).orElse(one.get()));
            }
        }
        return all.isPresent() ? all : sum;
    }

    private static ExitReason exitReason(CredenceTable t) {
        String s = t.text("exit_reason").toUpperCase(Locale.ROOT);
        for (ExitReason reason : ExitReason.values()) {
            if (reason.name().equals(s)) {
                return reason;
            }
        }
        t.keep("exit_reason");
        return ExitReason.UNKNOWN;
    }

    private static Optional<Mark> mark(CredenceTable t, boolean closed, Instant entryTime)
            throws RefusedRow {
        Optional<Instant> time = t.optionalTime("mark_time");
        Optional<BigDecimal> price = t.optionalNumber("mark_price");
        if (closed) {
            t.keep("mark_time");
            t.keep("mark_price");
            return Optional.empty();
        }
        for (String ofClosed :
                List.of("costs", "commission", "fees", "funding", "mae", "mfe", "exit_reason")) {
            t.keep(ofClosed);
        }
        if (time.isPresent() != price.isPresent()) {
            throw t.refuse(
                    time.isPresent() ? "mark_price" : "mark_time",
                    "The open trade has only one of mark time and mark price.",
                    "Fill in both, or leave both empty.");
        }
        if (time.isEmpty() || price.isEmpty()) {
            t.keep("net_pnl");
            return Optional.empty();
        }
        if (time.get().isBefore(entryTime)) {
            throw t.refuse(
                    "mark_time", "The mark is before the entry.", "Correct one of the two times.");
        }
        return Optional.of(
                new Mark(time.get(), new Price(price.get()), t.optionalNumber("net_pnl")));
    }
}
