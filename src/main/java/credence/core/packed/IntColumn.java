package credence.core.packed;

import java.util.Arrays;

/// A growing column of numbers, four bytes each.
public final class IntColumn {

    private int[] numbers;
    private int size;

    public IntColumn() {
        this(new int[16], 0);
    }

    private IntColumn(int[] numbers, int size) {
        this.numbers = numbers;
        this.size = size;
    }

    /// A column that begins with the same numbers.
    public IntColumn copy() {
        return new IntColumn(Arrays.copyOf(numbers, size + 16), size);
    }

    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size++] = number;
    }

    public int get(int index) {
        return numbers[index];
    }

    public void set(int index, int number) {
        numbers[index] = number;
    }

    public int size() {
        return size;
    }
}
