package credence.lab;

/// State of the simulated market, as its generator knows it: the four names of system 1, given by construction.
///
/// @see Market how each one moves the price
public enum Regime {
    TRENDING,
    VOLATILE,
    RANGING,
    NEUTRAL
}
