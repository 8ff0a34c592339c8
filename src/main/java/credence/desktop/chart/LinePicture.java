package credence.desktop.chart;

import credence.desktop.theme.Hue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lines over time: one, or those of many bots.
public final class LinePicture {

    private static final int COLOURS = 8;

    private LinePicture() {}

    /// A line with its name.
    public record Named(String name, TimeSeries series) {}

    public static TimePicture one(String title, String summary, ValueScale scale, Named line) {
        Layer layer =
                new Layer.Line(line.name(), Hue.CATEGORY_1, Layer.Weight.STRONG, line.series());
        return new TimePicture(title, summary, scale, List.of(layer));
    }

    /// Many lines, in the order of their last values. The first eight have colours of their own, the others stand
    /// in the background; the table and the tooltip name them all.
    public static TimePicture many(
            String title, String summary, ValueScale scale, List<Named> lines) {
        List<Named> ordered =
                lines.stream()
                        .filter(line -> !line.series().isEmpty())
                        .sorted(Comparator.comparingDouble(LinePicture::last).reversed())
                        .toList();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Named line = ordered.get(i);
            boolean own = i < COLOURS;
            Hue hue = own ? Hue.category(i) : Hue.EVEN;
            Layer.Weight weight = own ? Layer.Weight.NORMAL : Layer.Weight.FAINT;
            layers.add(new Layer.Line(line.name(), hue, weight, line.series()));
        }
        return new TimePicture(title, summary, scale, layers.reversed());
    }

    private static double last(Named line) {
        return line.series().value(line.series().size() - 1);
    }
}
