package credence.service;

import credence.core.fact.ResultBasis;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.value.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// What stands behind the money figures of a trade: where they come from, and what they leave out.
///
/// @param points result before costs in points of price × quantity; absent while open
/// @param multiplier money per point and unit, absent where nobody knows it: then there is no result in money
/// @param multiplierSource who says so, absent of a close without an opening
/// @param commission paid, absent where the source keeps no such column or states nothing; fees and funding alike
/// @param costsEstimated whether the costs are by the account's fee profile, not by the source
/// @param costsPartial whether only one side of the trade states its costs: the total is at least this
/// @param statedPnl the result by the source's own word, if it states one
/// @param computedPnl what prices and size give, less the costs that the stated one is after
/// @param statedIs which costs the stated result is after; UNSAID where nobody tells, and where none is stated
/// @param computedIs which costs the computed one is after; UNSAID where nothing is computed
/// @param differs whether the two differ by more than rounding explains
/// @param netInBase net in the base currency at the rate of the day it closed, absent without base or rate
/// @param closedLots of a close without an opening: the lots it closed by the source's own account, in words, if it gives one
/// @param uncountedFees fees in other currencies that no rate turns into the trade's
public record TradeEvidence(
        @Nullable BigDecimal points,
        @Nullable BigDecimal multiplier,
        @Nullable MultiplierSource multiplierSource,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal fees,
        @Nullable BigDecimal funding,
        boolean costsEstimated,
        boolean costsPartial,
        @Nullable BigDecimal statedPnl,
        @Nullable BigDecimal computedPnl,
        ResultBasis statedIs,
        ResultBasis computedIs,
        boolean differs,
        @Nullable Money netInBase,
        @Nullable String closedLots,
        List<Money> uncountedFees) {

    /// Of a trade of which nothing more is known.
    public static final TradeEvidence NONE = open(null);

    static TradeEvidence open(@Nullable BigDecimal multiplier) {
        return new TradeEvidence(
                null,
                multiplier,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                null,
                ResultBasis.UNSAID,
                ResultBasis.UNSAID,
                false,
                null,
                null,
                List.of());
    }

    /// Of a close without an opening.
    ///
    /// @param stated what the source says came of it
    /// @param is which costs that is after
    /// @param uncountedFees see the record
    static TradeEvidence unmatched(
            @Nullable BigDecimal stated,
            ResultBasis is,
            @Nullable String closedLots,
            List<Money> uncountedFees) {
        return new TradeEvidence(
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                stated,
                null,
                is,
                ResultBasis.UNSAID,
                false,
                null,
                closedLots,
                uncountedFees);
    }

    static TradeEvidence of(Trade t, @Nullable Money netInBase, List<Money> uncountedFees) {
        return new TradeEvidence(
                t.points(),
                t.multiplier().orElse(null),
                null,
                t.charges().commission().orElse(null),
                t.charges().fees().orElse(null),
                t.charges().funding().orElse(null),
                t.charges().estimated(),
                !t.costsStated() && t.charges().stated(),
                null,
                null,
                ResultBasis.UNSAID,
                ResultBasis.UNSAID,
                false,
                netInBase,
                null,
                uncountedFees);
    }

    TradeEvidence multiplierBy(@Nullable MultiplierSource source) {
        return new TradeEvidence(
                points,
                multiplier,
                source,
                commission,
                fees,
                funding,
                costsEstimated,
                costsPartial,
                statedPnl,
                computedPnl,
                statedIs,
                computedIs,
                differs,
                netInBase,
                closedLots,
                uncountedFees);
    }

    TradeEvidence with(StatedResult result) {
        return new TradeEvidence(
                points,
                multiplier,
                multiplierSource,
                commission,
                fees,
                funding,
                costsEstimated,
                costsPartial,
                result.stated(),
                result.computed(),
                result.basis(),
                result.compared(),
                !result.agrees(),
                netInBase,
                closedLots,
                uncountedFees);
    }

    /// What a point is worth and who says so, `×50 — table of common futures`; empty where that is not asked.
    public String pointWorth() {
        MultiplierSource source = multiplierSource;
        return source == null ? "" : source.with(multiplier);
    }

    /// Stated less computed, where they differ by more than rounding explains.
    public @Nullable BigDecimal difference() {
        return differs && statedPnl != null && computedPnl != null
                ? statedPnl.subtract(computedPnl)
                : null;
    }
}
