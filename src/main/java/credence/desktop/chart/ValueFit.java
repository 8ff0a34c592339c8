package credence.desktop.chart;

/// How far the vertical axis must reach to show all that lies in a stretch of time, with a little air.
///
/// @param low value at the foot of the plot
/// @param floor least value that is drawn: what lies beneath it is the ribbon's, and has no ticks
record ValueFit(double low, double high, double floor) {

    private static final double AIR = 0.06;

    /// Pixels that a ribbon takes, with what parts it from the values above.
    private static final double RIBBON = RibbonPencil.HEIGHT + 4;

    /// Of a plot too low for both the ribbon gets no more.
    private static final double MOST_FOR_RIBBON = 0.4;

    private ValueFit(double low, double high) {
        this(low, high, low);
    }

    /// @param height of the plot in pixels
    static ValueFit of(TimePicture picture, TimeRange shown, double height) {
        ValueScale scale = picture.scale();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Layer layer : picture.layers()) {
            for (TimeSeries series : Layers.points(layer).toList()) {
                // One point beyond each end: the line runs on to it.
                int from = Math.max(0, series.atOrAfter(shown.from()) - 1);
                int to = Math.min(series.size(), series.atOrBefore(shown.to()) + 2);
                if (from < to) {
                    low = Math.min(low, series.least(from, to));
                    high = Math.max(high, series.greatest(from, to));
                }
            }
            if (layer instanceof Layer.Bars bars) {
                for (Layer.Bar bar : bars.bars()) {
                    if (bar.to() > shown.from() && bar.from() < shown.to()) {
                        low = Math.min(low, Math.min(0, bar.value()));
                        high = Math.max(high, Math.max(0, bar.value()));
                    }
                }
            }
            if (layer instanceof Layer.Level level) {
                low = Math.min(low, level.value());
                high = Math.max(high, level.value());
            }
        }
        ValueFit fit = bounded(low, high, scale);
        return picture.layers().stream().anyMatch(Layer.Ribbon.class::isInstance)
                ? fit.aboveRibbon(height)
                : fit;
    }

    /// A ribbon lies at the foot: nothing that is drawn above may run into it.
    private ValueFit aboveRibbon(double height) {
        double share = Math.min(MOST_FOR_RIBBON, RIBBON / Math.max(1, height));
        return new ValueFit(low - (high - low) * share / (1 - share), high, low);
    }

    private static ValueFit bounded(double least, double greatest, ValueScale scale) {
        double low = least;
        double high = greatest;
        if (low > high) {
            low = scale.low().orElse(0.0);
            high = scale.high().orElse(Math.max(1, low + 1));
        }
        if (scale.zeroLine()) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        double air = high > low ? (high - low) * AIR : Math.max(Math.abs(high) * AIR, 0.01);
        low = Math.max(low - air, scale.low().orElse(low - air));
        high = Math.min(high + air, scale.high().orElse(high + air));
        if (scale.unit().kind() == credence.desktop.theme.Unit.Kind.RESULT) {
            low = scale.low().orElse(low);
            high = scale.high().orElse(high);
        }
        return high > low ? new ValueFit(low, high) : new ValueFit(low - 0.5, low + 0.5);
    }
}
