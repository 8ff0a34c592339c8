package credence.core.brain;

/// What the advised weight of a bot rests on (`learning.md` 2).
public enum WeightBase {
    /// P(edge > 0): what is likely to earn. The default, since winning often is not earning.
    EDGE,
    /// Accuracy × confidence, as system 1 has it.
    BELIEF
}
