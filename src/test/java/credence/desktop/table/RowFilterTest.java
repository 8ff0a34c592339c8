package credence.desktop.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;

class RowFilterTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        ">50, 50, false",
        ">50, 50.01, true",
        ">=50, 50, true",
        "<5, 5, false",
        "<=5, 5, true",
        "=5, 5.00, true",
        "5, 5, true",
        "5, 5.1, false",
        "10..20, 10, true",
        "10..20, 20, true",
        "10..20, 20.001, false",
        "10.., 1000, true",
        "..20, -7, true",
        "-3..-1, -2, true",
        "> 1000, 1500, true",
        "\u22121.., 0, true",
        "\u22121.., -1.5, false"
    })
    void numbersAreFilteredByComparisonAndRange(String typed, BigDecimal value, boolean kept) {
        assertEquals(kept, holds(Column.Kind.NUMBER, typed, value, 1));
    }

    @Test
    void groupingCommasAndUnitsMayBeTyped() {
        assertTrue(holds(Column.Kind.NUMBER, ">1,000", new BigDecimal("1001"), 1));
        assertTrue(holds(Column.Kind.NUMBER, "> 0.5 R", new BigDecimal("0.6"), 1));
    }

    @Test
    void sharesAreTypedInPerCent() {
        assertTrue(holds(Column.Kind.NUMBER, ">50", new BigDecimal("0.521"), 100));
        assertFalse(holds(Column.Kind.NUMBER, "> 50 %", new BigDecimal("0.49"), 100));
    }

    @ParameterizedTest
    @CsvSource({
        "stop, order-DUAL-Stop-3, true",
        "STOP, order-dual-stop-3, true",
        "=alpha, alpha, true",
        "=alpha, alpha-2, false",
        "!beta, alpha, true",
        "!beta, my-Beta, false"
    })
    void textIsFilteredByWhatItContains(String typed, String value, boolean kept) {
        assertEquals(kept, holds(Column.Kind.TEXT, typed, value, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // 2024-03-05 in Shanghai begins at 16:00 UTC the day before.
        "2024-03-05, 2024-03-04T16:00:00Z, true",
        "2024-03-05, 2024-03-04T15:59:59Z, false",
        "2024-03-05, 2024-03-05T16:00:00Z, false",
        "2024-03, 2024-03-31T15:59:59Z, true",
        "2024-03, 2024-03-31T16:00:00Z, false",
        "2024, 2023-12-31T16:00:00Z, true",
        ">2024-03-05, 2024-03-05T15:59:59Z, false",
        ">2024-03-05, 2024-03-05T16:00:00Z, true",
        ">=2024-03-05, 2024-03-04T16:00:00Z, true",
        "<2024-03-05, 2024-03-04T15:59:59Z, true",
        "<2024-03-05, 2024-03-04T16:00:00Z, false",
        "<=2024-03-05, 2024-03-05T15:59:59Z, true",
        "2024-01..2024-02, 2024-02-29T15:59:59Z, true",
        "2024-01..2024-02, 2024-02-29T16:00:00Z, false",
        "2024-03-05 14:02, 2024-03-05T06:02:59Z, true",
        "2024-03-05 14:02, 2024-03-05T06:03:00Z, false"
    })
    void timesAreFilteredByYearMonthDayAndMinuteOfTheZone(
            String typed, Instant time, boolean kept) {
        assertEquals(kept, holds(Column.Kind.TIME, typed, time, 1));
    }

    @Test
    void absentValuesMatchNoNumberAndNoTime() {
        assertFalse(
                RowFilter.parse(Column.Kind.NUMBER, "..5", 1, SHANGHAI).orElseThrow().test(null));
        assertFalse(
                RowFilter.parse(Column.Kind.TIME, "2024", 1, SHANGHAI).orElseThrow().test(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "> ", "..", "5..x", "1..2..3", ">>5", "1e"})
    void whatIsNotANumberIsNotUnderstood(String typed) {
        assertTrue(RowFilter.parse(Column.Kind.NUMBER, typed, 1, SHANGHAI).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13", "2024-02-30", "24", ">"})
    void whatIsNotATimeIsNotUnderstood(String typed) {
        assertTrue(RowFilter.parse(Column.Kind.TIME, typed, 1, SHANGHAI).isEmpty());
    }

    private static boolean holds(Column.Kind kind, String typed, Object key, int scale) {
        return RowFilter.parse(kind, typed, scale, SHANGHAI).orElseThrow().test(key);
    }
}
