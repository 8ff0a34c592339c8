package credence.lab;

import java.util.Map;

/// How often a bot's trades truly win. Probabilities, by number of the trade (first 0) and regime at entry.
public sealed interface Skill {

    double winRate(int trade, Regime regime);

    /// The same for ever.
    record Constant(double rate) implements Skill {
        @Override
        public double winRate(int trade, Regime regime) {
            return rate;
        }
    }

    /// One rate before a trade, another from it on.
    record Turning(double before, double after, int turn) implements Skill {
        @Override
        public double winRate(int trade, Regime regime) {
            return trade < turn ? before : after;
        }
    }

    /// From one rate to another on a straight line over so many trades, then the same.
    record Gradual(double first, double last, int over) implements Skill {
        @Override
        public double winRate(int trade, Regime regime) {
            return trade >= over ? last : first + (last - first) * trade / over;
        }
    }

    /// A rate for each of the four regimes.
    record ByRegime(Map<Regime, Double> rates) implements Skill {
        public ByRegime {
            rates = Map.copyOf(rates);
        }

        @Override
        public double winRate(int trade, Regime regime) {
            return rates.getOrDefault(regime, 0.5);
        }
    }
}
