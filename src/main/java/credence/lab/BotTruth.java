package credence.lab;

import credence.core.value.BotId;

/// What is truly so of a bot of a scenario.
///
/// @param winRate chance to win of its next trade
/// @param edge expected result of its next trade in R after costs; for a never-closer of all it opens, held to the end
public record BotTruth(BotId bot, BotKind kind, double winRate, double edge) {}
