package credence.core.packed;

import java.util.Arrays;

/// Numbers by 128-bit keys, 20 bytes a place: what a map from [credence.core.fact.RowKey] to a number would hold in a tenth
/// of the memory.
public final class KeyTable {

    /// Stands for "no number".
    public static final int NONE = -1;

    private static final int LEAST = 16;

    private long[] high;
    private long[] low;
    private int[] numbers;
    private int size;

    public KeyTable() {
        this(0);
    }

    /// @param expected how many keys will come; more may, and then the table grows
    public KeyTable(int expected) {
        int places = LEAST;
        while (places / 4 * 3 < expected && places < 1 << 30) {
            places *= 2;
        }
        high = new long[places];
        low = new long[places];
        numbers = empty(places);
    }

    public int size() {
        return size;
    }

    /// The number under a key, [#NONE] when there is none.
    public int get(long highHalf, long lowHalf) {
        return numbers[place(highHalf, lowHalf)];
    }

    /// Puts a number, which must not be negative.
    ///
    /// @return the one that was there, [#NONE] when there was none
    public int put(long highHalf, long lowHalf, int number) {
        int place = place(highHalf, lowHalf);
        int former = numbers[place];
        numbers[place] = number;
        if (former == NONE) {
            high[place] = highHalf;
            low[place] = lowHalf;
            if (++size > numbers.length / 4 * 3) {
                grow();
            }
        }
        return former;
    }

    /// Counts: 0 for the first time a key comes, 1 for the second, …
    public int next(long highHalf, long lowHalf) {
        int count = get(highHalf, lowHalf) + 1;
        put(highHalf, lowHalf, count);
        return count;
    }

    private int place(long highHalf, long lowHalf) {
        int mask = numbers.length - 1;
        long mixed = (highHalf ^ Long.rotateLeft(lowHalf, 32)) * 0x9E3779B97F4A7C15L;
        int place = (int) (mixed >>> 32) & mask;
        while (numbers[place] != NONE && (high[place] != highHalf || low[place] != lowHalf)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] formerHigh = high;
        long[] formerLow = low;
        int[] former = numbers;
        high = new long[2 * former.length];
        low = new long[2 * former.length];
        numbers = empty(2 * former.length);
        for (int i = 0; i < former.length; i++) {
            if (former[i] != NONE) {
                int place = place(formerHigh[i], formerLow[i]);
                high[place] = formerHigh[i];
                low[place] = formerLow[i];
                numbers[place] = former[i];
            }
        }
    }

    private static int[] empty(int length) {
        int[] numbers = new int[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }
}
