package credence.service.port.mapping;

/// What the trader must say before a file can be read.
public enum Need {
    /// Zone of times that name none.
    ZONE,
    /// Whether the day or the month comes first.
    DATE_ORDER,
    /// Whether point or comma stands before the decimals.
    DECIMAL,
    /// What was traded.
    SYMBOL,
    /// The day, for files that hold only the time of day.
    DATE,
    /// Which format it is, of several.
    FORMAT,
    /// Which column means what.
    MAPPING
}
