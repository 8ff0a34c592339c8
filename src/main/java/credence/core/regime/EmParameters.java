package credence.core.regime;

/// How a hidden Markov model is fitted.
///
/// @param varianceFloor least variance of a state in any direction, as a share of the sample's; 0…1
/// @param stay pseudo-count of staying in a state: Dirichlet parameter − 1
/// @param move pseudo-count of each move to another state, and of each state at the start
/// @param apart whether the figures of an observation are independent within a state: covariances are diagonal
/// @param tolerance EM stops when log-likelihood and log prior together gain less in one iteration
/// @param iterations EM stops after so many
/// @param leastStay least expected stay in a state, in observations, ≥ 1; 1 for none
/// @param trials iterations each deterministic start gets before the best one goes on
public record EmParameters(
        double varianceFloor,
        double stay,
        double move,
        double leastStay,
        boolean apart,
        double tolerance,
        int iterations,
        int trials) {

    public static final EmParameters DEFAULT =
            new EmParameters(1e-3, 10, 0.5, 1, false, 0.01, 200, 12);

    /// Maximum likelihood: no floor, no pseudo-counts. For known answers.
    public static final EmParameters PLAIN = new EmParameters(0, 0, 0, 1, false, 0, 200, 12);

    public EmParameters {
        if (!(varianceFloor >= 0 && varianceFloor < 1)
                || !(stay >= 0 && stay < Double.POSITIVE_INFINITY)
                || !(move >= 0 && move < Double.POSITIVE_INFINITY)
                || !(leastStay >= 1 && leastStay < Double.POSITIVE_INFINITY)
                || !(tolerance >= 0)
                || iterations < 1
                || trials < 1) {
            throw new IllegalArgumentException("no such way to fit: " + varianceFloor);
        }
    }

    public EmParameters withTolerance(double other) {
        return new EmParameters(
                varianceFloor, stay, move, leastStay, apart, other, iterations, trials);
    }

    public EmParameters withIterations(int other) {
        return new EmParameters(
                varianceFloor, stay, move, leastStay, apart, tolerance, other, trials);
    }

    public EmParameters withLeastStay(double other) {
        return new EmParameters(
                varianceFloor, stay, move, other, apart, tolerance, iterations, trials);
    }

    public EmParameters withFiguresApart() {
        return new EmParameters(
                varianceFloor, stay, move, leastStay, true, tolerance, iterations, trials);
    }

    double pseudoCount(int from, int to) {
        return from == to ? stay : move;
    }
}
