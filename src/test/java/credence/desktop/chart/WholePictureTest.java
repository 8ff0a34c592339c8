package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;

/// Drawings as files, read back as XML: needs no toolkit.
class WholePictureTest {

    private static final Color RED = Color.rgb(255, 0, 0);

    private final Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("UTC"));

    @Test
    void aDrawingIsWellFormedAndHasADotPerOutcome() throws Exception {
        TimePicture picture =
                new BeliefPicture(figures).accuracy("alpha", SamplePoints.belief("alpha", 20, 3));
        Document drawing = draw(picture);
        long lost = lost(picture);
        NodeList circles = drawing.getElementsByTagName("circle");
        // Two more in the legend; the break-even outcomes are polygons.
        assertEquals(20 + 2, circles.getLength());
        long rings = 0;
        for (int i = 0; i < circles.getLength(); i++) {
            rings +=
                    "none"
                                    .equals(
                                            circles.item(i)
                                                    .getAttributes()
                                                    .getNamedItem("fill")
                                                    .getNodeValue())
                            ? 1
                            : 0;
        }
        assertEquals(lost + 1, rings);
    }

    @Test
    void axesAreNamedWithTheirUnitsAndZone() throws Exception {
        TimePicture picture =
                new BeliefPicture(figures).edge("alpha", SamplePoints.belief("alpha", 20, 3));
        List<String> texts = texts(draw(picture));
        assertTrue(texts.contains("Believed edge, R per trade"), texts.toString());
        assertTrue(texts.contains("Time, UTC"), texts.toString());
        assertTrue(texts.contains("Edge of alpha"), texts.toString());
        assertTrue(texts.contains("2023"), texts.toString());
        assertFalse(
                texts.stream()
                        .anyMatch(text -> text.contains("[]") || text.matches(".*\\dE\\d.*")));
    }

    @Test
    void aBotNamedLikeMarkupDoesNoHarm() throws Exception {
        TimePicture picture =
                TimePicture.empty("<bot & \"co\">\u0000", "none", ValueScale.results());
        assertTrue(texts(draw(picture)).contains("<bot & \"co\">"));
    }

    private Document draw(TimePicture picture) throws Exception {
        TimeRange time = Layers.extent(picture).orElse(new TimeRange(0, 1));
        ValueFit fit = ValueFit.of(picture, time, 200);
        SvgSurface surface = new SvgSurface();
        WholePicture whole =
                new WholePicture(
                        picture,
                        new Frame(time, fit.low(), fit.high(), 600, 200),
                        figures,
                        hue -> hue == Hue.BAND_50 ? RED.deriveColor(0, 1, 1, 0.5) : RED);
        whole.draw(surface);
        String text =
                surface.document(whole.size().getWidth(), whole.size().getHeight(), whole.words());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document drawing) {
        NodeList nodes = drawing.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static long lost(TimePicture picture) {
        return picture.layers().stream()
                .filter(Layer.Dots.class::isInstance)
                .map(Layer.Dots.class::cast)
                .mapToLong(dots -> dots.outcomes().count(Outcome.LOST, 0, dots.outcomes().size()))
                .sum();
    }
}
