package credence.service.port.mapping;

import java.util.List;

/// A first mapping for an unknown header, by the names of its columns and the looks of its cells.
///
/// @param guesses one for each column, in their order
/// @param confidence 0…100; 0 when roles are missing without which no row can be read
public record MappingProposal(Mapping mapping, List<ColumnGuess> guesses, int confidence) {}
