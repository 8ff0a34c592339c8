package credence.desktop.chart;

import credence.desktop.theme.Hue;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

import java.util.function.Function;

/// Draws our pictures inside chartfx, whose own renderer knows neither smooth bands nor marks.
final class PictureRenderer extends AbstractRendererXY<PictureRenderer> {

    private final Function<Hue, Color> ink;

    PictureRenderer(PictureSource data, Function<Hue, Color> ink) {
        this.ink = ink;
        getDatasets().add(data);
    }

    @Override
    protected void render(GraphicsContext canvas, DataSet data, DataSetNode style) {
        if (!(data instanceof PictureSource shown) || xAxis.getMax() <= xAxis.getMin()) {
            return;
        }
        canvas.save();
        CanvasSurface surface = new CanvasSurface(canvas, xAxis.getTickLabelStyle().getFont());
        new Pencil(surface, frame(), ink).draw(shown.picture());
        canvas.restore();
    }

    /// Where moments and values lie at the moment.
    private Frame frame() {
        return new Frame(
                new TimeRange((long) xAxis.getMin(), (long) xAxis.getMax()),
                yAxis.getMin(),
                yAxis.getMax(),
                xAxis.getLength(),
                yAxis.getLength());
    }

    @Override
    public void updateAxisRange(Axis axis, AxisRange range) {
        // The chart sets both axes itself.
    }

    @Override
    protected PictureRenderer getThis() {
        return this;
    }
}
