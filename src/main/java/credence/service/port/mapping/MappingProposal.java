package credence.service.port.mapping;

import java.util.List;
import java.util.Optional;

/// A first mapping for an unknown header, by the names of its columns and the looks of its cells.
///
/// @param guesses one for each column, in their order
/// @param confidence 0…100; 0 when roles are missing without which no row can be read
/// @param doubts what the trader must settle first, in words that name the columns; each left a role without a column
/// @param undecidedResult a column of results beside costs that may be before or after them: one of the doubts
/// @param undecidedCosts a column of costs whose signs do not tell what was paid and what was received: one of the doubts
public record MappingProposal(
        Mapping mapping,
        List<ColumnGuess> guesses,
        int confidence,
        List<String> doubts,
        Optional<ColumnRef> undecidedResult,
        Optional<ColumnRef> undecidedCosts) {

    private static final List<Role> COSTS =
            List.of(Role.COMMISSION, Role.FEES, Role.OTHER_FEES, Role.FUNDING);

    /// A proposal that leaves nothing to settle.
    public MappingProposal(Mapping mapping, List<ColumnGuess> guesses, int confidence) {
        this(mapping, guesses, confidence, List.of(), Optional.empty(), Optional.empty());
    }

    /// What this mapping, made from the proposal, still leaves to settle; empty where nothing.
    public List<String> unsettled(Mapping made) {
        boolean result =
                undecidedResult.isPresent()
                        && made.kind() == RowKind.TRADES
                        && made.column(Role.NET_PNL).isEmpty()
                        && made.column(Role.GROSS_PNL).isEmpty();
        boolean costs =
                undecidedCosts
                        .filter(
                                c ->
                                        COSTS.stream()
                                                .noneMatch(
                                                        r -> made.column(r).equals(Optional.of(c))))
                        .isPresent();
        return result || costs || !made.missing().isEmpty() ? doubts : List.of();
    }
}
