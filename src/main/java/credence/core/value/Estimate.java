package credence.core.value;

import org.jspecify.annotations.Nullable;

import java.util.OptionalDouble;

/// A number with its interval, its count and its status: the one shape of every figure the program states.
///
/// `value`, `low` and `high` are either absent or finite; the interval is the central 90 % one unless the maker says otherwise.
///
/// @param n number of outcomes behind the value
public record Estimate(
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long n,
        Status status) {

    public Estimate {
        requireFinite(value);
        requireFinite(low);
        requireFinite(high);
    }

    public static Estimate of(double value, double low, double high, long n) {
        return new Estimate(value, low, high, n, Status.OK);
    }

    public static Estimate of(double value, double low, double high, long n, Status status) {
        return new Estimate(value, low, high, n, status);
    }

    /// A figure that is exact by definition or whose interval is not defined.
    public static Estimate exact(double value, long n) {
        return new Estimate(value, null, null, n, Status.OK);
    }

    public static Estimate none(Status status, long n) {
        return new Estimate(null, null, null, n, status);
    }

    public OptionalDouble optionalValue() {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    public double orElse(double other) {
        return value == null ? other : value;
    }

    public Estimate withStatus(Status other) {
        return new Estimate(value, low, high, n, other);
    }

    private static void requireFinite(@Nullable Double x) {
        if (x != null && !Double.isFinite(x)) {
            throw new IllegalArgumentException("an estimate must be finite, not " + x);
        }
    }
}
