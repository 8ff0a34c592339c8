package credence.desktop.chart;

import credence.core.belief.LearningEvent;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The learning history: a tick per outcome learned, and how many were learned a day.
public final class HistoryPicture {

    private final Figures figures;

    public HistoryPicture(Figures figures) {
        this.figures = figures;
    }

    /// A strip of ticks: won above, lost below, break-even between; seams dashed.
    ///
    /// @param events oldest first
    public TimePicture timeline(String title, List<LearningEvent> events) {
        if (events.isEmpty()) {
            return TimePicture.empty(title, "Nothing was learned yet.", ValueScale.results());
        }
        Outcome[] kinds =
                events.stream().map(event -> Outcome.of(event.evidence())).toArray(Outcome[]::new);
        long[] times = times(events);
        double[] heights = new double[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            heights[i] = kinds[i].sign();
        }
        Outcomes outcomes = new Outcomes(new TimeSeries(times, heights), kinds);
        List<Layer.Mark> seams =
                events.stream()
                        .filter(LearningEvent::seam)
                        .map(
                                event ->
                                        new Layer.Mark(
                                                event.time().toEpochMilli(), Hue.SEAM, "change"))
                        .toList();
        String summary =
                figures.count(kinds.length)
                        + " outcomes learned: "
                        + figures.count(outcomes.count(Outcome.WON, 0, kinds.length))
                        + " won, "
                        + figures.count(outcomes.count(Outcome.LOST, 0, kinds.length))
                        + " lost, "
                        + figures.count(outcomes.count(Outcome.EVEN, 0, kinds.length))
                        + " break-even.";
        return new TimePicture(
                title,
                summary,
                ValueScale.results(),
                List.of(
                        new Layer.Marks("Change", seams),
                        new Layer.Ticks("Won, lost", outcomes, i -> note(events.get(i)))));
    }

    /// Columns: outcomes learned on each day of the figures' zone.
    public TimePicture velocity(String title, List<LearningEvent> events) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (LearningEvent event : events) {
            days.merge(LocalDate.ofInstant(event.time(), figures.zone()), 1, Integer::sum);
        }
        List<Layer.Bar> bars = new ArrayList<>();
        days.forEach(
                (day, count) ->
                        bars.add(new Layer.Bar(midnight(day), midnight(day.plusDays(1)), count)));
        ValueScale scale = ValueScale.fromZero("Outcomes learned a day", Unit.COUNT);
        String summary =
                figures.count(events.size())
                        + " outcomes on "
                        + figures.count(days.size())
                        + " days.";
        return new TimePicture(
                title, summary, scale, List.of(new Layer.Bars("Outcomes", Hue.CATEGORY_1, bars)));
    }

    private String note(LearningEvent event) {
        Double r = event.r();
        return event.bot().name()
                + (r == null ? "" : ", " + figures.r(r))
                + ", "
                + figures.share(event.prior())
                + " → "
                + figures.share(event.posterior());
    }

    private long midnight(LocalDate day) {
        return day.atStartOfDay(figures.zone()).toInstant().toEpochMilli();
    }

    private static long[] times(List<LearningEvent> events) {
        return events.stream().map(LearningEvent::time).mapToLong(Instant::toEpochMilli).toArray();
    }
}
