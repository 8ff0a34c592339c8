package credence.core.market;

import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalDouble;

/// Pearson's correlation of a symbol's last 60 log returns with the benchmark's, on candles of one interval.
///
/// Closes are paired by the time of closing, and a return runs from one pair to the next. So where one of the two does not trade, both
/// returns span the same stretch. Closes arrive in any order between the two series, in time order within each.
public final class BenchmarkCorrelation {

    /// Returns in a correlation.
    public static final int RETURNS = 60;

    /// Closes kept while their counterpart may still come; longer than a holiday weekend of hours.
    private static final int WAITING = 128;

    /// Below this variance of returns nothing moved but by rounding.
    private static final double STILL = 1e-28;

    private record Close(Instant at, double price) {}

    private final ArrayDeque<Close> symbol = new ArrayDeque<>();
    private final ArrayDeque<Close> benchmark = new ArrayDeque<>();
    private final double[] mine = new double[RETURNS];
    private final double[] its = new double[RETURNS];
    private boolean paired;
    private @Nullable Instant lastPair;
    private double lastMine;
    private double lastIts;
    private int returns;
    private int next;

    /// A candle of the symbol closed. Prices that are not positive have no logarithm and are passed over.
    ///
    /// @param longest the two may go without closing together; after more, returns are counted anew
    public void symbolClosed(Instant at, double close, Duration longest) {
        wait(symbol, at, close, longest);
    }

    /// A candle of the benchmark closed.
    public void benchmarkClosed(Instant at, double close, Duration longest) {
        wait(benchmark, at, close, longest);
    }

    private void wait(ArrayDeque<Close> series, Instant at, double close, Duration longest) {
        if (!(close > 0)) {
            return;
        }
        series.addLast(new Close(at, close));
        if (series.size() > WAITING) {
            series.removeFirst();
        }
        match(longest);
    }

    /// Whichever series is behind holds closes whose counterpart can no longer come.
    private void match(Duration longest) {
        while (!symbol.isEmpty() && !benchmark.isEmpty()) {
            int order = symbol.getFirst().at().compareTo(benchmark.getFirst().at());
            if (order < 0) {
                symbol.removeFirst();
            } else if (order > 0) {
                benchmark.removeFirst();
            } else {
                Instant now = symbol.getFirst().at();
                if (lastPair != null && now.isAfter(lastPair.plus(longest))) {
                    paired = false;
                    returns = 0;
                    next = 0;
                }
                lastPair = now;
                pair(symbol.removeFirst().price(), benchmark.removeFirst().price());
            }
        }
    }

    private void pair(double myClose, double itsClose) {
        if (paired) {
            // Not the logarithm of the ratio, which may overflow.
            mine[next] = StrictMath.log(myClose) - StrictMath.log(lastMine);
            its[next] = StrictMath.log(itsClose) - StrictMath.log(lastIts);
            next = (next + 1) % RETURNS;
            returns = Math.min(RETURNS, returns + 1);
        }
        paired = true;
        lastMine = myClose;
        lastIts = itsClose;
    }

    /// When both closed together last; empty before they ever did. A correlation older than its market is nobody's present.
    public Optional<Instant> lastPair() {
        return Optional.ofNullable(lastPair);
    }

    /// In −1…1; empty before 60 pairs of returns, or when one of the two stood still.
    public OptionalDouble correlation() {
        if (returns < RETURNS) {
            return OptionalDouble.empty();
        }
        double myMean = 0;
        double itsMean = 0;
        for (int i = 0; i < RETURNS; i++) {
            int at = (next + i) % RETURNS;
            myMean += mine[at] / RETURNS;
            itsMean += its[at] / RETURNS;
        }
        double both = 0;
        double myVariance = 0;
        double itsVariance = 0;
        for (int i = 0; i < RETURNS; i++) {
            int at = (next + i) % RETURNS;
            double x = mine[at] - myMean;
            double y = its[at] - itsMean;
            both += x * y;
            myVariance += x * x;
            itsVariance += y * y;
        }
        if (!(myVariance > STILL && itsVariance > STILL)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Math.clamp(both / Math.sqrt(myVariance) / Math.sqrt(itsVariance), -1.0, 1.0));
    }

    public void write(DataOutput out) throws IOException {
        write(symbol, out);
        write(benchmark, out);
        out.writeBoolean(paired);
        out.writeDouble(lastMine);
        out.writeDouble(lastIts);
        out.writeBoolean(lastPair != null);
        if (lastPair != null) {
            TimeCodec.instant(out, lastPair);
        }
        out.writeInt(returns);
        for (int i = 0; i < returns; i++) {
            int at = (next + RETURNS - returns + i) % RETURNS;
            out.writeDouble(mine[at]);
            out.writeDouble(its[at]);
        }
    }

    private static void write(ArrayDeque<Close> series, DataOutput out) throws IOException {
        out.writeInt(series.size());
        for (Close close : series) {
            TimeCodec.instant(out, close.at());
            out.writeDouble(close.price());
        }
    }

    /// @throws IOException when the bytes are not those of a correlation
    public static BenchmarkCorrelation read(DataInput in) throws IOException {
        BenchmarkCorrelation it = new BenchmarkCorrelation();
        read(it.symbol, in);
        read(it.benchmark, in);
        it.paired = in.readBoolean();
        it.lastMine = in.readDouble();
        it.lastIts = in.readDouble();
        if (in.readBoolean()) {
            it.lastPair = TimeCodec.instant(in);
        }
        it.returns = in.readInt();
        if (it.returns < 0 || it.returns > RETURNS) {
            throw new IOException("not a number of returns: " + it.returns);
        }
        for (int i = 0; i < it.returns; i++) {
            it.mine[i] = in.readDouble();
            it.its[i] = in.readDouble();
        }
        it.next = it.returns % RETURNS;
        return it;
    }

    private static void read(ArrayDeque<Close> series, DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > WAITING) {
            throw new IOException("not a number of closes: " + size);
        }
        for (int i = 0; i < size; i++) {
            Instant at = TimeCodec.instant(in);
            series.addLast(new Close(at, in.readDouble()));
        }
    }
}
