package credence.core.packed;

import java.util.Arrays;

/// A growing column of numbers, eight bytes each.
public final class LongColumn {

    private long[] numbers;
    private int size;

    public LongColumn() {
        this(new long[16], 0);
    }

    private LongColumn(long[] numbers, int size) {
        this.numbers = numbers;
        this.size = size;
    }

    /// A column that begins with the same numbers.
    public LongColumn copy() {
        return new LongColumn(Arrays.copyOf(numbers, size + 16), size);
    }

    public void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size++] = number;
    }

    public long get(int index) {
        return numbers[index];
    }

    public void set(int index, long number) {
        numbers[index] = number;
    }

    public int size() {
        return size;
    }
}
