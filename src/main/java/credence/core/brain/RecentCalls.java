package credence.core.brain;

import credence.core.value.Symbol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/// Symbols of a bot's last 50 calls, by which its regime now is known (`rules.md` 23). Calls of one symbol in a row are kept as one run.
final class RecentCalls {

    static final int KEPT = 50;

    private record Run(Symbol symbol, int calls) {}

    private final Deque<Run> runs = new ArrayDeque<>(2);
    private int calls;

    void add(Symbol symbol) {
        Run last = runs.peekLast();
        if (last != null && last.symbol().equals(symbol)) {
            if (calls == KEPT && runs.size() == 1) {
                return;
            }
            runs.removeLast();
            runs.addLast(new Run(symbol, last.calls() + 1));
        } else {
            runs.addLast(new Run(symbol, 1));
        }
        calls++;
        if (calls > KEPT) {
            Run first = runs.removeFirst();
            if (first.calls() > 1) {
                runs.addFirst(new Run(first.symbol(), first.calls() - 1));
            }
            calls--;
        }
    }

    /// Calls by symbol.
    SortedMap<Symbol, Integer> bySymbol() {
        SortedMap<Symbol, Integer> sum = new TreeMap<>();
        for (Run run : runs) {
            sum.merge(run.symbol(), run.calls(), Integer::sum);
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(runs.size());
        for (Run run : runs) {
            out.writeUTF(run.symbol().name());
            out.writeByte(run.calls());
        }
    }

    void read(DataInput in) throws IOException {
        int size = in.readByte();
        for (int i = 0; i < size; i++) {
            Run run = new Run(new Symbol(in.readUTF()), in.readByte());
            runs.addLast(run);
            calls += run.calls();
        }
    }
}
