package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Where values and ribbons lie on a plot.
class ValueFitTest {

    private static final TimeRange TIME = new TimeRange(0, 1_000);

    @ParameterizedTest
    @ValueSource(doubles = {60, 100, 160, 400})
    void aRibbonOfSixteenPixelsLiesBeneathTheZeroLineAndAllValues(double height) {
        ValueFit fit = ValueFit.of(equity(), TIME, height);
        Frame frame = new Frame(TIME, fit.low(), fit.high(), 400, height);

        assertTrue(frame.y(0) <= height - 16, () -> "zero at " + frame.y(0) + " of " + height);
        assertTrue(frame.y(-50) <= height - 16, () -> "−50 at " + frame.y(-50) + " of " + height);
        assertTrue(frame.y(100) >= 0);
        // No tick stands beside the ribbon.
        assertTrue(frame.y(fit.floor()) <= height - 16);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 30})
    void aPlotTooLowForBothStillShowsItsValues(double height) {
        ValueFit fit = ValueFit.of(equity(), TIME, height);

        // Six in ten for the values, which reach from −50 to 100 with 6 % of air at either end.
        assertEquals(168 / 0.6, fit.high() - fit.low(), 1e-9);
    }

    private static TimePicture equity() {
        return new TimePicture(
                "t",
                "s",
                ValueScale.signed("v", Unit.NUMBER),
                List.of(
                        new Layer.Ribbon(
                                "Trending",
                                "100 %",
                                "",
                                Hue.CATEGORY_1,
                                "T",
                                Layer.Pattern.PLAIN,
                                List.of(new Layer.Stretch(TIME, 1))),
                        new Layer.Line(
                                "Net",
                                Hue.CATEGORY_1,
                                Layer.Weight.NORMAL,
                                new TimeSeries(
                                        new long[] {0, 500, 1_000}, new double[] {0, -50, 100}))));
    }
}
