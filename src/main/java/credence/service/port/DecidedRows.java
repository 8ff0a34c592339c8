package credence.service.port;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// What was decided about single rows of a file, as the batch keeps it.
///
/// @param correctedSha256 content hash of the file with its corrections, under which the archive holds it beside the original; absent without
///     corrections
/// @param choices that had an effect
public record DecidedRows(
        @Nullable String correctedSha256, List<Correction> corrections, List<ChosenRow> choices) {

    public static final DecidedRows NONE = new DecidedRows(null, List.of(), List.of());

    /// @param line the row is listed under
    /// @param key of the row by which it is known again in another file; empty for a row that was not read
    /// @param dataRows how many data rows of the file it takes
    public record ChosenRow(int line, RowChoice choice, String key, int dataRows) {}

    public DecidedRows {
        corrections = List.copyOf(Objects.requireNonNullElse(corrections, List.of()));
        choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
    }

    public boolean isEmpty() {
        return corrections.isEmpty() && choices.isEmpty();
    }

    public long count(RowChoice choice) {
        return choices.stream().filter(c -> c.choice() == choice).count();
    }
}
