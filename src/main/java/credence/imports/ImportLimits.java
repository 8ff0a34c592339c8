package credence.imports;

/// How much of a file is read before it is refused: guards against a wrong file eating the memory.
///
/// @param maxBytes size of a file
/// @param maxLineLength bytes of one line of delimited text
/// @param maxColumns columns of a header
public record ImportLimits(long maxBytes, int maxLineLength, int maxColumns) {

    /// 256 MiB a file, 1 MiB a line, 1,000 columns.
    public static final ImportLimits DEFAULT = new ImportLimits(256L << 20, 1 << 20, 1_000);

    public ImportLimits {
        if (maxBytes < 1
                || maxBytes > Integer.MAX_VALUE - 64
                || maxLineLength < 1
                || maxColumns < 1) {
            throw new IllegalArgumentException("limits must be positive, and a file below 2 GiB");
        }
    }
}
