package credence.core.belief;

import credence.core.value.BotId;
import credence.core.value.Estimate;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One update of a belief: what was believed, what was seen, what is believed now.
///
/// @param index number of the outcome within the bot, first 1
/// @param time when the outcome became known
/// @param opened when the trade behind it was opened
/// @param result 1 won, 0 lost, ½ break-even
/// @param r result in R as learned (clamped, after stated or assumed costs), if the outcome has one
/// @param rung which risk measure R stands on: STOP, ATR, RELATIVE or NONE
/// @param returnFraction stated net ÷ entry notional
/// @param priorMean accuracy before the outcome
/// @param likelihood probability the belief gave to what then happened
/// @param accuracy accuracy after it with the 90 % interval; accuracyHalf with the 50 % one
/// @param weightBefore accuracy × confidence before the outcome, not normalised; weightAfter after it
/// @param edge mean R after the outcome with the 90 % interval; edgeHalf with the 50 % one
/// @param shortRun probability that the last change point is fewer than 60 outcomes back
/// @param seam whether a change point is drawn here
/// @param reset whether the belief was reset by the trader between the previous outcome and this one
/// @param entryQuality 1 − clamp(MAE ÷ risk), where known
/// @param exitQuality clamp(result ÷ MFE), where known
/// @param riskAdjusted ½ + ½·tanh(R), where R is known
public record BeliefPoint(
        BotId bot,
        int index,
        Instant time,
        Instant opened,
        double result,
        @Nullable Double r,
        String rung,
        double returnFraction,
        double priorMean,
        double likelihood,
        Estimate accuracy,
        Estimate accuracyHalf,
        double confidence,
        double weightBefore,
        double weightAfter,
        Estimate edge,
        Estimate edgeHalf,
        Estimate probabilityOfEdge,
        double shortRun,
        boolean seam,
        boolean reset,
        @Nullable Double entryQuality,
        @Nullable Double exitQuality,
        @Nullable Double riskAdjusted) {}
