package credence.imports;

/// In which order a file writes year, month and day.
public enum DateOrder {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
}
