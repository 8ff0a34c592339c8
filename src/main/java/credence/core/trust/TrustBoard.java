package credence.core.trust;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Whom to believe at a moment: one row per bot, ranked by P(edge > 0), then by name.
///
/// @param asOf latest fact or time mark the board knows; absent in an empty workspace
/// @param headline the board in one sentence, such as "None of these 61 bots is proven."
/// @param summary figures over all bots
public record TrustBoard(
        @Nullable Instant asOf, List<BotTrust> bots, String headline, LearningSummary summary) {}
