package credence.core.market;

import credence.core.value.Regime;

import java.util.Optional;

/// A situation as one small number, for states and as an order.
///
/// Situations sort by regime, then volatility, volume, momentum, correlation and session; within a field UNKNOWN comes first.
public final class SituationCode {

    private SituationCode() {}

    /// Equal for equal situations only; 0 or more.
    public static int of(Situation situation) {
        int code = digit(0, situation.regime(), Regime.values().length);
        code = digit(code, situation.volatility(), Situation.Volatility.values().length);
        code = digit(code, situation.volume(), Situation.Volume.values().length);
        code = digit(code, situation.momentum(), Situation.Momentum.values().length);
        code = digit(code, situation.correlation(), Situation.Correlation.values().length);
        return code * Situation.Session.values().length + situation.session().ordinal();
    }

    /// @throws IllegalArgumentException when no situation has this code
    public static Situation situation(int code) {
        Situation.Session[] sessions = Situation.Session.values();
        Situation.Correlation[] correlations = Situation.Correlation.values();
        Situation.Momentum[] momenta = Situation.Momentum.values();
        Situation.Volume[] volumes = Situation.Volume.values();
        Situation.Volatility[] volatilities = Situation.Volatility.values();
        int rest = code / sessions.length;
        Situation.Session session = sessions[Math.floorMod(code, sessions.length)];
        Optional<Situation.Correlation> correlation = field(rest, correlations);
        rest /= correlations.length + 1;
        Optional<Situation.Momentum> momentum = field(rest, momenta);
        rest /= momenta.length + 1;
        Optional<Situation.Volume> volume = field(rest, volumes);
        rest /= volumes.length + 1;
        Optional<Situation.Volatility> volatility = field(rest, volatilities);
        rest /= volatilities.length + 1;
        if (code < 0 || rest > Regime.values().length) {
            throw new IllegalArgumentException("no situation has the code " + code);
        }
        return new Situation(
                field(rest, Regime.values()), volatility, volume, momentum, correlation, session);
    }

    private static <E extends Enum<E>> int digit(int code, Optional<E> field, int values) {
        return code * (values + 1) + field.map(v -> v.ordinal() + 1).orElse(0);
    }

    private static <E> Optional<E> field(int code, E[] values) {
        int digit = code % (values.length + 1);
        return digit <= 0 ? Optional.empty() : Optional.of(values[digit - 1]);
    }
}
