package credence.service.port;

import credence.core.packed.IntColumn;
import credence.core.packed.LongColumn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said of many rows, in columns: 24 bytes a statement. The statements of a row form a chain, oldest first.
final class StatementColumns {

    private static final int LAST = -1;

    /// What all statements of one file have in common.
    private record Origin(long batch, long file, boolean replaces) {}

    private final List<Origin> origins;
    private final Map<Origin, Integer> numbers = new HashMap<>();

    /// Place of the first statement, by row.
    private final IntColumn first;

    private final IntColumn origin;
    private final IntColumn line;
    private final LongColumn sequence;
    private final IntColumn next;

    StatementColumns() {
        this(
                new ArrayList<>(),
                new IntColumn(),
                new IntColumn(),
                new IntColumn(),
                new LongColumn(),
                new IntColumn());
    }

    private StatementColumns(
            List<Origin> origins,
            IntColumn first,
            IntColumn origin,
            IntColumn line,
            LongColumn sequence,
            IntColumn next) {
        this.origins = origins;
        this.first = first;
        this.origin = origin;
        this.line = line;
        this.sequence = sequence;
        this.next = next;
        for (int i = 0; i < origins.size(); i++) {
            numbers.put(origins.get(i), i);
        }
    }

    StatementColumns copy() {
        return new StatementColumns(
                new ArrayList<>(origins),
                first.copy(),
                origin.copy(),
                line.copy(),
                sequence.copy(),
                next.copy());
    }

    /// The first statement of the next row.
    void addRow(Statement s) {
        first.add(append(s));
    }

    /// A further statement of a row.
    void addTo(int row, Statement s) {
        int last = first.get(row);
        while (next.get(last) != LAST) {
            last = next.get(last);
        }
        next.set(last, append(s));
    }

    private int append(Statement s) {
        Origin from = new Origin(s.batch(), s.file(), s.replaces());
        Integer number = numbers.get(from);
        if (number == null) {
            number = origins.size();
            origins.add(from);
            numbers.put(from, number);
        }
        origin.add(number);
        line.add(s.line());
        sequence.add(s.sequence());
        next.add(LAST);
        return origin.size() - 1;
    }

    List<Statement> of(int row) {
        int place = first.get(row);
        if (next.get(place) == LAST) {
            return List.of(at(place));
        }
        List<Statement> all = new ArrayList<>(4);
        for (int i = place; i != LAST; i = next.get(i)) {
            all.add(at(i));
        }
        return List.copyOf(all);
    }

    /// The smallest place that statements give a row, those of withdrawn batches left out.
    long firstPlace(int row, Set<Long> withdrawn) {
        long least = Long.MAX_VALUE;
        for (int i = first.get(row); i != LAST; i = next.get(i)) {
            if (withdrawn.isEmpty() || !withdrawn.contains(origins.get(origin.get(i)).batch)) {
                least = Math.min(least, sequence.get(i));
            }
        }
        return least;
    }

    private Statement at(int place) {
        Origin from = origins.get(origin.get(place));
        return new Statement(
                from.batch, from.file, line.get(place), sequence.get(place), from.replaces);
    }

    /// The highest number of a batch that states anything, 0 when there is none.
    long latestBatch() {
        return origins.stream().mapToLong(Origin::batch).max().orElse(0);
    }
}
