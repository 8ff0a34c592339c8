package credence.lab;

/// Knows the law by which ordinary bots were made, and nothing of the single bot but its record: nobody can rank a fleet better.
///
/// The posterior mean E[p | wins, trades] under p ~ N(m, s²) on [0.01, 0.99] and a binomial likelihood, by Simpson's rule
/// over m ± 8 s; the relative error is below 10⁻⁹ for the fleets of [Scenarios].
public final class Oracle {

    private static final int CELLS = 800;

    private final double mean;
    private final double sd;

    public Oracle(double mean, double sd) {
        this.mean = mean;
        this.sd = sd;
    }

    /// The oracle of [Scenarios#fleet].
    public static Oracle ofFleet() {
        return new Oracle(Scenarios.FLEET_MEAN, Scenarios.FLEET_SD);
    }

    /// Expected win rate given a record; the mean of the law without trades.
    ///
    /// @param wins 0…trades
    public double winRate(int wins, int trades) {
        if (wins < 0 || wins > trades) {
            throw new IllegalArgumentException(wins + " wins of " + trades);
        }
        double low = Math.max(0.01, mean - 8 * sd);
        double high = Math.min(0.99, mean + 8 * sd);
        double peak = Math.clamp(trades == 0 ? mean : (double) wins / trades, low, high);
        double top = log(peak, wins, trades - wins);
        double weights = 0;
        double moments = 0;
        for (int i = 0; i <= CELLS; i++) {
            double p = low + (high - low) * i / CELLS;
            double simpson = i == 0 || i == CELLS ? 1 : i % 2 == 1 ? 4 : 2;
            double z = (p - mean) / sd;
            double weight = simpson * StrictMath.exp(log(p, wins, trades - wins) - top - z * z / 2);
            weights += weight;
            moments += weight * p;
        }
        return moments / weights;
    }

    private static double log(double p, int wins, int losses) {
        return wins * StrictMath.log(p) + losses * StrictMath.log1p(-p);
    }
}
