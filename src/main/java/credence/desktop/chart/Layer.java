package credence.desktop.chart;

import credence.desktop.theme.Hue;

import java.util.List;
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

    /// A horizontal line at a value, such as the break-even rate.
    record Level(String name, Hue hue, double value) implements Layer {}
}
