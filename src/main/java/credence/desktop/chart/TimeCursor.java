package credence.desktop.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// The time axis that several charts share: which stretch they show and where the linked cursor stands.
///
/// Charts tell it how far their data reach. As long as nobody zoomed it shows all of it and grows with it.
/// JavaFX thread only.
public final class TimeCursor {

    private static final long SHORTEST = 1_000;
    private static final TimeRange NOTHING = new TimeRange(0, 86_400_000);

    private final Map<Object, TimeRange> extents = new WeakHashMap<>();
    private final ReadOnlyObjectWrapper<TimeRange> range =
            new ReadOnlyObjectWrapper<>(this, "range", NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Long>> position =
            new ReadOnlyObjectWrapper<>(this, "position", Optional.empty());
    private boolean zoomed;

    /// The stretch all charts show at the moment.
    public ReadOnlyObjectProperty<TimeRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    public TimeRange range() {
        return range.get();
    }

    /// Where the linked cursor stands, in milliseconds since 1970 UTC; empty when it is not on any chart.
    public ReadOnlyObjectProperty<Optional<Long>> positionProperty() {
        return position.getReadOnlyProperty();
    }

    public boolean isZoomed() {
        return zoomed;
    }

    /// Says how far the data of a chart reach. Forgotten with the chart.
    public void extent(Object chart, Optional<TimeRange> extent) {
        extent.ifPresentOrElse(known -> extents.put(chart, known), () -> extents.remove(chart));
        if (!zoomed) {
            range.set(all());
        }
    }

    /// The stretch that all data of all charts fill.
    public TimeRange all() {
        return extents.values().stream().reduce(TimeRange::join).orElse(NOTHING);
    }

    /// Shows one stretch, kept within the data.
    public void show(TimeRange wanted) {
        TimeRange all = all();
        long length = Math.clamp(wanted.length(), Math.min(SHORTEST, all.length()), all.length());
        long middle = wanted.from() + wanted.length() / 2;
        long from = Math.clamp(middle - length / 2, all.from(), all.to() - length);
        zoomed = length < all.length();
        range.set(new TimeRange(from, from + length));
    }

    /// Makes the stretch `factor` times as long, with `anchor` staying where it is on the screen.
    public void zoom(long anchor, double factor) {
        TimeRange now = range.get();
        double share = (anchor - now.from()) / (double) now.length();
        long length = Math.max(1, Math.round(now.length() * factor));
        long from = anchor - Math.round(share * length);
        show(new TimeRange(from, from + length));
    }

    /// Moves the stretch, later for a positive shift.
    public void pan(long shift) {
        TimeRange now = range.get();
        show(new TimeRange(now.from() + shift, now.to() + shift));
    }

    /// Shows everything again.
    public void reset() {
        zoomed = false;
        range.set(all());
    }

    public void moveTo(long time) {
        position.set(Optional.of(time));
    }

    public void leave() {
        position.set(Optional.empty());
    }
}
