package credence.lab;

/// What is special about a simulated bot.
public enum BotKind {
    /// One true win rate for ever.
    CONSTANT,
    /// Good, then bad from one trade on.
    DECAYING,
    /// Bad, then better little by little.
    IMPROVING,
    /// No better than chance, picked because its record is.
    LUCKY,
    /// Good in one regime, bad in others.
    REGIME_DEPENDENT,
    /// The trades of another bot under another name.
    DUPLICATE,
    /// Wins nearly always, and little; loses seldom, and all of it.
    HIGH_WIN_RATE_LOSER,
    /// Takes its profits and keeps its losers open.
    NEVER_CLOSER
}
