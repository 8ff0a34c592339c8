package credence.store;

import credence.core.packed.LongColumn;

/// Which row of a table was read as which: numbers ascend in the order of reading.
final class RowNumbers {

    private final int firstIndex;
    private final LongColumn numbers = new LongColumn();

    /// @param firstIndex index of the table's first row among all rows read
    RowNumbers(int firstIndex) {
        this.firstIndex = firstIndex;
    }

    void add(long number) {
        numbers.add(number);
    }

    /// Index among all rows read, −1 when the table has no row of that number.
    int index(long number) {
        int low = 0;
        int high = numbers.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = numbers.get(middle);
            if (found == number) {
                return firstIndex + middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
