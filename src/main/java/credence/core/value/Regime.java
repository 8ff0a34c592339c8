package credence.core.value;

/// State of the market in the words of system 1, the one taxonomy that beliefs are kept by (`learning.md` 4).
///
/// In the order in which the rules are asked: the first that holds names the regime.
public enum Regime {
    TRENDING,
    VOLATILE,
    RANGING,
    NEUTRAL
}
