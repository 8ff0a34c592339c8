package credence.service;

import credence.core.value.BotId;

import java.util.Optional;

/// The trader's own decisions, on the record.
public final class ActService {

    ActService() {}

    /// Beliefs of one bot, or of all, start again from the prior at this moment.
    ///
    /// @return number of the act, by which it can be undone
    /// @throws ServiceException when the reason is blank or the bot unknown
    public long reset(Optional<BotId> bot, String reason) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// @throws ServiceException when there is no such act
    public void undoReset(long act) {
        throw new UnsupportedOperationException("not built yet");
    }
}
