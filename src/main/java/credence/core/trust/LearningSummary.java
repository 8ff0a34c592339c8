package credence.core.trust;

import credence.core.value.Estimate;

/// The metrics card of system 1.
///
/// @param outcomes outcomes learned from, all bots
/// @param openTrades trades open at the moment
/// @param averageAccuracy mean accuracy over bots with an outcome, a duplicate class once; interval of the mean over these
/// @param velocity7 outcomes a day over the last 7 days
/// @param velocity30 outcomes a day over the last 30 days
public record LearningSummary(
        int bots,
        long outcomes,
        int openTrades,
        Estimate averageAccuracy,
        double velocity7,
        double velocity30) {}
