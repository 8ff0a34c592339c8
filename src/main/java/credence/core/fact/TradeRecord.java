package credence.core.fact;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// A round trip as a source states it: closed, or still open with or without a mark.
///
/// One row, two or three facts (`rules.md` 2): opened, where nothing of the exit is known; closed; marked.
///
/// @param multiplier money per point of price per unit; positive; 1 where nobody knows it, see [#knownMultiplier()]
public record TradeRecord(
        RowKey key,
        long sequence,
        AccountId account,
        BotId bot,
        Symbol symbol,
        Direction direction,
        Quantity quantity,
        Instant entryTime,
        Price entryPrice,
        Optional<Exit> exit,
        Optional<Mark> mark,
        BigDecimal multiplier,
        CurrencyCode currency,
        Optional<Price> stop,
        Optional<Price> takeProfit,
        SourceClass source,
        CallDetails call,
        SortedMap<String, String> extras)
        implements SourceRow {

    /// How and with what result the trade ended.
    ///
    /// @param costs all costs stated for the round trip, positive is paid; empty when the source states none
    /// @param netPnl the source's own result after costs, in the trade's currency; empty when it states none
    /// @param mae worst open loss on the way, as a magnitude ≥ 0 in the trade's currency
    /// @param mfe best open profit on the way, as a magnitude ≥ 0 in the trade's currency
    /// @param costsEstimated whether a fee profile of the user filled in the costs that the source leaves out
    public record Exit(
            Instant time,
            Price price,
            Optional<BigDecimal> costs,
            Optional<BigDecimal> netPnl,
            Optional<BigDecimal> mae,
            Optional<BigDecimal> mfe,
            ExitReason reason,
            boolean costsEstimated) {

        /// By the source's own word.
        public Exit(
                Instant time,
                Price price,
                Optional<BigDecimal> costs,
                Optional<BigDecimal> netPnl,
                Optional<BigDecimal> mae,
                Optional<BigDecimal> mfe,
                ExitReason reason) {
            this(time, price, costs, netPnl, mae, mfe, reason, false);
        }

        /// With costs by a fee profile.
        public Exit withEstimatedCosts(BigDecimal estimate) {
            return new Exit(time, price, Optional.of(estimate), netPnl, mae, mfe, reason, true);
        }
    }

    /// What an open trade was worth at a moment, by the source's own word.
    public record Mark(Instant time, Price price, Optional<BigDecimal> netPnl) {}

    public TradeRecord {
        if (exit.isPresent() && mark.isPresent()) {
            throw new IllegalArgumentException("a closed trade has no mark");
        }
        if (exit.isPresent() && exit.get().time().isBefore(entryTime)) {
            throw new IllegalArgumentException(
                    "exit " + exit.get().time() + " is before entry " + entryTime);
        }
    }

    /// Stream of a bot's rows in one account, for the order of facts.
    public static String stream(AccountId account, BotId bot) {
        return account.name() + '\0' + bot.name();
    }

    /// Money per point of price per unit; empty where neither the file nor a table nor the user knows it.
    public Optional<BigDecimal> knownMultiplier() {
        return Extra.knowsMultiplier(extras) ? Optional.of(multiplier) : Optional.empty();
    }

    public boolean isOpen() {
        return exit.isEmpty();
    }

    private FactOrder place(Instant knownAt, Rank rank) {
        return new FactOrder(knownAt, rank, stream(account, bot), sequence, key.value());
    }

    public TradeOpened opened() {
        return new TradeOpened(
                place(entryTime, Rank.OPENING),
                key,
                account,
                bot,
                symbol,
                direction,
                quantity,
                entryTime,
                entryPrice,
                knownMultiplier(),
                currency,
                stop,
                takeProfit,
                source,
                call);
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(2);
        TradeOpened opened = opened();
        facts.add(opened);
        exit.ifPresent(
                e ->
                        facts.add(
                                new TradeClosed(
                                        place(e.time(), Rank.CLOSING),
                                        opened,
                                        e,
                                        e.costs()
                                                .filter(_ -> !e.costsEstimated())
                                                .map(all -> Extra.costs(extras, all))
                                                .orElse(Costs.UNSTATED),
                                        StatedPnl.of(extras))));
        mark.ifPresent(m -> facts.add(new TradeMarked(placeOfMark(m), key, m)));
        return facts;
    }

    /// Two exports of one day may mark a trade at one time and two prices: what they say is the last tie-break.
    private FactOrder placeOfMark(Mark m) {
        return new FactOrder(
                m.time(),
                Rank.BAR,
                stream(account, bot),
                sequence,
                key.value()
                        + ' '
                        + RowKey.canonical(m.price().value())
                        + ' '
                        + m.netPnl().map(RowKey::canonical).orElse(""));
    }

    /// The same trade with another word on how it ended.
    public TradeRecord withExit(Exit other) {
        return new TradeRecord(
                key,
                sequence,
                account,
                bot,
                symbol,
                direction,
                quantity,
                entryTime,
                entryPrice,
                Optional.of(other),
                mark,
                multiplier,
                currency,
                stop,
                takeProfit,
                source,
                call,
                extras);
    }

    @Override
    public TradeRecord placed(RowKey otherKey, long other) {
        return new TradeRecord(
                otherKey,
                other,
                account,
                bot,
                symbol,
                direction,
                quantity,
                entryTime,
                entryPrice,
                exit,
                mark,
                multiplier,
                currency,
                stop,
                takeProfit,
                source,
                call,
                extras);
    }

    @Override
    public TradeRecord withSequence(long other) {
        return placed(key, other);
    }
}
