package credence.service;

import credence.service.port.FileReport;

import java.util.List;
import java.util.OptionalLong;

/// What an import did.
///
/// @param batch its number for undo; empty when nothing was written (a dry run, nothing new, all refused)
/// @param fills fills now held that this import brought
/// @param closedTrades closed trades in the whole workspace after it, of this import's bots; openTrades likewise
/// @param bots names of the bots the files hold
/// @param stateHash hash of the state after it
/// @param remarks what the money figures of the trades it brought leave out, and what to do about it
/// @param changes what it changes about each bot, its own and those it touches
public record ImportResult(
        List<FileReport> files,
        OptionalLong batch,
        long fills,
        long closedTrades,
        long openTrades,
        List<String> bots,
        String stateHash,
        boolean refusals,
        List<String> remarks,
        List<BotChange> changes) {

    /// Nothing to remark.
    public ImportResult(
            List<FileReport> files,
            OptionalLong batch,
            long fills,
            long closedTrades,
            long openTrades,
            List<String> bots,
            String stateHash,
            boolean refusals) {
        this(
                files,
                batch,
                fills,
                closedTrades,
                openTrades,
                bots,
                stateHash,
                refusals,
                List.of(),
                List.of());
    }
}
