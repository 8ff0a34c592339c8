package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class CandleAggregatorTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void hoursOfEthAreThoseOfAnIndependentGrouping() {
        List<Candle> hours = whole(Series.HOUR, Series.ethQuarters());
        assertEquals(13_483, hours.size());
        assertCandle(
                hours.getFirst(),
                "2024-10-19T21:00:00Z",
                2644.02,
                2649,
                2642.21,
                2642.4,
                15272.612);
        assertCandle(
                hours.stream()
                        .filter(c -> c.opened().equals(Instant.parse("2025-01-15T13:00:00Z")))
                        .findFirst()
                        .orElseThrow(),
                "2025-01-15T13:00:00Z",
                3200.67,
                3297.5,
                3200.41,
                3297.01,
                448412.586);
        // One quarter of the last hour is held.
        assertCandle(
                hours.getLast(),
                "2026-05-04T15:00:00Z",
                2370.11,
                2373.07,
                2359.09,
                2365.09,
                171688.856);
        assertEquals(39783713.03, hours.stream().mapToDouble(Candle::high).sum(), 1e-5);
        assertEquals(39581408.99, hours.stream().mapToDouble(Candle::close).sum(), 1e-5);
    }

    @Test
    void daysOfEthAreThoseOfAnIndependentGroupingWhicheverWayTheyAreMade() {
        List<Candle> days = whole(Series.DAY, Series.ethQuarters());
        assertEquals(563, days.size());
        assertCandle(
                days.get(88),
                "2025-01-15T00:00:00Z",
                3223.99,
                3472.93,
                3185.09,
                3449.8,
                3291912.768);
        assertEquals(1697418.84, days.stream().mapToDouble(Candle::high).sum(), 1e-6);
        List<Candle> byHours = whole(Series.DAY, whole(Series.HOUR, Series.ethQuarters()));
        assertEquals(days.size(), byHours.size());
        for (int i = 0; i < days.size(); i++) {
            Candle a = days.get(i);
            assertCandle(
                    byHours.get(i),
                    a.opened().toString(),
                    a.open(),
                    a.high(),
                    a.low(),
                    a.close(),
                    a.volume());
        }
    }

    @Test
    void weeksBeginOnMonday() {
        List<Candle> weeks = whole(WEEK, Series.ethQuarters());
        assertEquals(Instant.parse("2024-10-14T00:00:00Z"), weeks.getFirst().opened());
        assertEquals(Instant.parse("2024-10-21T00:00:00Z"), weeks.get(1).opened());
    }

    @Test
    void aWholeStretchClosesWithItsLastFinerCandleAndNotBefore() {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        for (Candle quarter : Series.walk(1, 400, Series.QUARTER)) {
            List<Candle> closed = hours.add(quarter);
            assertEquals(quarter.closed().getEpochSecond() % 3600 == 0 ? 1 : 0, closed.size());
            closed.forEach(c -> assertEquals(quarter.closed(), c.closed()));
        }
    }

    @Test
    void aStretchThatLacksItsEndClosesWhenTimeIsKnownToHavePassedIt() {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        hours.add(flat("2024-03-01T10:05:00Z", MINUTE, 7));
        hours.add(flat("2024-03-01T10:17:00Z", MINUTE, 9));
        assertEquals(List.of(), hours.settle(Instant.parse("2024-03-01T10:59:59Z")));
        List<Candle> closed = hours.settle(Instant.parse("2024-03-01T11:00:00Z"));
        assertEquals(1, closed.size());
        assertCandle(closed.getFirst(), "2024-03-01T10:00:00Z", 7, 9, 7, 9, 2);
        assertEquals(List.of(), hours.settle(Instant.parse("2024-03-01T12:00:00Z")));
    }

    @Test
    void theNextStretchsFirstCandleClosesTheOneBefore() {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        hours.add(flat("2024-03-01T10:05:00Z", MINUTE, 7));
        List<Candle> closed = hours.add(flat("2024-03-01T15:00:00Z", Series.HOUR, 8));
        assertEquals(2, closed.size());
        assertCandle(closed.get(0), "2024-03-01T10:00:00Z", 7, 7, 7, 7, 1);
        assertCandle(closed.get(1), "2024-03-01T15:00:00Z", 8, 8, 8, 8, 1);
    }

    @Test
    void aFinerCandleAcrossTheBorderBelongsWhereItCloses() {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        Duration half = Duration.ofMinutes(30);
        assertEquals(List.of(), hours.add(flat("2024-03-01T09:45:00Z", half, 5)));
        List<Candle> closed = hours.settle(Instant.parse("2024-03-01T11:00:00Z"));
        assertEquals(Instant.parse("2024-03-01T10:00:00Z"), closed.getFirst().opened());
    }

    @Test
    void candlesOfTheIntervalItselfAreUsedAsTheyAre() {
        List<Candle> days = Series.spyDays();
        assertEquals(days, whole(Series.DAY, days));
        Candle newYork = flat("2024-03-01T05:00:00Z", Series.DAY, 5);
        assertEquals(List.of(newYork), new CandleAggregator(Series.DAY).add(newYork));
    }

    @Test
    void daysByAClockThatIsPutForwardAreAllGiven() {
        CandleAggregator days = new CandleAggregator(Series.DAY);
        FeatureMeter meter = new FeatureMeter(Series.DAY);
        for (String opened : List.of("2024-03-09T05", "2024-03-10T05", "2024-03-11T04")) {
            List<Candle> given = days.add(flat(opened + ":00:00Z", Series.DAY, 5));
            assertEquals(1, given.size());
            meter.add(given.getFirst());
        }
        assertEquals(3, meter.candles());
    }

    @Test
    void longerCandlesAreUsedAsTheyAreUntilShorterOnesBegin() {
        CandleAggregator hours = new CandleAggregator(Series.HOUR);
        Candle week = flat("2024-02-26T00:00:00Z", WEEK, 4);
        Candle day = flat("2024-03-04T00:00:00Z", Series.DAY, 5);
        assertEquals(List.of(week), hours.add(week));
        assertEquals(List.of(day), hours.add(day));
        assertEquals(List.of(), hours.add(flat("2024-03-04T00:00:00Z", WEEK, 4)));
        assertEquals(List.of(), hours.add(flat("2024-03-11T09:45:00Z", Series.QUARTER, 6)));
        assertEquals(
                Series.HOUR,
                hours.settle(Instant.parse("2024-03-11T10:00:00Z")).getFirst().interval());
        assertEquals(List.of(), hours.add(flat("2024-03-11T00:00:00Z", Series.DAY, 5)));
    }

    @Test
    void ofTwoIntervalsTheOneThatCoversMoreOfTheDayCountsOfEqualOnesTheFinest() {
        List<Candle> known = new ArrayList<>();
        // The first day is held from 21:00 on only, the second whole.
        for (Candle c : Series.walk(2, 192, Series.QUARTER)) {
            if (!c.opened().isBefore(Instant.parse("2020-01-01T21:00:00Z"))) {
                known.add(c);
            }
        }
        known.add(flat("2020-01-01T00:00:00Z", Series.DAY, 50));
        known.add(flat("2020-01-02T00:00:00Z", Series.DAY, 60));
        List<Candle> days = whole(Series.DAY, known);
        assertEquals(2, days.size());
        assertEquals(50, days.get(0).close());
        assertFalse(days.get(1).close() == 60);
        assertEquals(known.get(known.size() - 3).close(), days.get(1).close());
    }

    @Test
    void nothingGivenOverlaps() {
        List<Candle> known = new ArrayList<>(Series.walk(3, 2000, Series.QUARTER));
        known.removeIf(c -> c.opened().getEpochSecond() % 7 == 0);
        Series.walk(4, 20, Series.DAY)
                .forEach(
                        c ->
                                known.add(
                                        new Candle(
                                                c.opened().plus(Duration.ofHours(5)),
                                                c.interval(),
                                                c.open(),
                                                c.high(),
                                                c.low(),
                                                c.close(),
                                                c.volume())));
        for (Duration target : List.of(Series.HOUR, Series.DAY, WEEK)) {
            List<Candle> given = whole(target, known);
            assertTrue(given.size() >= 3);
            for (int i = 1; i < given.size(); i++) {
                assertFalse(given.get(i).overlaps(given.get(i - 1).closed()));
            }
        }
    }

    @Test
    void readBackInTheMiddleOfAStretchItGoesOnAsBefore() throws IOException {
        List<Candle> known = new ArrayList<>(Series.walk(5, 300, Series.QUARTER));
        known.addAll(Series.walk(6, 4, Series.DAY));
        known.sort(ORDER);
        for (int cut = 0; cut <= known.size(); cut += 7) {
            CandleAggregator one = new CandleAggregator(Series.DAY);
            known.subList(0, cut).forEach(one::add);
            byte[] written = bytes(one);
            CandleAggregator other =
                    CandleAggregator.read(new DataInputStream(new ByteArrayInputStream(written)));
            assertArrayEquals(written, bytes(other));
            for (Candle candle : known.subList(cut, known.size())) {
                assertEquals(one.add(candle), other.add(candle));
            }
            assertEquals(one.settle(Instant.MAX), other.settle(Instant.MAX));
            assertArrayEquals(bytes(one), bytes(other));
        }
    }

    @Test
    void refusesAnIntervalThatIsNone() {
        for (Duration d : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofMillis(1500))) {
            assertThrows(IllegalArgumentException.class, () -> new CandleAggregator(d));
        }
    }

    /// The order in which candles become known, as facts are folded.
    private static final Comparator<Candle> ORDER =
            Comparator.comparing(Candle::closed).thenComparing(Candle::interval);

    private static List<Candle> whole(Duration target, List<Candle> known) {
        CandleAggregator aggregator = new CandleAggregator(target);
        List<Candle> given = new ArrayList<>();
        for (Candle candle : known.stream().sorted(ORDER).toList()) {
            for (Candle closed : aggregator.add(candle)) {
                assertFalse(closed.closed().isAfter(candle.closed()));
                given.add(closed);
            }
        }
        given.addAll(aggregator.settle(Instant.MAX));
        return given;
    }

    private static Candle flat(String opened, Duration interval, double price) {
        return new Candle(Instant.parse(opened), interval, price, price, price, price, 1);
    }

    private static void assertCandle(
            Candle c,
            String opened,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        assertEquals(Instant.parse(opened), c.opened());
        assertArrayEquals(
                new double[] {open, high, low, close},
                new double[] {c.open(), c.high(), c.low(), c.close()});
        assertEquals(volume, c.volume(), 1e-9 * volume);
    }

    private static byte[] bytes(CandleAggregator aggregator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        aggregator.write(new DataOutputStream(out));
        return out.toByteArray();
    }
}
