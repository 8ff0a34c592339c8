package credence.service;

import credence.core.fact.RowKey;
import credence.core.packed.KeyHalves;
import credence.core.packed.KeyTable;
import credence.service.port.NewBatch.NewRow;

import java.util.ArrayList;
import java.util.List;

/// The new rows of a batch by their keys, file by file, numbered on from the held ones.
final class FreshRows {

    private final Files files;
    private final KeyTable numbers = new KeyTable();

    /// @param before how many rows are held
    FreshRows(int before) {
        this.files = new Files(before);
    }

    /// Begins a file.
    NewRows ofNextFile() {
        return files.next();
    }

    /// Adds a row to the file that was begun last.
    ///
    /// @return its number
    int add(NewRow row) {
        int number = files.add(row);
        KeyHalves key = KeyHalves.of(row.row().key());
        numbers.put(key.high(), key.low(), number);
        return number;
    }

    /// The latest row under a key, [KeyTable#NONE] when there is none.
    int number(RowKey key) {
        KeyHalves halves = KeyHalves.of(key);
        return numbers.get(halves.high(), halves.low());
    }

    NewRow get(int number) {
        return files.get(number);
    }

    Files files() {
        return files;
    }

    /// The rows by their numbers alone.
    static final class Files {

        private final int before;
        private final List<NewRows> files = new ArrayList<>();

        /// Number of the first row of each file.
        private final List<Integer> starts = new ArrayList<>();

        private Files(int before) {
            this.before = before;
        }

        private NewRows next() {
            starts.add(files.isEmpty() ? before : starts.getLast() + files.getLast().size());
            files.add(new NewRows());
            return files.getLast();
        }

        private int add(NewRow row) {
            NewRows file = files.getLast();
            int number = starts.getLast() + file.size();
            file.add(row);
            return number;
        }

        NewRow get(int number) {
            int file = files.size() - 1;
            while (starts.get(file) > number) {
                file--;
            }
            return files.get(file).get(number - starts.get(file));
        }
    }
}
