package credence.core.belief;

/// How the belief updater learns (`learning.md` 2). All of it is configuration.
///
/// @param halfLifeOutcomes after how many of the bot's own later outcomes evidence counts half; > 0
/// @param halfLifeDays after how many days evidence counts half; > 0
/// @param hazard chance of a change before any outcome, in (0, 1)
/// @param longestRun run lengths above are pooled; at least 60
/// @param priorMean accuracy expected of a bot nobody knows, in (0, 1); priorStrength in outcomes
/// @param priorClasses how many duplicate classes the default prior weighs against the population's own
/// @param confidenceScale outcomes at which half of the way in √ is gone, see [BotBelief#confidence]
/// @param rClamp learners see R within ±rClamp
/// @param versionCarryOver share of the evidence a new version of a bot inherits, 0…1
public record BeliefParameters(
        double halfLifeOutcomes,
        double halfLifeDays,
        double hazard,
        int longestRun,
        double priorMean,
        double priorStrength,
        double priorClasses,
        double confidenceScale,
        double rClamp,
        double versionCarryOver) {

    public static final BeliefParameters DEFAULT =
            new BeliefParameters(200, 365, 1.0 / 500, 300, 0.55, 10, 5, 10, 20, 0.5);

    /// Most outcomes that backtests may stand for once a better class of evidence is present.
    static final double BACKTEST_CAP = 50;

    public BeliefParameters {
        require(
                positive(halfLifeOutcomes) && positive(halfLifeDays),
                "half-lives must be positive numbers");
        require(hazard > 0 && hazard < 1, "hazard must lie in (0, 1)");
        require(longestRun >= 60, "the longest run must be at least 60");
        require(
                priorMean > 0 && priorMean < 1 && positive(priorStrength),
                "the prior must lie in (0, 1) and have strength");
        require(
                (priorClasses == 0 || positive(priorClasses))
                        && positive(confidenceScale)
                        && positive(rClamp),
                "scales must be positive numbers");
        require(versionCarryOver >= 0 && versionCarryOver <= 1, "carry-over must lie in [0, 1]");
    }

    /// Factor by which one later outcome lowers the weight of evidence, γ.
    public double discount() {
        return StrictMath.pow(2, -1 / halfLifeOutcomes);
    }

    private static boolean positive(double x) {
        return x > 0 && Double.isFinite(x);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
