package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.theme.Hue;
import credence.desktop.theme.Unit;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What is drawn, by watching the surface. The frame is 100 pixels for 100 seconds and values 0 to 1 over 200 pixels.
class PencilTest {

    private static final Frame FRAME = new Frame(new TimeRange(0, 100_000), 0, 1, 100, 200);

    private final List<String> drawn = new ArrayList<>();
    private double boxed;

    @Test
    void outcomesDifferInShapeAndNotOnlyInColour() {
        draw(dots(Outcome.WON, Outcome.LOST, Outcome.EVEN));
        assertEquals(List.of("DISC 0.0 100.0", "RING 1.0 100.0", "DIAMOND 2.0 100.0"), drawn);
    }

    @Test
    void denseOutcomesBecomeAStripThatKeepsTheirShares() {
        Outcome[] kinds = new Outcome[400];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = i % 4 == 0 ? Outcome.LOST : Outcome.WON;
        }
        List<Outcome> all = List.of(kinds);
        draw(dotsOver(100_000, all));
        // 25 boxes of 3 × 10 pixels, each a quarter lost, three quarters won, nothing even.
        assertEquals(75, drawn.size());
        assertEquals("box 0.0 190.0 3.0 2.5", drawn.getFirst());
        assertEquals("box 0.0 192.5 3.0 7.5", drawn.get(2));
        assertEquals(25 * 30, boxed, 1e-6);
    }

    @Test
    void denseTicksKeepTheirLanes() {
        List<Outcome> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(i < 200 ? Outcome.WON : Outcome.LOST);
        }
        Layer.Dots dots = dotsOver(100_000, all);
        Frame lanes = new Frame(new TimeRange(0, 100_000), -2, 2, 100, 40);
        new Pencil(new Watched(), lanes, hue -> Color.BLACK)
                .draw(picture(new Layer.Ticks("t", dots.outcomes(), i -> "")));
        // Won at 10, lost at 30 pixels from the top; lanes 7 pixels high, a column a pixel.
        assertEquals(100, drawn.size());
        assertEquals("box 0.0 6.5 1.0 7.0", drawn.getFirst());
        assertEquals("box 99.0 26.5 1.0 7.0", drawn.getLast());
    }

    @Test
    void onlyMomentsInTheFrameAreMarkedAndLabelsDoNotLieOnEachOther() {
        draw(
                new Layer.Marks(
                        "m",
                        List.of(
                                new Layer.Mark(10_000, Hue.SEAM, "change"),
                                new Layer.Mark(12_000, Hue.SEAM, "change"),
                                new Layer.Mark(500_000, Hue.SEAM, "change"))));
        assertEquals(
                List.of(
                        "line 10.5,0.0 10.5,200.0",
                        "text change 14.5 12.0",
                        "line 12.5,0.0 12.5,200.0"),
                drawn);
    }

    @Test
    void barsStandOnZeroAndEndAtTheEdgesOfTheFrame() {
        draw(
                new Layer.Bars(
                        "b",
                        Hue.CATEGORY_1,
                        List.of(
                                new Layer.Bar(-20_000, 2_000, 0.5),
                                new Layer.Bar(98_000, 120_000, 1))));
        assertEquals(List.of("box 0.0 100.0 2.0 100.0", "box 98.0 0.0 2.0 200.0"), drawn);
    }

    @Test
    void overridesAreHatchedWithinTheirSpan() {
        draw(
                new Layer.Spans(
                        "o",
                        Hue.OVERRIDE,
                        List.of(new Layer.Span(new TimeRange(50_000, 60_000), "weight 0"))));
        assertEquals("box 50.0 0.0 10.0 200.0", drawn.getFirst());
        assertTrue(drawn.size() > 5, drawn::toString);
        for (String line : drawn.subList(1, drawn.size() - 1)) {
            String[] parts = line.split("[ ,]");
            assertTrue(
                    Double.parseDouble(parts[1]) >= 50 && Double.parseDouble(parts[3]) <= 60, line);
        }
        assertEquals("text weight 0 54.0 184.0", drawn.getLast());
    }

    @Test
    void ribbonsLieAtTheFootWithALetterWhereThereIsRoom() {
        draw(
                ribbon(
                        Layer.Pattern.PLAIN,
                        new Layer.Stretch(new TimeRange(10_000, 40_000), 1),
                        new Layer.Stretch(new TimeRange(50_000, 60_000), 0.5)));
        // 16 pixels high; the letter stands on ground of its own in the middle of the first.
        assertEquals(
                List.of(
                        "box 10.0 184.0 30.0 16.0",
                        "box 19.0 185.0 12.0 14.0",
                        "text T 25.0 196.0",
                        "box 50.0 184.0 10.0 16.0"),
                drawn);
    }

    @Test
    void strokesOfARibbonStayWithinItsStretch() {
        for (Layer.Pattern pattern :
                List.of(
                        Layer.Pattern.RISING,
                        Layer.Pattern.FALLING,
                        Layer.Pattern.CROSSED,
                        Layer.Pattern.LEVEL)) {
            drawn.clear();
            draw(ribbon(pattern, new Layer.Stretch(new TimeRange(50_000, 62_000), 1)));
            assertTrue(drawn.size() > 2, () -> pattern + " " + drawn);
            for (String line : drawn.subList(1, drawn.size())) {
                String[] parts = line.split("[ ,]");
                assertTrue(
                        Double.parseDouble(parts[1]) >= 50 && Double.parseDouble(parts[3]) <= 62,
                        line);
                assertTrue(
                        Double.parseDouble(parts[2]) >= 184 && Double.parseDouble(parts[4]) >= 184,
                        line);
            }
        }
    }

    @Test
    void aStretchHoldsItsBeginningAndNotItsEnd() {
        Layer.Ribbon ribbon =
                ribbon(
                        Layer.Pattern.PLAIN,
                        new Layer.Stretch(new TimeRange(10, 20), 1),
                        new Layer.Stretch(new TimeRange(20, 30), 0.5));
        assertTrue(ribbon.at(9).isEmpty());
        assertEquals(1, ribbon.at(10).orElseThrow().probability());
        assertEquals(0.5, ribbon.at(20).orElseThrow().probability());
        assertTrue(ribbon.at(30).isEmpty());
    }

    private static Layer.Ribbon ribbon(Layer.Pattern pattern, Layer.Stretch... stretches) {
        return new Layer.Ribbon(
                "Trending", "30 %", "", Hue.CATEGORY_1, "T", pattern, List.of(stretches));
    }

    private void draw(Layer layer) {
        new Pencil(new Watched(), FRAME, hue -> Color.BLACK).draw(picture(layer));
    }

    private static TimePicture picture(Layer layer) {
        return new TimePicture("t", "s", ValueScale.free("v", Unit.NUMBER), List.of(layer));
    }

    private static Layer.Dots dots(Outcome... kinds) {
        return dotsOver(kinds.length * 1_000L, List.of(kinds));
    }

    private static Layer.Dots dotsOver(long span, List<Outcome> kinds) {
        long[] times = new long[kinds.size()];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * span / times.length;
            values[i] = 0.5;
        }
        Outcomes outcomes =
                new Outcomes(new TimeSeries(times, values), kinds.toArray(Outcome[]::new));
        return new Layer.Dots("d", outcomes, i -> "");
    }

    private final class Watched implements Surface {

        @Override
        public void line(double[] xs, double[] ys, int count, Pen pen) {
            StringBuilder text = new StringBuilder("line");
            for (int i = 0; i < count; i++) {
                text.append(' ').append(xs[i]).append(',').append(ys[i]);
            }
            drawn.add(text.toString());
        }

        @Override
        public void area(double[] xs, double[] ys, int count, Color fill) {
            drawn.add("area " + count);
        }

        @Override
        public void box(double x, double y, double width, double height, Color fill) {
            boxed += width * height;
            drawn.add("box " + x + " " + y + " " + width + " " + height);
        }

        @Override
        public void dot(Dot shape, double x, double y, double size, Color colour) {
            drawn.add(shape + " " + x + " " + y);
        }

        @Override
        public void text(String text, double x, double y, Color colour, Anchor anchor) {
            drawn.add("text " + text + " " + x + " " + y);
        }

        @Override
        public void moved(double x, double y, Runnable drawing) {
            drawing.run();
        }

        @Override
        public void clipped(double x, double y, double width, double height, Runnable drawing) {
            drawing.run();
        }
    }
}
