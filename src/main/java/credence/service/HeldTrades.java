package credence.service;

import credence.core.fact.SourceRow;
import credence.service.port.FileReport;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Predicate;

/// The rows that came in, by the files that tell them; imports that were undone left out.
final class HeldTrades {

    private final StoredRows rows;
    private final Set<Long> withdrawn;
    private final ImportedFiles files;
    private @Nullable KeyIndex keys;

    HeldTrades(StoredFacts facts, ImportedFiles files) {
        this.rows = StoredRows.of(facts.rows());
        this.withdrawn = facts.withdrawn();
        this.files = files;
    }

    /// Looks at a row that a file tells.
    interface Visitor {
        void visit(SourceRow row, FileReport file, Statement told);
    }

    /// Whether some file that counts is of this kind. Makes no row.
    boolean any(Predicate<FileReport> kind) {
        return files.counting(withdrawn).anyMatch(kind);
    }

    /// Every row that a file of a kind tells, once for each such file.
    void each(Predicate<FileReport> kind, Visitor visitor) {
        for (int i = 0; i < rows.size(); i++) {
            for (Statement s : rows.statements(i)) {
                FileReport file = withdrawn.contains(s.batch()) ? null : files.of(s);
                if (file != null && kind.test(file)) {
                    visitor.visit(rows.row(i), file, s);
                }
            }
        }
    }

    /// Whether a row is held under the same id with the same content: then it counts once, whoever tells it.
    boolean knows(SourceRow row) {
        if (keys == null) {
            keys = new KeyIndex(rows);
        }
        return keys.of(row.key()).stream()
                .map(rows::row)
                .anyMatch(known -> SameRow.says(known, row) || SameRow.agree(known, row));
    }
}
