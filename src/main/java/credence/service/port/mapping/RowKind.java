package credence.service.port.mapping;

/// What one row of a file is.
public enum RowKind {
    /// One execution; trades are rebuilt from them.
    FILLS,
    /// One round trip, closed or open.
    TRADES
}
