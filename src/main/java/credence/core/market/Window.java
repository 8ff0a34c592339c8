package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The last numbers of a series, oldest first.
///
/// Each number stands twice, half a buffer apart, so that the window is always one stretch of the buffer and a loop over it always runs
/// in the same order: what is computed from it depends on its numbers alone, not on where the window began.
final class Window {

    private final int size;
    private final double[] twice;
    private int next;
    private int count;

    Window(int size) {
        this.size = size;
        this.twice = new double[2 * size];
    }

    /// @return the number that left; 0 while the window fills
    double add(double number) {
        double left = count == size ? twice[next] : 0;
        twice[next] = number;
        twice[next + size] = number;
        next = next + 1 == size ? 0 : next + 1;
        count = Math.min(count + 1, size);
        return left;
    }

    int size() {
        return size;
    }

    int count() {
        return count;
    }

    boolean full() {
        return count == size;
    }

    /// @param i 0 the oldest … count − 1 the newest
    double get(int i) {
        return twice[start() + i];
    }

    double oldest() {
        return get(0);
    }

    double newest() {
        return get(count - 1);
    }

    /// The buffer in which the window lies from [#start()] on; not to be written to.
    double[] buffer() {
        return twice;
    }

    int start() {
        return next + size - count;
    }

    void clear() {
        next = 0;
        count = 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeDouble(get(i));
        }
    }

    static Window read(DataInput in, int size) throws IOException {
        Window window = new Window(size);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            window.add(in.readDouble());
        }
        return window;
    }
}
