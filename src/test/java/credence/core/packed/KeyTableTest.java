package credence.core.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table by keys says what a map says.
class KeyTableTest {

    @Test
    void itHoldsWhatAMapHolds() {
        // Few different halves, so that many keys share one and many lie near each other.
        DrawSequence draws = Draws.of(5, "keys").inOrder();
        KeyTable table = new KeyTable();
        Map<List<Long>, Integer> map = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            long high = draws.below(300) - 150L;
            long low = draws.below(300) * (1L << 32);
            Integer former = map.put(List.of(high, low), i);
            assertEquals(former == null ? KeyTable.NONE : former, table.put(high, low, i));
        }
        assertEquals(map.size(), table.size());
        map.forEach((key, number) -> assertEquals(number, table.get(key.get(0), key.get(1))));
        assertEquals(KeyTable.NONE, table.get(1_000, 0));
    }

    @Test
    void itCountsFromZero() {
        KeyTable table = new KeyTable();
        assertEquals(0, table.next(0, 0));
        assertEquals(1, table.next(0, 0));
        assertEquals(0, table.next(0, 1));
        assertEquals(2, table.next(0, 0));
    }
}
