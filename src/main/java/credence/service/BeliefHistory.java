package credence.service;

import credence.core.belief.BeliefPoint;
import credence.core.value.BotId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// How the belief about a bot came about: one point per outcome, oldest first.
public record BeliefHistory(BotId bot, @Nullable Instant asOf, List<BeliefPoint> points) {}
