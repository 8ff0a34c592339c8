package credence.service.port;

import credence.core.fact.SourceRow;

import java.util.List;

/// A kept row with everybody who stated it, oldest statement first, withdrawn batches included.
public record StoredRow(SourceRow row, List<Statement> statements) {}
