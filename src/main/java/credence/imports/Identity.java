package credence.imports;

import credence.core.fact.RowKey;

/// Gives rows without an id of their own their keys: the first of several equal rows is number 0, the next 1, …
/// (`rules.md` 8). Two identical rows of one file are two rows.
///
/// To be asked for the rows of a file oldest first; one object a file.
public class Identity {

    private final Ordinals equalRows = new Ordinals();

    /// @param kind `fill`, `trade` or `prediction`
    /// @param content identifying fields, each in one canonical spelling
    public RowKey ofContent(String kind, String account, String bot, String... content) {
        RowKey first = RowKey.ofContent(kind, account, bot, 0, content);
        int ordinal = equalRows.next(first);
        return ordinal == 0 ? first : RowKey.ofContent(kind, account, bot, ordinal, content);
    }

    /// Gives the key that a row has as one of several equal rows.
    static final class Numbered extends Identity {

        private final int ordinal;
        private boolean asked;

        Numbered(int ordinal) {
            this.ordinal = ordinal;
        }

        @Override
        public RowKey ofContent(String kind, String account, String bot, String... content) {
            asked = true;
            return RowKey.ofContent(kind, account, bot, ordinal, content);
        }

        /// Whether the row has no id of its own, so that the ordinal is part of its key.
        boolean asked() {
            return asked;
        }
    }
}
