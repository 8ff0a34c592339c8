package credence.core.random;

/// [Draws] taken in order. Lives within one call, never in a state: what it gives depends on how often it was asked.
public final class DrawSequence {

    private final Draws draws;
    private long ordinal;

    DrawSequence(Draws draws) {
        this.draws = draws;
    }

    public double uniform() {
        return draws.uniform(ordinal++);
    }

    /// Uniform in [low, high).
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    public int below(int bound) {
        return draws.below(bound, ordinal++);
    }

    public boolean happens(double probability) {
        return draws.happens(probability, ordinal++);
    }

    public double normal() {
        return draws.normal(ordinal++);
    }

    /// Exponential with this mean, by inverse distribution function.
    public double exponential(double mean) {
        return -mean * StrictMath.log1p(-uniform());
    }
}
