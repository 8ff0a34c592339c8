package credence.lab;

import java.util.Locale;

/// The range that a figure of the lab has to lie in, ends included.
public record Requirement(double least, double most) {

    public Requirement {
        if (!(least <= most)) {
            throw new IllegalArgumentException("no figure lies in " + least + "…" + most);
        }
    }

    public static Requirement atLeast(double least) {
        return new Requirement(least, Double.POSITIVE_INFINITY);
    }

    public boolean holds(double value) {
        return value >= least && value <= most;
    }

    /// In words, such as "≥ 0.95".
    public String words() {
        if (most == Double.POSITIVE_INFINITY) {
            return "≥ " + figure(least);
        }
        return least == Double.NEGATIVE_INFINITY
                ? "≤ " + figure(most)
                : figure(least) + "…" + figure(most);
    }

    private static String figure(double x) {
        return String.format(Locale.ROOT, "%.2f", x);
    }
}
