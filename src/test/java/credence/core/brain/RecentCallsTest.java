package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

class RecentCallsTest {

    @Test
    void theLastFiftyCallsAreKeptAlsoAfterBeingReadBack() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            DrawSequence draws = Draws.of(seed, "calls").inOrder();
            RecentCalls calls = new RecentCalls();
            Deque<Symbol> plain = new ArrayDeque<>();
            for (int i = 0; i < 300; i++) {
                Symbol symbol = new Symbol("S" + (draws.happens(0.7) ? 1 : draws.below(4)));
                calls.add(symbol);
                plain.addLast(symbol);
                if (plain.size() > 50) {
                    plain.removeFirst();
                }
                SortedMap<Symbol, Integer> expected = new TreeMap<>();
                plain.forEach(s -> expected.merge(s, 1, Integer::sum));
                assertEquals(expected, calls.bySymbol());
                if (i % 41 == 0) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    calls.write(new DataOutputStream(out));
                    calls = new RecentCalls();
                    calls.read(new DataInputStream(new ByteArrayInputStream(out.toByteArray())));
                }
            }
        }
    }
}
