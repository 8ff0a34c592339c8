package credence.lab;

/// What a won and a lost trade pay, in R before costs; a loss is at most 1 R, for the stop ends it.
///
/// The expected payoff at win rate p is p · meanWin − (1 − p) · meanLoss.
public sealed interface Payoff {

    /// Result of a won trade.
    ///
    /// @param u uniform in [0, 1)
    double win(double u);

    /// Loss of a lost trade as a positive number, at most 1.
    ///
    /// @param u uniform in [0, 1)
    double loss(double u);

    double meanWin();

    double meanLoss();

    default double expected(double winRate) {
        return winRate * meanWin() - (1 - winRate) * meanLoss();
    }

    /// A target so many R away and a stop 1 R away; nothing else ends the trade.
    record Barriers(double target) implements Payoff {
        @Override
        public double win(double u) {
            return target;
        }

        @Override
        public double loss(double u) {
            return 1;
        }

        @Override
        public double meanWin() {
            return target;
        }

        @Override
        public double meanLoss() {
            return 1;
        }
    }

    /// Winners end anywhere in a range; losers at the stop or, with the given chance, cut earlier at 0.3 R to 1 R.
    record Spread(double leastWin, double mostWin, double cut) implements Payoff {

        private static final double LEAST_LOSS = 0.3;

        @Override
        public double win(double u) {
            return leastWin + (mostWin - leastWin) * u;
        }

        @Override
        public double loss(double u) {
            return u >= cut ? 1 : LEAST_LOSS + (1 - LEAST_LOSS) * u / cut;
        }

        @Override
        public double meanWin() {
            return (leastWin + mostWin) / 2;
        }

        @Override
        public double meanLoss() {
            return 1 - cut + cut * (LEAST_LOSS + 1) / 2;
        }
    }
}
