package credence.core.brain;

/// What an outcome's R is measured by, best first (`learning.md` 1, `rules.md` 16).
public enum RiskRung {
    /// Distance to the first stop × size.
    STOP,
    /// Size × multiplier × ATR(14) × √(median holding time in candles): assumed from the range of prices, where bars are held.
    ATR,
    /// Mean absolute return of the bot's earlier outcomes; at least 5 bp.
    RELATIVE,
    /// No risk measure: the outcome has no R.
    NONE
}
