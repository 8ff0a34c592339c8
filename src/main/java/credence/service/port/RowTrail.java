package credence.service.port;

import credence.core.fact.RowKey;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// How the rows of a file are found in it again.
///
/// @param text whether lines are lines of the file itself, so that one can be shown and written anew
/// @param single whether a line is one place: not so in an archive of several files
/// @param header line of the column names, 0 when there is none
/// @param skipped rows that are none of ours, in the order of the file; those whose line nobody knows are counted only
/// @param unnumbered lines of rows that have no id of their own: equal ones are told apart by counting
/// @param others for lines that the trader wants to come in although they look like known rows: further keys they may take
/// @param corrected the file with its corrections; absent without any
public record RowTrail(
        boolean text,
        boolean single,
        int header,
        List<SkippedRow> skipped,
        BitSet unnumbered,
        Map<Integer, OtherKeys> others,
        @Nullable Content corrected) {

    public static final RowTrail NONE =
            new RowTrail(false, false, 0, List.of(), new BitSet(), Map.of(), null);

    /// @param line of the file, first 1
    /// @param text the row as it stands where its line alone does not show it; else empty
    public record SkippedRow(int line, String reason, String text) {}

    /// Keys of further equal rows.
    ///
    /// @param from how many equal rows the file itself holds
    /// @param key of the row that stands after so many equal ones
    public record OtherKeys(int from, IntFunction<RowKey> key) {}
}
