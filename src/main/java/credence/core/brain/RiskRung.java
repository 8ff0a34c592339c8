package credence.core.brain;

/// What an outcome's R is measured by, best first (`learning.md` 1, `rules.md` 16).
///
/// The rung between STOP and RELATIVE, k × ATR, comes with the bars of the regimes.
public enum RiskRung {
    /// Distance to the first stop × size.
    STOP,
    /// Mean absolute return of the bot's earlier outcomes; at least 5 bp.
    RELATIVE,
    /// No risk measure: the outcome has no R.
    NONE
}
