package credence.imports;

/// How much of a file is read before it is refused: guards against a wrong file eating the memory.
///
/// @param maxBytes size of a file
/// @param maxLineLength bytes of one line of delimited text
/// @param maxColumns columns of a header
/// @param maxExpandedBytes what a compressed file may hold in all, unpacked
/// @param maxRatio how many bytes one compressed byte may become, beyond the first megabyte
/// @param maxEntries files in an archive
public record ImportLimits(
        long maxBytes,
        int maxLineLength,
        int maxColumns,
        long maxExpandedBytes,
        int maxRatio,
        int maxEntries) {

    /// 256 MiB a file, 1 MiB a line, 1,000 columns; archives of at most 2,000 files, 256 MiB unpacked, 250 to 1.
    public static final ImportLimits DEFAULT = new ImportLimits(256L << 20, 1 << 20, 1_000);

    /// The usual limits for archives.
    public ImportLimits(long maxBytes, int maxLineLength, int maxColumns) {
        this(maxBytes, maxLineLength, maxColumns, 256L << 20, 250, 2_000);
    }

    public ImportLimits {
        if (maxBytes < 1
                || maxBytes > Integer.MAX_VALUE - 64
                || maxLineLength < 1
                || maxColumns < 1
                || maxExpandedBytes < 1
                || maxExpandedBytes > Integer.MAX_VALUE - 64
                || maxRatio < 1
                || maxEntries < 1) {
            throw new IllegalArgumentException("limits must be positive, and a file below 2 GiB");
        }
    }
}
