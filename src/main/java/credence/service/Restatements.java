package credence.service;

import credence.core.fact.SourceRow;
import credence.core.packed.IntColumn;
import credence.core.packed.LongColumn;
import credence.service.port.NewBatch.Restatement;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// Known rows that a file states again, as their numbers; elements are made when asked for.
final class Restatements extends AbstractList<Restatement> implements RandomAccess {

    private final IntFunction<SourceRow> known;
    private final IntColumn numbers = new IntColumn();
    private final IntColumn lines = new IntColumn();
    private final LongColumn sequences = new LongColumn();
    private final BitSet replacing = new BitSet();

    /// @param known rows by their number
    Restatements(IntFunction<SourceRow> known) {
        this.known = known;
    }

    void add(int number, int line, long sequence, boolean replaces) {
        replacing.set(numbers.size(), replaces);
        numbers.add(number);
        lines.add(line);
        sequences.add(sequence);
    }

    @Override
    public int size() {
        return numbers.size();
    }

    @Override
    public Restatement get(int index) {
        return new Restatement(
                known.apply(numbers.get(index)),
                lines.get(index),
                sequences.get(index),
                replacing.get(index));
    }
}
