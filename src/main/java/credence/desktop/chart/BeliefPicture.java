package credence.desktop.chart;

import credence.core.belief.BeliefPoint;
import credence.core.value.Estimate;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How the belief about a bot came about: line, 50 % and 90 % bands, a dot per outcome, seams and resets.
///
/// Outcomes whose estimate has no value are left out of line and bands.
public final class BeliefPicture {

    private final Figures figures;

    public BeliefPicture(Figures figures) {
        this.figures = figures;
    }

    /// The belief about how often the bot wins.
    ///
    /// @param points oldest first
    public TimePicture accuracy(String bot, List<BeliefPoint> points) {
        return picture(
                bot,
                "Win rate",
                ValueScale.share("Believed win rate, %"),
                points,
                BeliefPoint::accuracy,
                BeliefPoint::accuracyHalf);
    }

    /// The belief about what the bot earns in a trade.
    ///
    /// @param points oldest first
    public TimePicture edge(String bot, List<BeliefPoint> points) {
        return picture(
                bot,
                "Edge",
                ValueScale.signed("Believed edge, R per trade", Unit.R),
                points,
                BeliefPoint::edge,
                BeliefPoint::edgeHalf);
    }

    private TimePicture picture(
            String bot,
            String measure,
            ValueScale scale,
            List<BeliefPoint> all,
            Function<BeliefPoint, Estimate> wide,
            Function<BeliefPoint, Estimate> half) {
        String title = measure + " of " + bot;
        List<BeliefPoint> points =
                all.stream().filter(point -> wide.apply(point).value() != null).toList();
        if (points.isEmpty()) {
            return TimePicture.empty(title, "No outcome yet that says anything about it.", scale);
        }
        TimeSeries line = new TimeSeries(times(points), values(points, wide, Estimate::value));
        Outcomes outcomes =
                new Outcomes(
                        line,
                        points.stream()
                                .map(point -> Outcome.of(point.result()))
                                .toArray(Outcome[]::new));
        List<Layer> layers = new ArrayList<>();
        layers.add(band("90 % interval", Hue.BAND_90, true, line, points, wide));
        layers.add(band("50 % interval", Hue.BAND_50, false, line, points, half));
        layers.add(
                new Layer.Line(
                        measure,
                        Hue.MEDIAN,
                        Layer.Weight.STRONG,
                        line,
                        i -> "n = " + figures.count(wide.apply(points.get(i)).n())));
        layers.add(new Layer.Dots("Won, lost", outcomes, i -> evidence(points.get(i))));
        layers.add(new Layer.Marks("Change, reset", marks(points)));
        return new TimePicture(title, summary(title, points, wide, scale), scale, layers);
    }

    private String evidence(BeliefPoint point) {
        Double r = point.r();
        String result = "trade " + figures.count(point.index());
        return r == null ? result : result + ", " + figures.r(r);
    }

    private String summary(
            String title,
            List<BeliefPoint> points,
            Function<BeliefPoint, Estimate> wide,
            ValueScale scale) {
        Estimate now = wide.apply(points.getLast());
        int back = Math.max(0, points.size() - 21);
        double before = wide.apply(points.get(back)).orElse(0);
        double change = now.orElse(0) - before;
        String course =
                points.size() < 21 || Math.abs(change) < 0.005
                        ? "steady"
                        : change > 0 ? "rising" : "falling";
        return title
                + " is "
                + figures.estimate(now, scale.unit())
                + " with its 90 % interval, after "
                + figures.count(points.size())
                + " outcomes, "
                + course
                + "; "
                + changes(points);
    }

    private static String changes(List<BeliefPoint> points) {
        long changes = points.stream().filter(BeliefPoint::seam).count();
        return (changes == 0 ? "no" : changes)
                + (changes == 1 ? " change point." : " change points.");
    }

    private static List<Layer.Mark> marks(List<BeliefPoint> points) {
        List<Layer.Mark> marks = new ArrayList<>();
        for (BeliefPoint point : points) {
            long time = point.time().toEpochMilli();
            if (point.reset()) {
                marks.add(new Layer.Mark(time, Hue.RESET, "reset"));
            }
            if (point.seam()) {
                marks.add(new Layer.Mark(time, Hue.SEAM, "change"));
            }
        }
        return marks;
    }

    private static Layer.Band band(
            String name,
            Hue fill,
            boolean edged,
            TimeSeries line,
            List<BeliefPoint> points,
            Function<BeliefPoint, Estimate> of) {
        return new Layer.Band(
                name,
                fill,
                edged,
                line.with(values(points, of, Estimate::low)),
                line.with(values(points, of, Estimate::high)));
    }

    private static long[] times(List<BeliefPoint> points) {
        return points.stream().mapToLong(point -> point.time().toEpochMilli()).toArray();
    }

    // A bound that is not defined falls together with the value: no band there.
    private static double[] values(
            List<BeliefPoint> points,
            Function<BeliefPoint, Estimate> of,
            Function<Estimate, @org.jspecify.annotations.Nullable Double> bound) {
        return points.stream()
                .mapToDouble(
                        point -> {
                            Estimate estimate = of.apply(point);
                            Double value = bound.apply(estimate);
                            return value == null ? estimate.orElse(0) : value;
                        })
                .toArray();
    }
}
