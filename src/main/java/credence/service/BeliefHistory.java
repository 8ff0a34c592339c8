package credence.service;

import credence.core.belief.BeliefPoint;
import credence.core.value.BotId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the belief about a bot came about: one point per outcome, oldest first.
public record BeliefHistory(BotId bot, @Nullable Instant asOf, List<BeliefPoint> points) {}
