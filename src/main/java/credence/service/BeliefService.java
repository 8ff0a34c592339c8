package credence.service;

import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.service.port.Progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Answers questions about what is believed, now or as of any moment.
public final class BeliefService {

    BeliefService() {}

    /// The board as of a moment, or of the latest fact.
    public TrustBoard trust(Optional<Instant> asOf) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The belief after every outcome of a bot.
    ///
    /// @throws ServiceException when the workspace knows no such bot (the message names near ones)
    public BeliefHistory history(BotId bot, Optional<Instant> asOf, Progress progress) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Trades, closed and open, in order of entry.
    public List<TradeView> trades(TradeQuery query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Fills as they came in, in fold order.
    public List<credence.core.fact.Fill> fills(TradeQuery query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Hash of the state as of a moment.
    public String stateHash(Optional<Instant> asOf) {
        throw new UnsupportedOperationException("not built yet");
    }
}
