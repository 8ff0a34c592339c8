package credence.core.regime;

/// How the regime of five is read (`learning.md` 4).
///
/// @param dimension 2 observes the daily return and the logarithm of the day's range, 1 the return alone
/// @param states K to begin with
/// @param fewest least K that may take over
/// @param most largest K that may take over
/// @param margin by how much another K must win Schwarz's criterion…
/// @param wins …at so many refits in a row
/// @param leastStay days that a state stays on average at least: `states` are fitted so, another K counts only if its states do…
/// @param leastShare …and holds this share of the time in the long run, 0…1
/// @param afresh every so many refits the deterministic starts are tried beside the last fit
/// @param reach largest Bhattacharyya distance at which a state counts as the former one; 0.112 is a volatility doubled
/// @param patience refits in a row that may be refused for want of a match; the next one is adopted with new states
/// @param crisisRank CRISIS needs a 20-day volatility at or above this percentile rank of its own past, 0…1…
/// @param crisisDrawdown …and a price this far below its 252-day high, 0…1
/// @param closes another name is in force once it has been read at so many closes in a row; CRISIS at once
/// @param card refits kept for the model card
/// @param em of the model in force
/// @param challengers of the other K, which hand on what they have reached to the next refit
public record FiveParameters(
        int dimension,
        int states,
        int fewest,
        int most,
        double margin,
        int wins,
        double leastStay,
        double leastShare,
        int afresh,
        double reach,
        int patience,
        double crisisRank,
        double crisisDrawdown,
        int closes,
        int card,
        EmParameters em,
        EmParameters challengers) {

    public static final FiveParameters DEFAULT =
            new FiveParameters(
                    2,
                    3,
                    2,
                    5,
                    10,
                    3,
                    5,
                    0.05,
                    26,
                    0.112,
                    3,
                    0.95,
                    0.10,
                    3,
                    260,
                    EmParameters.DEFAULT.withFiguresApart().withIterations(100),
                    EmParameters.DEFAULT.withFiguresApart().withIterations(8));

    public FiveParameters {
        if (dimension < 1
                || dimension > 2
                || fewest < 1
                || fewest > states
                || states > most
                || most > 6
                || afresh < 1
                || closes < 1
                || card < 1) {
            throw new IllegalArgumentException(
                    "no such way to read five regimes: " + states + " states of " + dimension);
        }
    }

    public FiveParameters withDimension(int other) {
        return new FiveParameters(
                other,
                states,
                fewest,
                most,
                margin,
                wins,
                leastStay,
                leastShare,
                afresh,
                reach,
                patience,
                crisisRank,
                crisisDrawdown,
                closes,
                card,
                em,
                challengers);
    }

    /// Only this K.
    public FiveParameters withStates(int only) {
        return new FiveParameters(
                dimension,
                only,
                only,
                only,
                margin,
                wins,
                leastStay,
                leastShare,
                afresh,
                reach,
                patience,
                crisisRank,
                crisisDrawdown,
                closes,
                card,
                em,
                challengers);
    }

    /// Deterministic starts every so many refits.
    public FiveParameters withAfresh(int refits) {
        return new FiveParameters(
                dimension,
                states,
                fewest,
                most,
                margin,
                wins,
                leastStay,
                leastShare,
                refits,
                reach,
                patience,
                crisisRank,
                crisisDrawdown,
                closes,
                card,
                em,
                challengers);
    }

    public FiveParameters withEm(EmParameters inForce, EmParameters others) {
        return new FiveParameters(
                dimension,
                states,
                fewest,
                most,
                margin,
                wins,
                leastStay,
                leastShare,
                afresh,
                reach,
                patience,
                crisisRank,
                crisisDrawdown,
                closes,
                card,
                inForce,
                others);
    }
}
