package credence.service;

import credence.core.fact.SourceRow;

import org.jspecify.annotations.Nullable;

/// What would become of one row of a file if it were imported.
///
/// @param file place of the file among those of the plan
/// @param line of the file, first 1; 0 when nobody knows it or several rows are meant
/// @param count how many rows are meant; 1 when the line is known
/// @param row as it was read; absent when it was not, or is left out
/// @param column name of the column at fault, or empty
/// @param reason why it does not come in, or empty
/// @param remedy what to do about it, or empty
/// @param text the row as it stands where its line alone does not show it, or the offending part of it; else empty
public record CheckedRow(
        int file,
        int line,
        long count,
        Status status,
        @Nullable SourceRow row,
        String column,
        String reason,
        String remedy,
        String text) {

    /// Most urgent first.
    public enum Status {
        REFUSED("refused"),
        CHANGED("changed"),
        REPLACES("replaces"),
        NEW("new"),
        LEFT_OUT("left out"),
        SKIPPED("skipped"),
        DUPLICATE("duplicate");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
