package credence.core.belief;

import credence.core.value.BotId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One line of the learning history: cheap enough to keep 10,000 in memory.
///
/// @param prior accuracy before; posterior after
/// @param evidence 1 won, 0 lost, ½ break-even; r the result in R if there is one
/// @param likelihood probability the belief gave to what then happened
/// @param weightBefore accuracy × confidence before, not normalised; weightAfter after
public record LearningEvent(
        BotId bot,
        Instant time,
        int index,
        double prior,
        double evidence,
        @Nullable Double r,
        double likelihood,
        double posterior,
        double weightBefore,
        double weightAfter,
        boolean seam) {}
