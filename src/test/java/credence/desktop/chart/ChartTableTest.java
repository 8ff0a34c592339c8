package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.BeliefPoint;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

class ChartTableTest {

    private final Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("UTC"));

    @Test
    void aBeliefHasOneRowAnOutcomeWithItsIntervalsInFullPrecision() {
        List<BeliefPoint> points = SamplePoints.belief("alpha", 30, 5);
        ChartTable table = ChartTable.of(new BeliefPicture(figures).accuracy("alpha", points));
        assertEquals(30, table.size());
        assertEquals(
                List.of(
                        "Time",
                        "Change, reset",
                        "Result",
                        "Result, note",
                        "Win rate",
                        "Win rate, note",
                        "50 % interval, low",
                        "50 % interval, high",
                        "90 % interval, low",
                        "90 % interval, high"),
                table.headers());
        BeliefPoint third = points.get(2);
        assertEquals(third.time().toEpochMilli(), table.cells().cell(2, 0));
        assertEquals(third.accuracy().value(), table.cells().cell(2, 4));
        assertEquals(third.accuracy().low(), table.cells().cell(2, 8));
        assertEquals("reset", table.cells().cell(30 * 4 / 5 - 1, 1));
    }

    @Test
    void linesOnDifferentTimesStandBelowEachOtherWithTheirNames() {
        LinePicture.Named a =
                new LinePicture.Named(
                        "a", new TimeSeries(new long[] {0, 1000}, new double[] {1, 2}));
        LinePicture.Named b =
                new LinePicture.Named("b", new TimeSeries(new long[] {500}, new double[] {1.0e-7}));
        TimePicture picture =
                LinePicture.many(
                        "W", "two", ValueScale.fromZero("Weight", Unit.NUMBER), List.of(a, b));
        assertEquals(
                """
                Name,Time,Weight\r
                b,1970-01-01T00:00:00.500Z,0.0000001\r
                a,1970-01-01T00:00:00Z,1\r
                a,1970-01-01T00:00:01Z,2\r
                """,
                ChartCsv.text(ChartTable.of(picture)));
    }

    @Test
    void columnsGiveTheirSpansAndValues() {
        TimePicture picture =
                new HistoryPicture(figures)
                        .velocity("V", SamplePoints.events(SamplePoints.belief("a", 9, 2)));
        String csv = ChartCsv.text(ChartTable.of(picture));
        assertTrue(
                csv.startsWith("From,To,Outcomes\r\n2023-02-01T00:00:00Z,2023-02-02T00:00:00Z,"),
                csv);
    }

    @Test
    void aPictureOfNothingIsAnEmptyTable() {
        ChartTable table = ChartTable.of(TimePicture.empty("t", "why", ValueScale.results()));
        assertEquals(0, table.size());
    }
}
