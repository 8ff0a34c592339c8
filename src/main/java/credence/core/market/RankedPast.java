package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

/// All earlier values of a series in order, to tell where a new one stands among them: the share that is smaller, equal ones counting
/// half, 0…1.
///
/// Exact: a value's rank is a count of values, ÷ their number. The values lie sorted in blocks of at most [#BLOCK], with a tree of counts
/// over the blocks (Fenwick, 1994), so that a step costs O(log n + block) and a million values 8–16 MB. Written in ascending order: what
/// is written depends on the values alone, not on how the blocks came to be.
final class RankedPast {

    private static final int BLOCK = 256;

    private final int needed;
    private double[][] blocks = {new double[BLOCK]};
    private double[] lasts = {Double.NEGATIVE_INFINITY};
    private int[] sizes = {0};

    /// Fenwick tree over sizes: entry i − 1 holds the sum of sizes over (i − lowest bit of i, i].
    private int[] tree = {0};

    private int used = 1;
    private int count;

    /// @param needed earlier values below which there is no rank
    RankedPast(int needed) {
        this.needed = needed;
    }

    /// The rank of a value among the earlier ones; it is an earlier one from then on.
    ///
    /// @param value finite
    OptionalDouble add(double value) {
        double canonical = value + 0.0;
        int block = blockOf(canonical, false);
        boolean largest = block == used;
        if (largest) {
            block--;
        }
        int place = largest ? sizes[block] : within(block, canonical, false);
        OptionalDouble rank = OptionalDouble.empty();
        if (count >= needed) {
            int smaller = largest ? count : before(block) + place;
            boolean met = !largest && blocks[block][place] == canonical;
            int notLarger = met ? notAbove(canonical) : smaller;
            rank = OptionalDouble.of(((double) smaller + notLarger) / 2 / count);
        }
        insert(canonical, block, place);
        return rank;
    }

    int count() {
        return count;
    }

    private int notAbove(double value) {
        int block = blockOf(value, true);
        return block == used ? count : before(block) + within(block, value, true);
    }

    /// The first block whose last value is not below a value; or, with `beyond`, is above it.
    private int blockOf(double value, boolean beyond) {
        return search(lasts, used, value, beyond);
    }

    private int within(int block, double value, boolean beyond) {
        return search(blocks[block], sizes[block], value, beyond);
    }

    private static int search(double[] sorted, int size, double value, boolean beyond) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (beyond ? sorted[middle] <= value : sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int before(int block) {
        int sum = 0;
        for (int i = block; i > 0; i &= i - 1) {
            sum += tree[i - 1];
        }
        return sum;
    }

    private void insert(double value, int block, int place) {
        if (sizes[block] == BLOCK) {
            split(block);
            if (place > BLOCK / 2) {
                insert(value, block + 1, place - BLOCK / 2);
                return;
            }
        }
        double[] values = blocks[block];
        int size = sizes[block];
        System.arraycopy(values, place, values, place + 1, size - place);
        values[place] = value;
        sizes[block] = size + 1;
        lasts[block] = values[size];
        for (int i = block + 1; i <= used; i += i & -i) {
            tree[i - 1]++;
        }
        count++;
    }

    private void split(int block) {
        if (used == blocks.length) {
            blocks = Arrays.copyOf(blocks, used * 2);
            lasts = Arrays.copyOf(lasts, used * 2);
            sizes = Arrays.copyOf(sizes, used * 2);
            tree = new int[used * 2];
        }
        int half = BLOCK / 2;
        int behind = used - block - 1;
        System.arraycopy(blocks, block + 1, blocks, block + 2, behind);
        System.arraycopy(lasts, block + 1, lasts, block + 2, behind);
        System.arraycopy(sizes, block + 1, sizes, block + 2, behind);
        double[] upper = new double[BLOCK];
        System.arraycopy(blocks[block], half, upper, 0, BLOCK - half);
        blocks[block + 1] = upper;
        lasts[block + 1] = lasts[block];
        lasts[block] = blocks[block][half - 1];
        sizes[block + 1] = BLOCK - half;
        sizes[block] = half;
        used++;
        plant();
    }

    /// Builds the tree from the sizes, each entry handing its sum on to the next that covers it.
    private void plant() {
        System.arraycopy(sizes, 0, tree, 0, used);
        for (int i = 1; i <= used; i++) {
            int next = i + (i & -i);
            if (next <= used) {
                tree[next - 1] += tree[i - 1];
            }
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int b = 0; b < used; b++) {
            for (int i = 0; i < sizes[b]; i++) {
                out.writeDouble(blocks[b][i]);
            }
        }
    }

    static RankedPast read(DataInput in, int needed) throws IOException {
        RankedPast past = new RankedPast(needed);
        past.count = in.readInt();
        int full = BLOCK / 2;
        past.used = Math.max(1, (past.count + full - 1) / full);
        past.blocks = new double[past.used][BLOCK];
        past.lasts = new double[past.used];
        past.lasts[0] = Double.NEGATIVE_INFINITY;
        past.sizes = new int[past.used];
        past.tree = new int[past.used];
        for (int i = 0; i < past.count; i++) {
            past.lasts[i / full] = past.blocks[i / full][i % full] = in.readDouble();
            past.sizes[i / full]++;
        }
        past.plant();
        return past;
    }
}
