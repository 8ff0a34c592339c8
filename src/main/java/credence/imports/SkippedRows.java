package credence.imports;

import credence.core.packed.IntColumn;
import credence.service.port.RowTrail.SkippedRow;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Supplier;

/// Rows that were skipped, eight bytes each; elements are made when asked for. Their texts are only kept of files whose lines cannot be read
/// again by number, which are held in memory anyway, and only so many.
final class SkippedRows extends AbstractList<SkippedRow> implements RandomAccess {

    private static final int MOST_TEXTS = 10_000;

    private final boolean texts;
    private final IntColumn lines = new IntColumn();
    private final IntColumn reasons = new IntColumn();
    private final List<String> known = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> said = new HashMap<>();

    /// @param texts whether to keep what the rows say
    SkippedRows(boolean texts) {
        this.texts = texts;
    }

    void add(int line, String reason, Supplier<String> text) {
        Integer number = numbers.get(reason);
        if (number == null) {
            number = known.size();
            known.add(reason);
            numbers.put(reason, number);
        }
        if (texts && said.size() < MOST_TEXTS) {
            said.put(lines.size(), Shown.cut(text.get()));
        }
        lines.add(line);
        reasons.add(number);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public SkippedRow get(int index) {
        return new SkippedRow(
                lines.get(index), known.get(reasons.get(index)), said.getOrDefault(index, ""));
    }
}
