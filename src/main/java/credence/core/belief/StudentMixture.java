package credence.core.belief;

import org.apache.commons.math3.util.FastMath;

import java.util.ArrayList;
import java.util.List;

/// A mixture of Student t distributions: the belief about a mean under Normal-inverse-gamma posteriors, over run lengths.
final class StudentMixture extends Mixture {

    private static final double NEGLIGIBLE = 1e-9;

    /// So near to the middle, in units of the scale, that 0.5 is the probability below to the last digit that matters.
    private static final double NO_DISTANCE = 1e-12;

    private final List<Component> components;
    private final double mean;
    private final double variance;
    private final double reach;

    private static final class Component {
        private final double weight;
        private final double location;
        private final double scale;
        private final double freedom;
        private final IncompleteBeta outer;
        private final IncompleteBeta inner;

        Component(double weight, double location, double scale, double freedom) {
            this.weight = weight;
            this.location = location;
            this.scale = scale;
            this.freedom = freedom;
            this.outer = new IncompleteBeta(freedom / 2, 0.5);
            this.inner = new IncompleteBeta(0.5, freedom / 2);
        }

        /// Abramowitz & Stegun 26.7.1 and 26.5.27: tail of t through the incomplete beta function. Near the middle by its
        /// complement, since there freedom ÷ (freedom + t²) is 1 but for the last digits.
        double cdf(double x) {
            double t = (x - location) / scale;
            if (t * t < freedom) {
                double half = 0.5 * inner.at(t * t / (freedom + t * t));
                return t <= 0 ? 0.5 - half : 0.5 + half;
            }
            double tail = 0.5 * outer.at(freedom / (freedom + t * t));
            return t <= 0 ? tail : 1 - tail;
        }

        /// Adds both; the density of t is the front of either function ÷ |t|.
        void addTo(double[] sums, double x) {
            double t = (x - location) / scale;
            double square = t * t;
            if (Math.abs(t) < NO_DISTANCE) {
                sums[BELOW] += weight * 0.5;
                sums[DENSITY] +=
                        weight * FastMath.exp(-inner.logBeta()) / Math.sqrt(freedom) / scale;
                return;
            }
            double front;
            if (square < freedom) {
                double near = square / (freedom + square);
                front = inner.front(near);
                double half = 0.5 * inner.at(near, front);
                sums[BELOW] += weight * (t <= 0 ? 0.5 - half : 0.5 + half);
            } else {
                double far = freedom / (freedom + square);
                front = outer.front(far);
                double tail = 0.5 * outer.at(far, front);
                sums[BELOW] += weight * (t <= 0 ? tail : 1 - tail);
            }
            sums[DENSITY] += weight * front / Math.abs(t) / scale;
        }
    }

    /// @param weights ≥ 0, sum 1; locations finite; scales > 0; freedoms > 2; the first `n` of each
    StudentMixture(
            double[] weights, double[] locations, double[] scales, double[] freedoms, int n) {
        components = new ArrayList<>();
        double first = 0;
        double second = 0;
        double total = 0;
        int start = -1;
        double w = 0;
        double location = 0;
        double squares = 0;
        double freedom = 0;
        double far = 0;
        for (int i = 0; i < n; i++) {
            double spread = scales[i] * scales[i];
            total += weights[i];
            first += weights[i] * locations[i];
            second +=
                    weights[i]
                            * (locations[i] * locations[i]
                                    + spread * freedoms[i] / (freedoms[i] - 2));
            far = Math.max(far, Math.abs(locations[i]) + 1e4 * scales[i]);
            if (weights[i] < NEGLIGIBLE) {
                continue;
            }
            if (w > 0) {
                double m = location / w;
                double v = squares / w - m * m;
                double alike = alike(w + weights[i]);
                boolean merge =
                        Math.abs(locations[i] - m) <= alike * scales[i]
                                && Math.abs(spread - v) <= 2 * alike * spread
                                && Math.abs(freedoms[i] - freedom / w)
                                        <= (0.1 + alike) * freedoms[i];
                if (!merge) {
                    components.add(new Component(w, m, Math.sqrt(v), freedom / w));
                    w = 0;
                    location = 0;
                    squares = 0;
                    freedom = 0;
                }
            }
            w += weights[i];
            location += weights[i] * locations[i];
            squares += weights[i] * (locations[i] * locations[i] + spread);
            freedom += weights[i] * freedoms[i];
            start = i;
        }
        if (start >= 0) {
            double m = location / w;
            components.add(new Component(w, m, Math.sqrt(squares / w - m * m), freedom / w));
        }
        mean = first / total;
        variance = Math.max(0, second / total - mean * mean);
        reach = far;
    }

    @Override
    double cdf(double x) {
        double sum = 0;
        double weight = 0;
        for (Component c : components) {
            sum += c.weight * c.cdf(x);
            weight += c.weight;
        }
        return sum / weight;
    }

    @Override
    void at(double x, double[] sums) {
        sums[BELOW] = 0;
        sums[DENSITY] = 0;
        double weight = 0;
        for (Component c : components) {
            c.addTo(sums, x);
            weight += c.weight;
        }
        sums[BELOW] /= weight;
        sums[DENSITY] /= weight;
    }

    @Override
    double mean() {
        return mean;
    }

    @Override
    double standardDeviation() {
        return Math.sqrt(variance);
    }

    @Override
    double lowest() {
        return -reach;
    }

    @Override
    double highest() {
        return reach;
    }
}
