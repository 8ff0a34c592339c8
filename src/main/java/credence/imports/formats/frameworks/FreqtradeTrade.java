package credence.imports.formats.frameworks;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.JsonRecord;
import credence.imports.Owner;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Turns freqtrade's trades into round trips, whatever the generation of their names: `sell_reason` became `exit_reason`,
/// `buy_tag` became `enter_tag`, `profit_percent` became `profit_ratio`, `close_profit_abs` became `profit_abs`.
final class FreqtradeTrade {

    private static final List<String> KEPT =
            List.of(
                    "enter_tag",
                    "buy_tag",
                    "exit_reason",
                    "sell_reason",
                    "stake_amount",
                    "max_stake_amount",
                    "exchange",
                    "trading_mode",
                    "profit_ratio",
                    "funding_fees",
                    "liquidation_price",
                    "trade_duration",
                    "fee_open_currency",
                    "fee_close_currency");

    private final Owners owners;
    private final SourceClass source;
    private final FreqtradeFigures figures;
    private final TimeColumn opened = TimeColumn.yearFirst("open_date", ZoneOffset.UTC);
    private final TimeColumn closed = TimeColumn.yearFirst("close_date", ZoneOffset.UTC);

    FreqtradeTrade(Owners owners, SourceClass source, FreqtradeFigures figures) {
        this.owners = owners;
        this.source = source;
        this.figures = figures;
    }

    /// @param strategy as the file names it; empty when it does not
    /// @param currency of the stake; empty when the file does not name it
    /// @param timeframe of the strategy; empty when unknown
    TradeDraft read(JsonRecord r, String strategy, String currency, String timeframe)
            throws RefusedRow {
        String pair = r.text("pair");
        if (pair.isEmpty()) {
            throw r.refuse("pair", "The trade names no pair.", "Export the file again.");
        }
        Instant entry = time(r, opened, "open_timestamp", "open_date");
        String tag = r.textOf("enter_tag", "buy_tag");
        Owner owner =
                owners.of(
                        Clues.NONE
                                .bot(strategy)
                                .tag(tag)
                                .symbol(pair)
                                .time(entry)
                                .columns(r.scalars()));
        boolean isShort = r.flag("is_short");
        Optional<FreqtradeOrders> orders = FreqtradeOrders.of(r);
        boolean open = r.flag("is_open");
        BigDecimal amount = orders.isPresent() ? orders.get().amount() : amount(r);
        BigDecimal openRate = orders.isPresent() ? orders.get().entry() : r.positive("open_rate");
        TradeDraft draft =
                new TradeDraft(
                        r.line(),
                        owner,
                        owners.symbol(pair, r.line(), "pair"),
                        isShort ? Direction.SHORT : Direction.LONG,
                        new Quantity(amount),
                        entry,
                        new Price(openRate));
        draft.currency(currency(currency, pair))
                .source(owners.source(source))
                .call(call(r, tag, timeframe))
                .stop(stop(r, openRate, isShort));
        KEPT.forEach(name -> draft.extra(name, r.text(name)));
        if (!open) {
            BigDecimal closeRate =
                    orders.isPresent() ? orders.get().exit() : r.positive("close_rate");
            close(draft, r, isShort, amount, openRate, closeRate);
        }
        return draft;
    }

    private void close(
            TradeDraft draft,
            JsonRecord r,
            boolean isShort,
            BigDecimal amount,
            BigDecimal openRate,
            BigDecimal closeRate)
            throws RefusedRow {
        Instant exit = time(r, closed, "close_timestamp", "close_date");
        BigDecimal value = amount.multiply(openRate);
        BigDecimal gross = amount.multiply(closeRate).subtract(value);
        if (isShort) {
            gross = gross.negate();
        }
        BigDecimal stated = first(r, "profit_abs", "close_profit_abs");
        FreqtradeResult result =
                new FreqtradeResult(
                        gross,
                        costs(r, value, amount.multiply(closeRate)),
                        stated,
                        first(r, "profit_ratio", "profit_percent", "close_profit"),
                        value,
                        leverage(r));
        draft.exit(exit, new Price(closeRate))
                .costs(result.costs())
                .columns(fees(r, value, amount.multiply(closeRate)), null, funding(r))
                .netPnl(result.net())
                .reason(reason(r.textOf("exit_reason", "sell_reason")));
        excursions(draft, r, isShort, amount, openRate);
        if (stated != null) {
            draft.stated(
                    stated.toPlainString(),
                    result.verdict() == FreqtradeResult.Verdict.BEFORE_FEES
                            ? ResultBasis.BEFORE_COSTS
                            : ResultBasis.AFTER_COSTS);
        }
        figures.add(exit, result);
    }

    private static BigDecimal amount(JsonRecord r) throws RefusedRow {
        if (!r.has("amount")) {
            throw r.refuse(
                    "amount",
                    "The trade does not say how much was traded; freqtrade writes it since 2020.",
                    "Run the backtest again with a newer freqtrade.");
        }
        return r.positive("amount");
    }

    /// Fees are ratios of the value on each side; funding is positive when it was received.
    private static @Nullable BigDecimal costs(
            JsonRecord r, BigDecimal openValue, BigDecimal closeValue) throws RefusedRow {
        BigDecimal fees = fees(r, openValue, closeValue);
        BigDecimal funding = funding(r);
        return fees == null || funding == null ? fees : fees.add(funding);
    }

    private static @Nullable BigDecimal fees(
            JsonRecord r, BigDecimal openValue, BigDecimal closeValue) throws RefusedRow {
        BigDecimal in = r.numberOrNull("fee_open");
        BigDecimal out = r.numberOrNull("fee_close");
        return in == null || out == null
                ? null
                : openValue.multiply(in).add(closeValue.multiply(out));
    }

    private static @Nullable BigDecimal funding(JsonRecord r) throws RefusedRow {
        BigDecimal received = r.numberOrNull("funding_fees");
        return received == null ? null : received.negate();
    }

    private static @Nullable BigDecimal first(JsonRecord r, String... names) throws RefusedRow {
        for (String name : names) {
            BigDecimal value = r.numberOrNull(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static BigDecimal leverage(JsonRecord r) throws RefusedRow {
        BigDecimal stated = r.numberOrNull("leverage");
        return stated == null || stated.signum() <= 0 ? BigDecimal.ONE : stated;
    }

    private static Instant time(JsonRecord r, TimeColumn column, String stamp, String date)
            throws RefusedRow {
        return column.read(r.textOf(stamp, date), r.line());
    }

    private CurrencyCode currency(String stake, String pair) {
        if (!stake.isEmpty()) {
            return owners.currency(stake);
        }
        int settle = pair.indexOf(':');
        int quote = pair.indexOf('/');
        String of =
                settle > 0
                        ? pair.substring(settle + 1)
                        : quote > 0 ? pair.substring(quote + 1) : "";
        int expiry = of.indexOf('-');
        return owners.currency(expiry > 0 ? of.substring(0, expiry) : of);
    }

    private static CallDetails call(JsonRecord r, String tag, String timeframe) throws RefusedRow {
        BigDecimal leverage = r.numberOrNull("leverage");
        String frame = r.textOf("timeframe");
        return new CallDetails(
                OptionalDouble.empty(),
                tag.isEmpty() ? Optional.empty() : Optional.of(tag),
                // A bot's own export counts minutes; a strategy names its frame.
                timeframe.isEmpty()
                        ? frame.isEmpty() ? Optional.empty() : Optional.of(frame + "m")
                        : Optional.of(timeframe),
                Optional.ofNullable(leverage),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    /// The stop at entry; freqtrade writes 0 for none.
    private static @Nullable Price stop(JsonRecord r, BigDecimal entry, boolean isShort)
            throws RefusedRow {
        BigDecimal stop = r.numberOrNull("initial_stop_loss_abs");
        if (stop == null || stop.signum() <= 0) {
            return null;
        }
        boolean protects = isShort ? stop.compareTo(entry) > 0 : stop.compareTo(entry) < 0;
        return protects ? new Price(stop) : null;
    }

    private static void excursions(
            TradeDraft draft, JsonRecord r, boolean isShort, BigDecimal amount, BigDecimal entry)
            throws RefusedRow {
        BigDecimal low = r.numberOrNull("min_rate");
        BigDecimal high = r.numberOrNull("max_rate");
        if (low == null || high == null) {
            return;
        }
        BigDecimal down = entry.subtract(low).max(BigDecimal.ZERO).multiply(amount);
        BigDecimal up = high.subtract(entry).max(BigDecimal.ZERO).multiply(amount);
        draft.excursions(isShort ? up : down, isShort ? down : up);
    }

    /// Only freqtrade's own words are known; anything else is the strategy's own exit signal. Forced exits happen by hand in a
    /// running bot and at the end of the data in a backtest.
    private ExitReason reason(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> ExitReason.UNKNOWN;
            case "roi" -> ExitReason.TP;
            case "stop_loss",
                    "stoploss",
                    "trailing_stop_loss",
                    "stoploss_on_exchange",
                    "liquidation" ->
                    ExitReason.SL;
            case "force_exit", "force_sell", "emergency_exit", "emergency_sell" ->
                    source == SourceClass.BACKTEST ? ExitReason.UNKNOWN : ExitReason.MANUAL;
            default -> ExitReason.SIGNAL;
        };
    }

    /// Names of trades for messages: which trade of which strategy it is, since JSON has no lines of its own.
    static RefusedRow named(RefusedRow e, long number, String strategy, JsonRecord r) {
        List<String> name = new ArrayList<>();
        name.add("Trade " + number + (strategy.isEmpty() ? "" : " of " + strategy));
        if (r.has("pair")) {
            name.add(
                    "("
                            + r.text("pair")
                            + ", opened "
                            + r.textOf("open_date", "open_timestamp")
                            + ")");
        }
        return new RefusedRow(
                e.refusal().line(),
                e.refusal().column(),
                e.refusal().value(),
                String.join(" ", name) + ": " + e.refusal().reason(),
                e.refusal().remedy());
    }
}
