package credence.service.port.mapping;

import java.util.List;

/// A first mapping for an unknown header, by the names of its columns and the looks of its cells.
///
/// @param guesses one for each column, in their order
/// @param confidence 0…100; 0 when roles are missing without which no row can be read
/// @param doubts what the trader must settle first, in words that name the columns; each left a role without a column
public record MappingProposal(
        Mapping mapping, List<ColumnGuess> guesses, int confidence, List<String> doubts) {

    /// A proposal that leaves nothing to settle.
    public MappingProposal(Mapping mapping, List<ColumnGuess> guesses, int confidence) {
        this(mapping, guesses, confidence, List.of());
    }
}
