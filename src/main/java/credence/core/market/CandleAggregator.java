package credence.core.market;

import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes candles of one interval from all candles of a symbol, whatever their intervals, in the order in which they become known.
///
/// - Stretches are aligned to UTC: hours to the hour, days to midnight, weeks to Monday. A finer candle belongs to the stretch in which
///   it closes.
/// - A stretch closes with its last finer candle when none is missing, else when time is known to have passed its end
///   ([#settle(Instant)], or any later candle), never before; it is known at its end, whenever it was asked for. What is missing inside it
///   is left out: open and close are the first and last there were. A stretch without candles gives none.
/// - A candle of exactly this interval is used as it is, aligned or not.
/// - A longer one is used as it is as long as nothing shorter has come; of several longer intervals the shortest so far. When a shorter
///   one begins, what is given from then on has another interval, and whoever measures it starts anew.
/// - Of several intervals that have candles in one stretch, the one that covers most of it counts, of equal ones the finest. (So a day
///   of which only three hours are held in 15-minute candles is taken from the daily candle, if there is one.)
/// - Nothing given overlaps what was given before; a candle that would is left out, as is one that overlaps its own interval's last.
public final class CandleAggregator {

    private static final long WEEK = Duration.ofDays(7).toSeconds();

    /// 1 January 1970 was a Thursday; the first Monday came four days later.
    private static final long FIRST_MONDAY = Duration.ofDays(4).toSeconds();

    private final Duration target;
    private final TreeMap<Duration, Part> parts = new TreeMap<>();
    private @Nullable Instant end;
    private @Nullable Duration longer;
    private Instant given = Instant.MIN;

    /// @param target length of the candles wanted, whole seconds
    public CandleAggregator(Duration target) {
        if (target.isNegative() || target.isZero() || target.getNano() != 0) {
            throw new IllegalArgumentException("whole seconds, at least one, not " + target);
        }
        this.target = target;
    }

    public Duration target() {
        return target;
    }

    /// Takes in the next candle to become known.
    ///
    /// @return what that closes, oldest first: none, one, or two (the stretch before and its own)
    public List<Candle> add(Candle candle) {
        if (candle.interval().compareTo(target) > 0) {
            return addLonger(candle);
        }
        List<Candle> closed = new ArrayList<>(2);
        Instant stretch = endOf(candle.closed());
        if (end != null && !end.equals(stretch)) {
            if (stretch.isBefore(end)) {
                return List.of();
            }
            close(closed);
        }
        end = stretch;
        if (candle.interval().equals(target)) {
            parts.computeIfAbsent(target, _ -> new Part());
            give(candle, closed);
            return closed;
        }
        Part part = parts.computeIfAbsent(candle.interval(), _ -> new Part());
        part.add(candle);
        if (candle.closed().equals(stretch) && part.covered.compareTo(target) >= 0) {
            give(part.candle(stretch.minus(target), target), closed);
        }
        return closed;
    }

    /// Tells that everything known before or at a moment has come.
    ///
    /// @return the stretch that this closes, if one was open
    public List<Candle> settle(Instant known) {
        if (end == null || end.isAfter(known)) {
            return List.of();
        }
        List<Candle> closed = new ArrayList<>(1);
        close(closed);
        return closed;
    }

    private List<Candle> addLonger(Candle candle) {
        boolean finerHeld = !parts.isEmpty();
        if (finerHeld || (longer != null && longer.compareTo(candle.interval()) < 0)) {
            return List.of();
        }
        longer = candle.interval();
        List<Candle> closed = new ArrayList<>(1);
        give(candle, closed);
        return closed;
    }

    private void close(List<Candle> closed) {
        Instant stretch = end;
        if (stretch == null) {
            return;
        }
        Part best = null;
        for (Part part : parts.values()) {
            if (!part.isEmpty() && (best == null || part.covered.compareTo(best.covered) > 0)) {
                best = part;
            }
        }
        if (best != null) {
            give(best.candle(stretch.minus(target), target), closed);
        }
        clear();
        end = null;
    }

    /// Gives a candle out unless it overlaps the last one given.
    private void give(Candle candle, List<Candle> closed) {
        if (!candle.overlaps(given)) {
            closed.add(candle);
            given = candle.closed();
        }
        if (end != null && !candle.closed().isBefore(end)) {
            clear();
        }
    }

    private void clear() {
        parts.values().forEach(Part::clear);
    }

    private Instant endOf(Instant closed) {
        long step = target.toSeconds();
        long origin = step % WEEK == 0 ? FIRST_MONDAY : 0;
        long within = closed.getNano() == 0 ? closed.getEpochSecond() - 1 : closed.getEpochSecond();
        return Instant.ofEpochSecond((Math.floorDiv(within - origin, step) + 1) * step + origin);
    }

    public void write(DataOutput out) throws IOException {
        out.writeLong(target.toSeconds());
        TimeCodec.instant(out, given);
        out.writeBoolean(end != null);
        if (end != null) {
            TimeCodec.instant(out, end);
        }
        out.writeBoolean(longer != null);
        if (longer != null) {
            TimeCodec.duration(out, longer);
        }
        out.writeInt(parts.size());
        for (Map.Entry<Duration, Part> part : parts.entrySet()) {
            TimeCodec.duration(out, part.getKey());
            part.getValue().write(out);
        }
    }

    public static CandleAggregator read(DataInput in) throws IOException {
        CandleAggregator aggregator = new CandleAggregator(Duration.ofSeconds(in.readLong()));
        aggregator.given = TimeCodec.instant(in);
        aggregator.end = in.readBoolean() ? TimeCodec.instant(in) : null;
        aggregator.longer = in.readBoolean() ? TimeCodec.duration(in) : null;
        int intervals = in.readInt();
        for (int i = 0; i < intervals; i++) {
            aggregator.parts.put(TimeCodec.duration(in), Part.read(in));
        }
        return aggregator;
    }

    /// What one interval has brought of the stretch now open.
    private static final class Part {
        private Duration covered = Duration.ZERO;
        private Instant last = Instant.MIN;
        private double open;
        private double high;
        private double low;
        private double close;
        private double volume;

        boolean isEmpty() {
            return covered.isZero();
        }

        void add(Candle candle) {
            if (candle.overlaps(last)) {
                return;
            }
            if (isEmpty()) {
                open = candle.open();
                high = candle.high();
                low = candle.low();
                volume = 0;
            }
            high = Math.max(high, candle.high());
            low = Math.min(low, candle.low());
            close = candle.close();
            volume = Math.min(volume + candle.volume(), Double.MAX_VALUE);
            covered = covered.plus(candle.interval());
            last = candle.closed();
        }

        void clear() {
            covered = Duration.ZERO;
        }

        Candle candle(Instant opened, Duration interval) {
            return new Candle(opened, interval, open, high, low, close, volume);
        }

        void write(DataOutput out) throws IOException {
            TimeCodec.duration(out, covered);
            TimeCodec.instant(out, last);
            for (double number : new double[] {open, high, low, close, volume}) {
                out.writeDouble(isEmpty() ? 0 : number);
            }
        }

        static Part read(DataInput in) throws IOException {
            Part part = new Part();
            part.covered = TimeCodec.duration(in);
            part.last = TimeCodec.instant(in);
            part.open = in.readDouble();
            part.high = in.readDouble();
            part.low = in.readDouble();
            part.close = in.readDouble();
            part.volume = in.readDouble();
            return part;
        }
    }
}
