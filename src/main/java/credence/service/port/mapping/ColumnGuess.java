package credence.service.port.mapping;

import java.util.Optional;

/// What one column of an unknown header probably means.
///
/// @param role empty when nothing is known; then the column is kept with each row
/// @param confidence 0…100
/// @param why in words, for the trader
public record ColumnGuess(ColumnRef column, Optional<Role> role, int confidence, String why) {}
