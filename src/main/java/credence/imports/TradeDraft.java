package credence.imports;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.ResultBasis;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.fact.TradeRecord.Exit;
import credence.core.fact.TradeRecord.Mark;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// One round trip, closed or open, as a broker's format reads it; what a file does not state keeps its neutral value.
public final class TradeDraft {

    private final int line;
    private final Owner owner;
    private final Symbol symbol;
    private final Direction direction;
    private final Quantity quantity;
    private final Instant entryTime;
    private final Price entryPrice;

    private int dataRows = 1;
    private @Nullable Instant exitTime;
    private @Nullable Price exitPrice;
    private ExitReason reason = ExitReason.UNKNOWN;
    private @Nullable Mark mark;
    private @Nullable BigDecimal costs;
    private @Nullable BigDecimal netPnl;
    private @Nullable BigDecimal mae;
    private @Nullable BigDecimal mfe;
    private CurrencyCode currency = CurrencyCode.USD;
    private Multiplier multiplier = Multiplier.ONE;
    private @Nullable Price stop;
    private @Nullable Price takeProfit;
    private SourceClass source = SourceClass.LIVE;
    private CallDetails call = CallDetails.NONE;
    private String id = "";
    private OptionalLong sequence = OptionalLong.empty();
    private @Nullable SortedMap<String, String> extras;

    /// @param line line of the row's first data row, first 1
    public TradeDraft(
            int line,
            Owner owner,
            Symbol symbol,
            Direction direction,
            Quantity quantity,
            Instant entryTime,
            Price entryPrice) {
        this.line = line;
        this.owner = owner;
        this.symbol = symbol;
        this.direction = direction;
        this.quantity = quantity;
        this.entryTime = entryTime;
        this.entryPrice = entryPrice;
    }

    /// How many data rows of the file state this round trip; 1 unless said.
    public TradeDraft dataRows(int count) {
        dataRows = count;
        return this;
    }

    /// @throws RefusedRow when the exit is before the entry
    public TradeDraft exit(Instant time, Price price) throws RefusedRow {
        if (time.isBefore(entryTime)) {
            throw new RefusedRow(
                    line,
                    "",
                    time.toString(),
                    "The exit is before the entry (" + entryTime + ").",
                    "Correct one of the two times, or the time zone.");
        }
        exitTime = time;
        exitPrice = price;
        return this;
    }

    public TradeDraft reason(ExitReason why) {
        reason = why;
        return this;
    }

    /// What the open trade was worth at a moment, by the file's own word.
    public TradeDraft mark(Instant time, Price price, @Nullable BigDecimal net) {
        mark = new Mark(time, price, Optional.ofNullable(net));
        return this;
    }

    /// All costs of the round trip: positive is paid; null when the file does not state them.
    public TradeDraft costs(@Nullable BigDecimal paid) {
        costs = paid;
        return this;
    }

    /// The columns in which the file states the costs, positive is paid; null for one that it does not state. They count where they
    /// add up to [#costs(BigDecimal)].
    ///
    /// @param fees of exchange, clearing and regulators; taxes
    /// @param funding swap too
    public TradeDraft columns(
            @Nullable BigDecimal commission,
            @Nullable BigDecimal fees,
            @Nullable BigDecimal funding) {
        column(Extra.COMMISSION, commission);
        column(Extra.FEES, fees);
        column(Extra.FUNDING, funding);
        return this;
    }

    private void column(String name, @Nullable BigDecimal paid) {
        if (paid != null) {
            extra(name, paid.toPlainString());
        }
    }

    /// The file's own result after all costs; null when it states none.
    public TradeDraft netPnl(@Nullable BigDecimal net) {
        netPnl = net;
        return this;
    }

    /// Worst and best open result on the way, in money; signs are dropped.
    public TradeDraft excursions(@Nullable BigDecimal worst, @Nullable BigDecimal best) {
        mae = worst == null ? null : worst.abs();
        mfe = best == null ? null : best.abs();
        return this;
    }

    /// Currency of prices, costs and result.
    public TradeDraft currency(CurrencyCode code) {
        currency = code;
        return this;
    }

    public TradeDraft multiplier(Multiplier known) {
        multiplier = known;
        return this;
    }

    public TradeDraft stop(@Nullable Price level) {
        stop = level;
        return this;
    }

    public TradeDraft takeProfit(@Nullable Price level) {
        takeProfit = level;
        return this;
    }

    public TradeDraft source(SourceClass kind) {
        source = kind;
        return this;
    }

    public TradeDraft call(CallDetails details) {
        call = details;
        return this;
    }

    /// The source's own id of this trade, unique within account and bot; empty for none.
    public TradeDraft id(String tradeId) {
        id = tradeId;
        return this;
    }

    /// Place among rows of equal time, where the source has one that is not its id.
    public TradeDraft sequence(long place) {
        sequence = OptionalLong.of(place);
        return this;
    }

    /// Keeps the result that the file itself states, and which costs it is after.
    ///
    /// @param written in the row's currency; blank when the row states none
    public TradeDraft stated(String written, ResultBasis is) {
        return written.isBlank()
                ? this
                : extra(Extra.STATED_PNL, written).extra(Extra.STATED_PNL_IS, is.words());
    }

    /// Keeps a column that has no place of its own. Blank values are left out.
    public TradeDraft extra(String name, String value) {
        if (!value.isBlank()) {
            if (extras == null) {
                extras = new TreeMap<>();
            }
            extras.put(name, value.strip());
        }
        return this;
    }

    Draft draft() {
        Optional<Exit> exit = exit();
        multiplier.extra(symbol).ifPresent(s -> extra(Extra.MULTIPLIER_SOURCE, s));
        SortedMap<String, String> kept = extras == null ? Collections.emptySortedMap() : extras;
        return new Draft(
                line,
                dataRows,
                entryTime,
                TradeRecord.stream(owner.account(), owner.bot()),
                sequence.isPresent() ? sequence : Draft.numeric(id),
                identity -> key(identity, exit),
                (key, place) ->
                        new TradeRecord(
                                key,
                                place,
                                owner.account(),
                                owner.bot(),
                                symbol,
                                direction,
                                quantity,
                                entryTime,
                                entryPrice,
                                exit,
                                exit.isPresent() ? Optional.empty() : Optional.ofNullable(mark),
                                multiplier.value(),
                                currency,
                                Optional.ofNullable(stop),
                                Optional.ofNullable(takeProfit),
                                source,
                                call,
                                kept));
    }

    private Optional<Exit> exit() {
        return exitTime == null || exitPrice == null
                ? Optional.empty()
                : Optional.of(
                        new Exit(
                                exitTime,
                                exitPrice,
                                Optional.ofNullable(costs),
                                Optional.ofNullable(netPnl),
                                Optional.ofNullable(mae),
                                Optional.ofNullable(mfe),
                                reason));
    }

    private RowKey key(Identity identity, Optional<Exit> exit) {
        return id.isEmpty()
                ? TradeKeys.ofContent(
                        identity,
                        owner.account(),
                        new credence.core.value.BotId(owner.sourceBot()),
                        symbol,
                        entryTime,
                        direction,
                        quantity.value(),
                        entryPrice.value(),
                        exit)
                : RowKey.ofNativeId("trade", owner.account().name(), owner.sourceBot(), id);
    }
}
