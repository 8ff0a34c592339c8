package credence.service;

import credence.core.packed.IntColumn;
import credence.core.packed.LongColumn;
import credence.service.port.NewBatch.Restatement;
import credence.service.port.Statement;
import credence.service.port.StoredRows;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;

/// Known rows that a file states again, as their numbers; elements are made when asked for.
final class Restatements extends AbstractList<Restatement> implements RandomAccess {

    private final KnownRows known;
    private final IntColumn numbers = new IntColumn();
    private final IntColumn lines = new IntColumn();
    private final LongColumn sequences = new LongColumn();
    private final BitSet replacing = new BitSet();

    Restatements(KnownRows known) {
        this.known = known;
    }

    void add(int number, int line, long sequence, boolean replaces) {
        replacing.set(numbers.size(), replaces);
        numbers.add(number);
        lines.add(line);
        sequences.add(sequence);
    }

    /// Number of a row among the held ones and, after them, the new ones of the batch.
    int number(int index) {
        return numbers.get(index);
    }

    Statement statement(int index, long batch, long file) {
        return new Statement(
                batch, file, lines.get(index), sequences.get(index), replacing.get(index));
    }

    /// Whether their numbers go on from these held rows.
    boolean follow(StoredRows held) {
        return known.held().size() == held.size() && known.held().equals(held);
    }

    @Override
    public int size() {
        return numbers.size();
    }

    @Override
    public Restatement get(int index) {
        return new Restatement(
                known.row(numbers.get(index)),
                lines.get(index),
                sequences.get(index),
                replacing.get(index));
    }
}
