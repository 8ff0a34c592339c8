package credence.service.port.mapping;

/// Which sign stands before the decimals, as the trader says where the file does not settle it.
public enum DecimalSign {
    POINT,
    COMMA
}
