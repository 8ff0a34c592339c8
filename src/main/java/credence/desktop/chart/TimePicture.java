package credence.desktop.chart;

import java.util.List;

/// Everything a chart over time shows, complete and immutable: made off the JavaFX thread, drawn on it.
///
/// @param title what the chart shows, such as "Belief about alpha-3"
/// @param summary the same in one or two sentences for those who cannot see it
/// @param layers in drawing order
public record TimePicture(String title, String summary, ValueScale scale, List<Layer> layers) {

    public TimePicture {
        layers = List.copyOf(layers);
    }

    /// A picture of nothing, with the reason in its summary.
    public static TimePicture empty(String title, String summary, ValueScale scale) {
        return new TimePicture(title, summary, scale, List.of());
    }
}
