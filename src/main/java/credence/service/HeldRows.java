package credence.service;

import credence.core.fact.SourceRow;
import credence.service.port.NewBatch;
import credence.service.port.NewBatch.NewFile;
import credence.service.port.NewBatch.NewRow;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.Statement;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRow;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// What is held after a batch, without reading the store again.
final class HeldRows {

    private HeldRows() {}

    /// @param batch the id the store gave it
    static StoredFacts with(StoredFacts before, long batch, NewBatch added) {
        Map<SourceRow, List<Statement>> again = new IdentityHashMap<>();
        List<StoredRow> rows = new ArrayList<>(before.rows().size());
        Map<SourceRow, Integer> places = new IdentityHashMap<>();
        List<StoredRow> fresh = new ArrayList<>();
        int index = 0;
        for (NewFile file : added.files()) {
            // The store numbers files itself; only whether two rows share one matters, so any
            // number no other file has will do.
            long id = -(batch * 1_000_000 + index++);
            for (NewRow row : file.rows()) {
                places.put(row.row(), fresh.size());
                fresh.add(
                        new StoredRow(
                                row.row(),
                                List.of(
                                        new Statement(
                                                batch,
                                                id,
                                                row.line(),
                                                row.row().sequence(),
                                                row.replaces()))));
            }
            for (Restatement r : file.restatements()) {
                Statement s = new Statement(batch, id, r.line(), r.sequence(), r.replaces());
                Integer place = places.get(r.held());
                if (place != null) {
                    fresh.set(place, plus(fresh.get(place), List.of(s)));
                } else {
                    again.computeIfAbsent(r.held(), k -> new ArrayList<>(1)).add(s);
                }
            }
        }
        for (StoredRow row : before.rows()) {
            List<Statement> more = again.get(row.row());
            rows.add(more == null ? row : plus(row, more));
        }
        rows.addAll(fresh);
        return new StoredFacts(rows, before.withdrawn(), before.resets(), before.timeMarks());
    }

    private static StoredRow plus(StoredRow row, List<Statement> more) {
        List<Statement> all = new ArrayList<>(row.statements());
        all.addAll(more);
        return new StoredRow(row.row(), all);
    }
}
