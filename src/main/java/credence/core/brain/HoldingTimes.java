package credence.core.brain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// How long a bot held its outcomes, in whole seconds, with the median at hand.
///
/// Two heaps, the shorter half and the longer half: O(log n) an outcome, exact. Longer than 68 years counts as 68 years.
final class HoldingTimes {

    private static final int[] NONE = new int[0];

    /// Negated, so that one kind of heap serves: the longest of the shorter half comes first.
    private int[] shorter = NONE;

    private int[] longer = NONE;
    private int below;
    private int above;

    void add(Duration hold) {
        int seconds = (int) Math.clamp(hold.getSeconds(), 0L, (long) Integer.MAX_VALUE);
        if (below == 0 || seconds <= -shorter[0]) {
            shorter = push(shorter, below++, -seconds);
        } else {
            longer = push(longer, above++, seconds);
        }
        if (below > above + 1) {
            longer = push(longer, above++, -shorter[0]);
            pop(shorter, below--);
        } else if (above > below) {
            shorter = push(shorter, below++, -longer[0]);
            pop(longer, above--);
        }
    }

    int count() {
        return below + above;
    }

    /// Median in seconds, of an even count the mean of the middle two; 0 before the first.
    double median() {
        if (below == 0) {
            return 0;
        }
        double middle = -shorter[0];
        return below > above ? middle : (middle + longer[0]) / 2;
    }

    private static int[] push(int[] heap, int size, int x) {
        int[] h = size == heap.length ? Arrays.copyOf(heap, Math.max(8, size * 2)) : heap;
        int i = size;
        while (i > 0 && h[(i - 1) / 2] > x) {
            h[i] = h[(i - 1) / 2];
            i = (i - 1) / 2;
        }
        h[i] = x;
        return h;
    }

    /// Takes the first out of a heap of this size.
    private static void pop(int[] heap, int size) {
        int last = heap[size - 1];
        int i = 0;
        for (int child = 1; child < size - 1; child = 2 * i + 1) {
            if (child + 1 < size - 1 && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
    }

    /// As the heaps lie: what is read back goes on in the same order.
    void write(DataOutput out) throws IOException {
        out.writeInt(below);
        out.writeInt(above);
        for (int i = 0; i < below; i++) {
            out.writeInt(shorter[i]);
        }
        for (int i = 0; i < above; i++) {
            out.writeInt(longer[i]);
        }
    }

    void read(DataInput in) throws IOException {
        below = in.readInt();
        above = in.readInt();
        shorter = new int[below];
        longer = new int[above];
        for (int i = 0; i < below; i++) {
            shorter[i] = in.readInt();
        }
        for (int i = 0; i < above; i++) {
            longer[i] = in.readInt();
        }
    }
}
