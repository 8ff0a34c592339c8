package credence.imports;

import credence.core.fact.Costs;
import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/// One execution as a broker's format reads it; what a file does not state keeps its neutral value.
public final class FillDraft {

    private final int line;
    private final Owner owner;
    private final Symbol symbol;
    private final Side side;
    private final Quantity quantity;
    private final Price price;
    private final Instant time;
    private final List<String> alsoIdentifiedBy = new ArrayList<>(0);

    private int dataRows = 1;
    private PositionEffect effect = PositionEffect.UNKNOWN;
    private @Nullable BigDecimal commission;
    private @Nullable BigDecimal fees;
    private @Nullable BigDecimal funding;
    private CurrencyCode currency = CurrencyCode.USD;
    private Multiplier multiplier = Multiplier.ONE;
    private @Nullable Price stop;
    private String tag = "";
    private SourceClass source = SourceClass.LIVE;
    private String id = "";
    private OptionalLong sequence = OptionalLong.empty();
    private @Nullable SortedMap<String, String> extras;

    /// @param line line of the row's first data row, first 1
    /// @param price in the currency given by [#currency]
    public FillDraft(
            int line,
            Owner owner,
            Instant time,
            Symbol symbol,
            Side side,
            Quantity quantity,
            Price price) {
        this.line = line;
        this.owner = owner;
        this.time = time;
        this.symbol = symbol;
        this.side = side;
        this.quantity = quantity;
        this.price = price;
    }

    /// How many data rows of the file state this execution; 1 unless said.
    public FillDraft dataRows(int count) {
        dataRows = count;
        return this;
    }

    public FillDraft effect(PositionEffect stated) {
        effect = stated;
        return this;
    }

    /// @param paid positive is paid, in the currency of the price; null when the file does not state it
    public FillDraft commission(@Nullable BigDecimal paid) {
        commission = paid;
        return this;
    }

    /// Exchange, clearing and regulatory fees, taxes: positive is paid; null when the file does not state them.
    public FillDraft fees(@Nullable BigDecimal paid) {
        fees = paid;
        return this;
    }

    /// Swap or funding: positive is paid; null when the file does not state it.
    public FillDraft funding(@Nullable BigDecimal paid) {
        funding = paid;
        return this;
    }

    /// Currency of price, costs and result.
    public FillDraft currency(CurrencyCode code) {
        currency = code;
        return this;
    }

    public FillDraft multiplier(Multiplier known) {
        multiplier = known;
        return this;
    }

    public FillDraft stop(@Nullable Price level) {
        stop = level;
        return this;
    }

    /// The source's own label of the order: its name, comment or signal. Empty for none.
    public FillDraft tag(String label) {
        tag = label.strip();
        return this;
    }

    public FillDraft source(SourceClass kind) {
        source = kind;
        return this;
    }

    /// The source's own id of this execution, unique within account and bot; empty for none.
    public FillDraft id(String executionId) {
        id = executionId;
        return this;
    }

    /// Place among rows of equal time, where the source has one that is not its id.
    public FillDraft sequence(long place) {
        sequence = OptionalLong.of(place);
        return this;
    }

    /// More that tells rows without an id apart, such as the order's id.
    public FillDraft identifiedBy(String content) {
        alsoIdentifiedBy.add(content);
        return this;
    }

    /// What the row states as price × quantity, without multiplier, whatever its sign. Kept where the price is its quotient and does
    /// not end, so that results are exact; not where price and quantity say the same themselves, or something else.
    ///
    /// @param stated null when the row states none
    public FillDraft amount(@Nullable BigDecimal stated) {
        return stated == null || !Notional.isCut(price.value(), quantity.value(), stated.abs())
                ? this
                : extra(Extra.AMOUNT, RowKey.canonical(stated.abs()));
    }

    /// Keeps the result that the file itself states, and which costs it is after.
    ///
    /// @param written in the row's currency; blank when the row states none
    public FillDraft stated(String written, ResultBasis is) {
        return written.isBlank()
                ? this
                : extra(Extra.STATED_PNL, written).extra(Extra.STATED_PNL_IS, is.words());
    }

    /// Keeps a column that has no place of its own. Blank values are left out.
    public FillDraft extra(String name, String value) {
        if (!value.isBlank()) {
            if (extras == null) {
                extras = new TreeMap<>();
            }
            extras.put(name, value.strip());
        }
        return this;
    }

    public Instant time() {
        return time;
    }

    Draft draft() {
        Costs costs =
                new Costs(
                        Optional.ofNullable(commission),
                        Optional.ofNullable(fees),
                        Optional.ofNullable(funding));
        multiplier.extra(symbol).ifPresent(s -> extra(Extra.MULTIPLIER_SOURCE, s));
        SortedMap<String, String> kept = extras == null ? Collections.emptySortedMap() : extras;
        return new Draft(
                line,
                dataRows,
                time,
                TradeRecord.stream(owner.account(), owner.bot()),
                sequence.isPresent() ? sequence : Draft.numeric(id),
                this::key,
                (key, place) ->
                        new Fill(
                                key,
                                place,
                                time,
                                owner.account(),
                                owner.bot(),
                                symbol,
                                side,
                                effect,
                                quantity,
                                price,
                                costs,
                                currency,
                                multiplier.value(),
                                Optional.ofNullable(stop),
                                tag.isEmpty() ? Optional.empty() : Optional.of(tag),
                                source,
                                kept));
    }

    private RowKey key(Identity identity) {
        if (!id.isEmpty()) {
            return RowKey.ofNativeId("fill", owner.account().name(), owner.sourceBot(), id);
        }
        List<String> content = new ArrayList<>(5 + alsoIdentifiedBy.size());
        content.add(symbol.name());
        content.add(TradeKeys.instant(time));
        content.add(side.name());
        content.add(RowKey.canonical(quantity.value()));
        content.add(RowKey.canonical(price.value()));
        content.addAll(alsoIdentifiedBy);
        return identity.ofContent(
                "fill", owner.account().name(), owner.sourceBot(), content.toArray(String[]::new));
    }
}
