package credence.core.trust;

import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.SourceClass;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/// What is believed of one bot.
///
/// Intervals are the central 90 % ones. Weights are shares of one over all bots; rates and probabilities lie in [0, 1].
///
/// @param state ACTIVE until probation exists
/// @param verdict UNDECIDED until the tests of `learning.md` 1 exist
/// @param duplicateClass name of the first bot of the class, or absent for a bot that stands alone
/// @param trades closed trades; wins and breakEven count these (net > 0, net = 0)
/// @param outcomes what the learners saw: trades sharing one entry are one outcome
/// @param netPnl result of the closed trades per currency, exact, without those whose result nobody knows in money
/// @param accuracy shrunk win rate of outcomes
/// @param accuracyHalf the same with its 50 % interval
/// @param breakEvenRate win rate at which the bot would make nothing, from its average win and loss
/// @param effectiveSample sum of evidence weights behind the belief
/// @param beliefWeight accuracy × confidence, with the accuracy in the regime of now where it is known, normalised (shown, system 1)
/// @param beliefWeightMultiple the same as a multiple of equal weight
/// @param effectiveWeight advised share of the book; 0 means no money
/// @param expectancyR believed mean R: discounted, shrunk, with open losses
/// @param plainMeanR arithmetic mean R of all outcomes that have one, within the limits of R, each counted once
/// @param lossToWin average loss ÷ average win of outcomes, in R where there is R, else in returns
/// @param breakEvenCostBps cost per side, in basis points of turnover, that would bring the mean return to zero
/// @param noCostsInFile whether the source states no costs, so that assumed ones are used
/// @param trend edge belief (mean R) after the last outcomes, oldest first, at most 60
/// @param quality what the money figures leave out
/// @param regime the regime it is in now, and what is believed of it in each
/// @param why the board's reasons in words, most important first
public record BotTrust(
        BotId bot,
        String state,
        String verdict,
        @Nullable String duplicateClass,
        List<BotId> duplicates,
        int trades,
        int openTrades,
        int outcomes,
        SortedMap<SourceClass, Integer> outcomesBySource,
        int wins,
        int breakEven,
        SortedMap<CurrencyCode, BigDecimal> netPnl,
        Estimate accuracy,
        Estimate accuracyHalf,
        Estimate improvement,
        Estimate breakEvenRate,
        Estimate confidence,
        double effectiveSample,
        Estimate beliefWeight,
        Estimate beliefWeightMultiple,
        Estimate effectiveWeight,
        Estimate trust,
        Parts parts,
        Estimate expectancyR,
        Estimate plainMeanR,
        Estimate probabilityOfEdge,
        Estimate lossToWin,
        Estimate breakEvenCostBps,
        boolean noCostsInFile,
        List<OpenLoss> openLosses,
        SortedMap<String, Integer> rungs,
        int clamped,
        int strikes,
        @Nullable Instant lastOutcome,
        List<Double> trend,
        DataQuality quality,
        RegimeFit regime,
        List<String> why) {

    /// The same row with its reasons.
    BotTrust withWhy(List<String> reasons) {
        return new BotTrust(
                bot,
                state,
                verdict,
                duplicateClass,
                duplicates,
                trades,
                openTrades,
                outcomes,
                outcomesBySource,
                wins,
                breakEven,
                netPnl,
                accuracy,
                accuracyHalf,
                improvement,
                breakEvenRate,
                confidence,
                effectiveSample,
                beliefWeight,
                beliefWeightMultiple,
                effectiveWeight,
                trust,
                parts,
                expectancyR,
                plainMeanR,
                probabilityOfEdge,
                lossToWin,
                breakEvenCostBps,
                noCostsInFile,
                openLosses,
                rungs,
                clamped,
                strikes,
                lastOutcome,
                trend,
                quality,
                regime,
                List.copyOf(reasons));
    }

    /// The four visible parts of trust, in points; NOT_READY until situations and diversity exist.
    public record Parts(
            Estimate history, Estimate consistency, Estimate situation, Estimate diversity) {}

    /// An open trade whose mark is a loss: counted in the edge as a provisional outcome.
    ///
    /// @param returnFraction marked result ÷ entry notional, negative; absent without a mark
    /// @param markedAt time of the price used; absent without a mark
    public record OpenLoss(Instant since, Estimate returnFraction, @Nullable Instant markedAt) {}
}
