package credence.lab;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;
import credence.core.regime.FitCache;
import credence.core.regime.FiveParameters;
import credence.core.regime.FiveReader;
import credence.core.regime.FiveReading;
import credence.core.regime.FiveRegime;
import credence.core.regime.GaussianHmm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A market of three states, read as the program reads every market: how often is the state right, compared with a filter that knows
/// the parameters from the beginning; do states keep their labels from refit to refit; do prices in another unit change a name?
///
/// Days are judged once each of the states has been there for 100 days: before, nobody could have learned it.
final class MarketStateExperiment implements Experiment {

    private static final int DAYS = 2_500;

    /// Days are at least so many spells, or some markets would never show all states.
    private static final int SPELLS = 20;

    private static final int LEARNABLE = 100;
    private static final int REFITS = 20;
    private static final int RESCALED = 1_000;

    private final String name;
    private final int spell;
    private final boolean stepped;
    private final int runs;
    private final FiveParameters parameters;

    /// @param spell mean length of a state in days
    /// @param stepped whether days are made of steps, which no Gaussian model of two dimensions fits; the
    ///     filter that knows is then that of the returns, which are Gaussian
    MarketStateExperiment(
            String name, int spell, boolean stepped, int runs, FiveParameters parameters) {
        this.name = name;
        this.spell = spell;
        this.stepped = stepped;
        this.runs = runs;
        this.parameters = parameters;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int runs() {
        return runs;
    }

    @Override
    public List<Finding> measure(long seed, int runs, IntConsumer done) {
        double[] fitted = new double[runs];
        double[] knowing = new double[runs];
        double[] same = new double[runs];
        double[] unmoved = new double[runs];
        double[] states = new double[runs];
        for (int i = 0; i < runs; i++) {
            ThreeStateMarket market =
                    ThreeStateMarket.simulate(
                            seed + i, Math.max(DAYS, SPELLS * spell), spell, stepped);
            Run run = new Run(market);
            // No day to judge is no difference; it happens to one market in a thousand.
            fitted[i] = run.right / (double) Math.max(1, run.judged);
            knowing[i] = run.knownRight / (double) Math.max(1, run.judged);
            same[i] = run.sameLabels();
            states[i] = run.reader.model().map(GaussianHmm::states).orElse(0);
            unmoved[i] = unmoved(market, run.names);
            done.accept(i + 1);
        }
        return List.of(
                share("filtered states right", new Series(fitted), Optional.empty()),
                share(
                        stepped
                                ? "the same by a filter of returns that knows the parameters"
                                : "the same by a filter that knows the parameters",
                        new Series(knowing),
                        Optional.empty()),
                finding(
                        "the one less the other",
                        new Series(fitted).minus(new Series(knowing)),
                        Optional.of(Requirement.atLeast(-0.03))),
                share(
                        "days whose label is the same at two refits in a row, over the last 20",
                        new Series(same),
                        Optional.of(Requirement.atLeast(0.99))),
                share(
                        "days whose name is the same with prices times 100",
                        new Series(unmoved),
                        Optional.of(Requirement.atLeast(1))),
                finding("states at the end, K", new Series(states), Optional.empty()));
    }

    private Finding share(String measure, Series over, Optional<Requirement> requirement) {
        return new Finding(
                name,
                measure,
                over.mean(),
                over.interval().map(ends -> ends.within(0, 1)),
                over.values().length,
                requirement);
    }

    private Finding finding(String measure, Series over, Optional<Requirement> requirement) {
        return new Finding(
                name, measure, over.mean(), over.interval(), over.values().length, requirement);
    }

    private double unmoved(ThreeStateMarket market, List<Optional<FiveRegime>> here) {
        List<Optional<FiveRegime>> there = names(market.times(100).subList(0, RESCALED));
        int equal = 0;
        for (int t = 0; t < RESCALED; t++) {
            equal += here.get(t).equals(there.get(t)) ? 1 : 0;
        }
        return equal / (double) RESCALED;
    }

    private List<Optional<FiveRegime>> names(List<Candle> candles) {
        FeatureMeter meter = new FeatureMeter(Duration.ofDays(1));
        FiveReader reader = new FiveReader(parameters, FitCache.none());
        List<Optional<FiveRegime>> names = new ArrayList<>();
        for (Candle candle : candles) {
            reader.see(meter.add(candle));
            names.add(reader.reading().map(FiveReading::regime));
        }
        return names;
    }

    /// One market read to its end.
    private final class Run {

        private final FiveReader reader = new FiveReader(parameters, FitCache.none());
        private final GaussianHmm truth =
                ThreeStateMarket.truth(stepped ? 1 : parameters.dimension(), spell);
        private final List<Optional<FiveRegime>> names = new ArrayList<>();
        private final List<double[]> observed = new ArrayList<>();
        private final List<GaussianHmm> latest = new ArrayList<>();
        private int judged;
        private int right;
        private int knownRight;

        private Run(ThreeStateMarket market) {
            FeatureMeter meter = new FeatureMeter(Duration.ofDays(1));
            double[] known = new double[ThreeStateMarket.STATES];
            int[] seen = new int[ThreeStateMarket.STATES];
            for (int t = 0; t < market.candles().size(); t++) {
                Features day = meter.add(market.candles().get(t));
                int refits = reader.refits();
                reader.see(day);
                names.add(reader.reading().map(FiveReading::regime));
                if (reader.refits() > refits) {
                    latest.add(reader.model().orElseThrow());
                }
                double[] x = observation(day);
                if (x.length == 0) {
                    continue;
                }
                hear(truth, known, x);
                int state = market.states()[t];
                if (learnable(seen) && reader.model().isPresent()) {
                    judged++;
                    right += nearest(reader.model().get(), reader.filtered()) == state ? 1 : 0;
                    knownRight += largest(known) == state ? 1 : 0;
                }
                seen[state]++;
            }
        }

        private double[] observation(Features day) {
            if (day.logReturn().isEmpty() || day.highLow().isEmpty()) {
                return new double[0];
            }
            double[] x =
                    parameters.dimension() == 1
                            ? new double[] {day.logReturn().getAsDouble()}
                            : new double[] {
                                day.logReturn().getAsDouble(), day.highLow().getAsDouble()
                            };
            observed.add(x);
            return x;
        }

        private void hear(GaussianHmm model, double[] p, double[] x) {
            if (observed.size() == 1) {
                for (int i = 0; i < p.length; i++) {
                    p[i] = model.chain().start(i);
                }
            }
            double[] known = stepped ? new double[] {x[0]} : x;
            model.chain().step(p, model.logDensities(known));
        }

        /// Over the last refits: every day up to the end, labelled by each model's filter.
        private double sameLabels() {
            double[][] series = observed.toArray(double[][]::new);
            int from = Math.max(0, latest.size() - REFITS - 1);
            int equal = 0;
            int all = 0;
            int[] before = {};
            for (GaussianHmm model : latest.subList(from, latest.size())) {
                double[][] filtered =
                        model.chain().filter(model.logDensities(series)).probabilities();
                int[] labels = new int[series.length];
                for (int t = 0; t < labels.length; t++) {
                    labels[t] = largest(filtered[t]);
                    if (before.length > 0) {
                        all++;
                        equal += labels[t] == before[t] ? 1 : 0;
                    }
                }
                before = labels;
            }
            return all == 0 ? 1 : equal / (double) all;
        }
    }

    private static boolean learnable(int[] seen) {
        for (int days : seen) {
            if (days < LEARNABLE) {
                return false;
            }
        }
        return true;
    }

    /// The true state that the most probable state of a model resembles most, by volatility.
    private static int nearest(GaussianHmm model, double[] filtered) {
        double[] together = new double[ThreeStateMarket.STATES];
        for (int i = 0; i < filtered.length; i++) {
            int best = 0;
            for (int j = 1; j < together.length; j++) {
                if (apart(model.deviation(i), j) < apart(model.deviation(i), best)) {
                    best = j;
                }
            }
            together[best] += filtered[i];
        }
        return largest(together);
    }

    private static double apart(double deviation, int state) {
        return Math.abs(StrictMath.log(deviation / ThreeStateMarket.volatility(state)));
    }

    private static int largest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }
}
