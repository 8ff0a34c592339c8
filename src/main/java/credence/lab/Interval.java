package credence.lab;

/// Ends of a 90 % interval, both finite.
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(low + "…" + high + " is no interval");
        }
    }

    /// The part of it where the figure can lie at all.
    Interval within(double least, double most) {
        return new Interval(Math.clamp(low, least, most), Math.clamp(high, least, most));
    }
}
