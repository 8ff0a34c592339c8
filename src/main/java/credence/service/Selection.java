package credence.service;

import credence.core.brain.Configuration;
import credence.core.fact.Fact;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeMarked;
import credence.core.fact.TradeRecord;
import credence.core.packed.IntColumn;
import credence.core.packed.RowKind;
import credence.core.packed.RowList;
import credence.service.RowSelection.Counting;
import credence.service.RowSelection.Variant;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/// Which of the held rows count, in little memory.
///
/// @param alone indices of held rows that count as they are
/// @param chosen rows that had to be chosen among several contents, or that stand for others
record Selection(StoredFacts stored, StoredRows held, IntColumn alone, List<Counting> chosen) {

    RowKind kind(int place) {
        return held.kind(alone.get(place));
    }

    /// A row that counts as it is.
    Counting counting(int place) {
        Variant only = Variant.of(held.get(alone.get(place)), stored.withdrawn());
        return new Counting(
                RowSelection.placed(only.row(), only.sequence()), only.files(), List.of());
    }

    List<Counting> rows() {
        return new CountingRows();
    }

    /// All facts under a configuration.
    List<Fact> facts(Configuration configuration) {
        List<Fact> apart = new ArrayList<>();
        for (Counting c : chosen) {
            apart.addAll(configuration.read(c.row()).facts());
            for (TradeRecord marked : c.otherMarks()) {
                for (Fact fact : configuration.read(marked).facts()) {
                    if (fact instanceof TradeMarked) {
                        apart.add(fact);
                    }
                }
            }
        }
        apart.addAll(stored.resets());
        apart.addAll(stored.timeMarks());
        if (alone.size() > RowList.UNPACKED) {
            return new CountingFacts(configuration, apart);
        }
        // Few enough to be kept, which spares the time to make them again.
        for (int i = 0; i < alone.size(); i++) {
            apart.addAll(configuration.read(counting(i).row()).facts());
        }
        return apart;
    }

    private final class CountingRows extends AbstractList<Counting> implements RandomAccess {

        @Override
        public Counting get(int index) {
            return index < alone.size() ? counting(index) : chosen.get(index - alone.size());
        }

        @Override
        public int size() {
            return alone.size() + chosen.size();
        }
    }

    /// The facts of the rows that count as they are, then those that are held apart.
    private final class CountingFacts extends AbstractList<Fact> implements RandomAccess {

        private final Configuration configuration;
        private final List<Fact> apart;

        /// The rows of the facts; a row stands once for each of its facts.
        private final IntColumn rows = new IntColumn();

        CountingFacts(Configuration configuration, List<Fact> apart) {
            this.configuration = configuration;
            this.apart = apart;
            for (int i = 0; i < alone.size(); i++) {
                for (int fact = kind(i).facts(); fact > 0; fact--) {
                    rows.add(alone.get(i));
                }
            }
        }

        @Override
        public int size() {
            return rows.size() + apart.size();
        }

        @Override
        public Fact get(int index) {
            if (index >= rows.size()) {
                return apart.get(index - rows.size());
            }
            int row = rows.get(index);
            boolean second = index > 0 && rows.get(index - 1) == row;
            return configuration.read(placed(row)).facts().get(second ? 1 : 0);
        }

        private SourceRow placed(int row) {
            SourceRow said = held.row(row);
            return RowSelection.placed(said, held.firstPlace(row, stored.withdrawn()));
        }
    }
}
