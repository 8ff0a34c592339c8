package credence.service;

import credence.core.fact.RowKey;
import credence.core.packed.KeyHalves;
import credence.core.packed.KeyTable;
import credence.service.port.StoredRows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds held rows by their key. Nearly every key has one row; several contents of one key are listed apart.
final class KeyIndex {

    private final KeyTable first;
    private final Map<Integer, List<Integer>> all = new HashMap<>();

    KeyIndex(StoredRows rows) {
        first = new KeyTable(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            KeyHalves key = rows.key(i);
            int former = first.get(key.high(), key.low());
            if (former == KeyTable.NONE) {
                first.put(key.high(), key.low(), i);
            } else {
                all.computeIfAbsent(former, f -> new ArrayList<>(List.of(f))).add(i);
            }
        }
    }

    boolean contains(RowKey key) {
        KeyHalves halves = KeyHalves.of(key);
        return first.get(halves.high(), halves.low()) != KeyTable.NONE;
    }

    /// Indices of the rows under a key, ascending.
    List<Integer> of(RowKey key) {
        KeyHalves halves = KeyHalves.of(key);
        int one = first.get(halves.high(), halves.low());
        return one == KeyTable.NONE ? List.of() : all.getOrDefault(one, List.of(one));
    }

    /// Whether a row is the first of its key.
    boolean isFirst(int row, KeyHalves key) {
        return first.get(key.high(), key.low()) == row;
    }

    /// Indices of all rows of the key of which this is the first.
    List<Integer> withFirst(int row) {
        return all.getOrDefault(row, List.of(row));
    }
}
