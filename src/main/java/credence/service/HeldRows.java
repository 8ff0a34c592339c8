package credence.service;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import java.util.List;

/// What is held after a batch, without reading the store again.
final class HeldRows {

    /// More than one batch has.
    private static final long FILES = 1_000_000;

    private HeldRows() {}

    /// @param batch the id the store gave it
    static StoredFacts with(StoredFacts before, long batch, NewBatch added) {
        StoredRows held = StoredRows.of(before.rows());
        StoredRows.Builder rows = new StoredRows.Builder(held);
        int index = 0;
        for (NewFile file : added.files()) {
            long id = number(batch, index++);
            NewRows fresh = NewRows.of(file.rows());
            rows.addAll(
                    fresh.rows(),
                    i -> {
                        NewRow row = fresh.get(i);
                        return new Statement(
                                batch, id, row.line(), row.row().sequence(), row.replaces());
                    });
        }
        StoredRows all = rows.build();
        return new StoredFacts(
                added.files().stream().allMatch(f -> f.restatements().isEmpty())
                        ? all
                        : restated(held, all, batch, added),
                before.withdrawn(),
                before.resets(),
                before.timeMarks());
    }

    /// @param held the rows before
    /// @param all these and the new ones
    private static StoredRows restated(
            StoredRows held, StoredRows all, long batch, NewBatch added) {
        StoredRows.Builder builder = new StoredRows.Builder(all);
        int index = 0;
        for (NewFile file : added.files()) {
            long id = number(batch, index++);
            if (file.restatements() instanceof Restatements numbered && numbered.follow(held)) {
                for (int i = 0; i < numbered.size(); i++) {
                    builder.restate(numbered.number(i), numbered.statement(i, batch, id));
                }
            } else {
                byKeys(all, file.restatements(), batch, id, builder);
            }
        }
        return builder.build();
    }

    private static void byKeys(
            StoredRows all,
            List<Restatement> restatements,
            long batch,
            long file,
            StoredRows.Builder builder) {
        KeyIndex keys = new KeyIndex(all);
        for (Restatement r : restatements) {
            SourceRow said = r.held();
            List<Integer> contents = keys.of(said.key());
            int row =
                    contents.size() == 1
                            ? contents.getFirst()
                            : contents.stream()
                                    .filter(i -> all.row(i).equals(said))
                                    .findFirst()
                                    .orElseThrow();
            builder.restate(row, new Statement(batch, file, r.line(), r.sequence(), r.replaces()));
        }
    }

    /// The store numbers files itself; until it is read again, any number no other file has will do.
    private static long number(long batch, int file) {
        return -(batch * FILES + file);
    }

    /// Place of a file among those of its batch, where it was numbered here; −1 where the store did.
    static int place(Statement statement) {
        return statement.file() < 0 ? (int) (-statement.file() - statement.batch() * FILES) : -1;
    }
}
