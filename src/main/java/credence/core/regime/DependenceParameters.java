package credence.core.regime;

/// How dependence on the regime is tested. All of it is configuration.
///
/// @param shifts circular shifts drawn, unless a bot has fewer possible ones: then all; ≥ 19
/// @param fewestOutcomes below which nothing is said, ≥ 20
/// @param fewestInRegime expected outcomes a regime needs to be compared, ≥ 2
/// @param rClamp R is looked at within ±rClamp, > 0
public record DependenceParameters(
        int shifts, int fewestOutcomes, double fewestInRegime, double rClamp) {

    public static final DependenceParameters DEFAULT = new DependenceParameters(999, 30, 10, 20);

    public DependenceParameters {
        if (shifts < 19
                || fewestOutcomes < 20
                || !(fewestInRegime >= 2)
                || !(rClamp > 0 && Double.isFinite(rClamp))) {
            throw new IllegalArgumentException("too few shifts or outcomes for a test");
        }
    }
}
