package credence.desktop.chart;

import credence.desktop.theme.Hue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// One thing drawn on a chart over time. Layers are drawn in their order, later ones above.
public sealed interface Layer {

    /// What the legend, the tooltip and the table call it.
    String name();

    /// A line through values.
    ///
    /// @param note what the tooltip adds at a point, such as its n; may return an empty text
    record Line(String name, Hue hue, Weight weight, TimeSeries series, IntFunction<String> note)
            implements Layer {

        public Line(String name, Hue hue, Weight weight, TimeSeries series) {
            this(name, hue, weight, series, i -> "");
        }
    }

    /// How much a line stands out.
    enum Weight {
        /// One of very many, in the background.
        FAINT,
        NORMAL,
        STRONG
    }

    /// The area between two lines on the same times: a smooth translucent interval.
    record Band(String name, Hue fill, boolean edged, TimeSeries low, TimeSeries high)
            implements Layer {}

    /// A dot per outcome at its height; dense ones become a strip of shares at the foot.
    record Dots(String name, Outcomes outcomes, IntFunction<String> note) implements Layer {}

    /// A tick per outcome, won above, lost below, break-even between.
    record Ticks(String name, Outcomes outcomes, IntFunction<String> note) implements Layer {}

    /// Columns that stand on zero.
    record Bars(String name, Hue hue, List<Bar> bars) implements Layer {

        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// One column, from a time to before another.
    record Bar(long from, long to, double value) {}

    /// Dashed vertical lines with labels.
    record Marks(String name, List<Mark> marks) implements Layer {

        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /// One moment worth knowing.
    record Mark(long time, Hue hue, String label) {}

    /// Hatched stretches, such as overrides.
    record Spans(String name, Hue hue, List<Span> spans) implements Layer {

        public Spans {
            spans = List.copyOf(spans);
        }
    }

    /// One stretch with its label.
    record Span(TimeRange range, String label) {}

    /// Stretches of one kind on the thin band at the foot of the plot, such as one regime. Ribbons of a picture share the band: colour,
    /// letter and pattern tell them apart.
    ///
    /// @param note beside the name in the legend, such as the share of the time; letter one or two letters, drawn where there is room
    /// @param result what came of it, such as a sum of money; empty where that is not known
    /// @param stretches in order of time, none overlapping another
    record Ribbon(
            String name,
            String note,
            String result,
            Hue hue,
            String letter,
            Pattern pattern,
            List<Stretch> stretches)
            implements Layer {

        public Ribbon {
            stretches = List.copyOf(stretches);
        }

        /// The stretch that holds a moment: from its start to before its end.
        public Optional<Stretch> at(long moment) {
            int low = 0;
            int high = stretches.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (stretches.get(middle).range().to() <= moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < stretches.size() && stretches.get(low).range().from() <= moment
                    ? Optional.of(stretches.get(low))
                    : Optional.empty();
        }
    }

    /// How a ribbon is filled.
    enum Pattern {
        PLAIN,
        RISING,
        FALLING,
        CROSSED,
        LEVEL,
        UPRIGHT,
        EDGED
    }

    /// One stretch of a ribbon.
    ///
    /// @param probability how sure it is, 0…1; the less, the paler
    record Stretch(TimeRange range, double probability) {}

    /// A horizontal line at a value, such as the break-even rate.
    record Level(String name, Hue hue, double value) implements Layer {}
}
