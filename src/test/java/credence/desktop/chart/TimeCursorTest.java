package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class TimeCursorTest {

    private final TimeCursor cursor = new TimeCursor();
    private final Object equity = new Object();
    private final Object belief = new Object();

    @Test
    void withoutZoomItShowsAllDataOfAllChartsAndGrowsWithThem() {
        cursor.extent(equity, Optional.of(new TimeRange(0, 10_000)));
        cursor.extent(belief, Optional.of(new TimeRange(5_000, 20_000)));
        assertEquals(new TimeRange(0, 20_000), cursor.range());
        cursor.extent(belief, Optional.of(new TimeRange(5_000, 30_000)));
        assertEquals(new TimeRange(0, 30_000), cursor.range());
        cursor.extent(equity, Optional.empty());
        assertEquals(new TimeRange(5_000, 30_000), cursor.range());
    }

    @Test
    void aZoomStaysWhenDataGrow() {
        cursor.extent(equity, Optional.of(new TimeRange(0, 100_000)));
        cursor.show(new TimeRange(20_000, 40_000));
        cursor.extent(equity, Optional.of(new TimeRange(0, 200_000)));
        assertEquals(new TimeRange(20_000, 40_000), cursor.range());
        assertTrue(cursor.isZoomed());
        cursor.reset();
        assertEquals(new TimeRange(0, 200_000), cursor.range());
        assertFalse(cursor.isZoomed());
    }

    @Test
    void zoomingKeepsThePlaceUnderTheCursor() {
        cursor.extent(equity, Optional.of(new TimeRange(0, 100_000)));
        cursor.zoom(25_000, 0.5);
        assertEquals(new TimeRange(12_500, 62_500), cursor.range());
        cursor.zoom(25_000, 2);
        assertEquals(new TimeRange(0, 100_000), cursor.range());
        assertFalse(cursor.isZoomed());
    }

    @Test
    void panningStopsAtTheEndsOfTheData() {
        cursor.extent(equity, Optional.of(new TimeRange(0, 100_000)));
        cursor.show(new TimeRange(20_000, 40_000));
        cursor.pan(-30_000);
        assertEquals(new TimeRange(0, 20_000), cursor.range());
        cursor.pan(500_000);
        assertEquals(new TimeRange(80_000, 100_000), cursor.range());
    }

    @Test
    void nothingShorterThanASecondIsShown() {
        cursor.extent(equity, Optional.of(new TimeRange(0, 100_000)));
        cursor.show(new TimeRange(50_000, 50_010));
        assertEquals(new TimeRange(49_505, 50_505), cursor.range());
    }
}
