package credence.imports;

import credence.service.port.RowTrail;
import credence.service.port.RowTrail.OtherKeys;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Where the rows of a file stand, collected while it is read.
final class RowTrace {

    private final boolean text;
    private final Set<Integer> wanted;
    private final SkippedRows skipped;
    private final BitSet unnumbered = new BitSet();
    private final Map<Integer, OtherKeys> others = new HashMap<>();
    private int header;

    /// @param text whether lines are lines of the file itself, which show what a row says
    /// @param wanted lines of rows that shall come in although they look like known ones
    RowTrace(boolean text, Set<Integer> wanted) {
        this.text = text;
        this.wanted = wanted;
        this.skipped = new SkippedRows(!text);
    }

    void skip(int line, String reason, Supplier<String> of) {
        skipped.add(line, reason, of);
    }

    /// Whether the trader wants the row of this line to come in although it looks like a known one.
    boolean wants(int line) {
        return wanted.contains(line);
    }

    /// A row without an id of its own.
    void unnumbered(int line) {
        unnumbered.set(line);
    }

    /// Keys that a wanted row may take.
    void others(int line, OtherKeys keys) {
        others.put(line, keys);
    }

    /// The line of the column names.
    void header(int line) {
        header = line;
    }

    RowTrail trail() {
        return new RowTrail(text, true, header, skipped, unnumbered, Map.copyOf(others), null);
    }
}
