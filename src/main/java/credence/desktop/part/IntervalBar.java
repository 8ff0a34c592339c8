package credence.desktop.part;

import credence.core.value.Estimate;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/// An estimate on a scale: 90 % interval light, 50 % interval darker, the value as a line, a value to compare with as a thin line.
public final class IntervalBar extends Region {

    private static final double HEIGHT = 22;

    private final Region track = part("interval-track");
    private final Region wide = part("interval-wide");
    private final Region half = part("interval-half");
    private final Region reference = part("interval-reference");
    private final Region value = part("interval-value");
    private @Nullable Estimate shown;
    private @Nullable Estimate shownHalf;
    private @Nullable Double compared;
    private double low;
    private double high = 1;

    public IntervalBar() {
        getStyleClass().add("interval-bar");
        getChildren().setAll(track, wide, half, reference, value);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// @param scaleLow value at the left end; scaleHigh at the right end, greater
    /// @param reference a value to compare with, absent without one
    /// @param words the same for those who cannot see it
    public void show(
            Estimate estimate,
            Estimate halfEstimate,
            double scaleLow,
            double scaleHigh,
            @Nullable Double reference,
            String words) {
        shown = estimate;
        shownHalf = halfEstimate;
        low = scaleLow;
        high = scaleHigh;
        compared = reference;
        setAccessibleText(words);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        track.resizeRelocate(0, height / 2 - 3, getWidth(), 6);
        span(wide, shown, height / 2 - 6, 12);
        span(half, shownHalf, height / 2 - 6, 12);
        line(value, shown == null ? null : shown.value(), 3, height);
        line(reference, compared, 1, height);
    }

    private void span(Region band, @Nullable Estimate of, double top, double height) {
        Double from = of == null ? null : of.low();
        Double to = of == null ? null : of.high();
        band.setVisible(from != null && to != null);
        if (from != null && to != null) {
            double left = place(from);
            band.resizeRelocate(left, top, Math.max(1, place(to) - left), height);
        }
    }

    private void line(Region line, @Nullable Double at, double width, double height) {
        line.setVisible(at != null);
        if (at != null) {
            line.resizeRelocate(place(at) - width / 2, 0, width, height);
        }
    }

    private double place(double x) {
        return Math.clamp((x - low) / (high - low), 0, 1) * getWidth();
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        return part;
    }
}
