package credence.service.port.mapping;

/// In which order a file writes year, month and day, as the trader says where the file does not settle it.
public enum DateStyle {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
}
