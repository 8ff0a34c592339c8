package credence.imports;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A row that is read but for its key and its place among rows of equal time, which [JournalRows] gives it.
///
/// @param dataRows how many data rows of the file state it
/// @param stream account and bot, within which places count
/// @param number the row's own numeric id, which is its place where there is one
public record Draft(
        int line,
        int dataRows,
        Instant time,
        String stream,
        OptionalLong number,
        Function<Identity, RowKey> key,
        BiFunction<RowKey, Long, SourceRow> row) {

    /// The number that an id is, if it is one that fits.
    public static OptionalLong numeric(String id) {
        if (id.isEmpty() || id.length() > 19 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(id));
        } catch (NumberFormatException _) {
            return OptionalLong.empty(); // nineteen digits may be too many for a long
        }
    }
}
