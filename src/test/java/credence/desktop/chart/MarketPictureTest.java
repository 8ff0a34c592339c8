package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;
import credence.service.MarketTimeline;
import credence.service.RegimeSpan;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class MarketPictureTest {

    private static RegimeSpan span(long from, long to, String regime, double probability) {
        return new RegimeSpan(
                Instant.ofEpochSecond(from), Instant.ofEpochSecond(to), regime, probability);
    }

    @Test
    void fewSpansAreDrawnAsTheyAre() {
        List<RegimeSpan> spans = List.of(span(0, 10, "TRENDING", 1), span(10, 20, "RANGING", 1));

        assertSame(spans, MarketPicture.broad(spans, 2));
    }

    @Test
    void eachBroadStretchIsNamedByTheRegimeThatHeldMostOfIt() {
        // Two halves of 10 seconds: in the first TRENDING holds 6 and RANGING 4, in the second
        // RANGING 3 and NEUTRAL 7.
        List<RegimeSpan> broad =
                MarketPicture.broad(
                        List.of(
                                span(0, 6, "TRENDING", 0.5),
                                span(6, 13, "RANGING", 0.9),
                                span(13, 20, "NEUTRAL", 1)),
                        2);

        assertEquals(List.of(span(0, 10, "TRENDING", 0.3), span(10, 20, "NEUTRAL", 0.7)), broad);
    }

    @Test
    void neighboursOfOneNameBecomeOneStretchAndGapsStay() {
        List<RegimeSpan> broad =
                MarketPicture.broad(
                        List.of(
                                span(0, 4, "TRENDING", 1),
                                span(4, 5, "RANGING", 1),
                                span(5, 10, "TRENDING", 1),
                                span(20, 30, "TRENDING", 0.5)),
                        3);

        assertEquals(List.of(span(0, 10, "TRENDING", 0.9), span(20, 30, "TRENDING", 0.5)), broad);
    }

    /// 150 times six seconds of trend and four of range: every broad stretch is a trend, of the time 60 % are.
    @Test
    void sharesAreThoseOfWhatWasReadNotOfWhatIsDrawn() {
        List<RegimeSpan> spans = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            spans.add(span(10L * i, 10L * i + 6, "TRENDING", 1));
            spans.add(span(10L * i + 6, 10L * i + 10, "RANGING", 1));
        }
        MarketTimeline market =
                new MarketTimeline(
                        new Symbol("X"),
                        null,
                        null,
                        null,
                        Duration.ofHours(1),
                        List.of(),
                        spans,
                        List.of(),
                        List.of(),
                        List.of());
        Layer.Ribbon trend =
                MarketPicture.broadRibbons(market, Taxonomy.FOUR).stream()
                        .map(Layer.Ribbon.class::cast)
                        .filter(r -> r.name().equals("Trending"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("60\u202f%", trend.note());
    }
}
