package credence.imports;

/// Where a file's header stands and how its columns are separated.
///
/// @param record records before the header, first 0
/// @param line line of the header, first 1
public record HeaderPlace(char separator, int record, int line, Header header) {

    /// The separator in words: "comma".
    public String separatorName() {
        return switch (separator) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            default -> "'" + separator + "'";
        };
    }
}
