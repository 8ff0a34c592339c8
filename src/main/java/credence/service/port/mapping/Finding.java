package credence.service.port.mapping;

/// How a file is written in one respect, and how that is known.
///
/// @param value in words: "decimal comma"
/// @param source in words, how it is known: "1.234,50 in line 7 has no other reading"
/// @param settled whether the file leaves no other reading, so that nothing else can be said of it
public record Finding(Of of, String value, String source, boolean settled) {

    public enum Of {
        SEPARATOR,
        HEADER_LINE,
        ENCODING,
        DECIMAL,
        DATE_ORDER,
        ZONE
    }
}
