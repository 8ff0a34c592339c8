package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Median of the last n numbers; of an even count the mean of the two in the middle. First value with the n-th number.
///
/// The window is kept sorted beside itself: one number out, one in, the rest moved along.
final class RollingMedian {

    private final Window window;
    private final double[] sorted;

    RollingMedian(int period) {
        this(new Window(period));
    }

    private RollingMedian(Window window) {
        this.window = window;
        this.sorted = new double[window.size()];
        for (int i = 0; i < window.count(); i++) {
            sorted[i] = window.get(i);
        }
        Arrays.sort(sorted, 0, window.count());
    }

    void add(double number) {
        int count = window.count();
        if (window.full()) {
            int place = Arrays.binarySearch(sorted, window.oldest());
            System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
            count--;
        }
        int found = Arrays.binarySearch(sorted, 0, count, number);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = number;
        window.add(number);
    }

    OptionalDouble value() {
        if (!window.full()) {
            return OptionalDouble.empty();
        }
        int n = sorted.length;
        return OptionalDouble.of(sorted[(n - 1) / 2] / 2 + sorted[n / 2] / 2);
    }

    void write(DataOutput out) throws IOException {
        window.write(out);
    }

    static RollingMedian read(DataInput in, int period) throws IOException {
        return new RollingMedian(Window.read(in, period));
    }
}
