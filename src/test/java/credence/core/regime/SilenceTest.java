package credence.core.regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.market.Candle;
import credence.testkit.Bars;
import credence.testkit.SharedFolder;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long readings hold once bars stop, and what becomes of them across a hole. The lengths are those of `docs/market.md`: three bars
/// and at least an hour where a market never closes, four days and one bar elsewhere.
class SilenceTest {

    private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private final SymbolMarket market = new SymbolMarket(MarketParameters.DEFAULT, FitCache.none());
    private Instant last = MONDAY;

    private static Candle candle(Bar bar) {
        return new Candle(
                bar.time(),
                bar.interval(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume());
    }

    private void hear(List<Candle> bars) {
        for (Candle bar : bars) {
            market.settle(bar.closed().minusNanos(1), (at, candle) -> {});
            market.take(bar, (at, candle) -> {});
            last = bar.closed();
        }
    }

    private void hear(Duration interval, Instant start, int count) {
        hear(
                Bars.wandering(5, "X", interval, start, count, 0).stream()
                        .map(SilenceTest::candle)
                        .toList());
    }

    private MarketReading after(Duration silence) {
        Instant moment = last.plus(silence);
        market.settle(moment, (at, candle) -> {});
        return market.read(moment);
    }

    private void holdsFor(Duration longest) {
        MarketReading known = after(longest);
        assertTrue(known.four().isPresent(), "still known after " + longest);
        assertTrue(known.atr().isPresent());
        assertEquals(Optional.empty(), known.silentSince());
        MarketReading unknown = after(longest.plusSeconds(1));
        assertEquals(Optional.empty(), unknown.four());
        assertTrue(unknown.atr().isEmpty());
        assertEquals(Optional.empty(), unknown.situation().volatility());
        assertEquals(Optional.of(last), unknown.silentSince());
        assertEquals(SevenRegime.UNKNOWN, unknown.seven().orElseThrow().regime());
    }

    @Test
    void hoursOfAMarketThatNeverClosesHoldForThreeHours() {
        // Thirty days from a Monday: the last bar closes on Wednesday, 31 January at 00:00.
        hear(HOUR, MONDAY, 30 * 24);
        holdsFor(Duration.ofHours(3));
        assertEquals(
                "Unknown: no bars since 2024-01-31 00:00 UTC.",
                after(DAY).seven().orElseThrow().reason());
    }

    @Test
    void quartersOfAnHourOfAMarketThatNeverClosesHoldForAnHour() {
        hear(QUARTER, MONDAY, 30 * 96);
        holdsFor(HOUR);
    }

    @Test
    void aMarketThatClosesAtWeekendsHoldsOverALongOne() {
        List<Candle> weekdays =
                Bars.wandering(5, "X", HOUR, MONDAY, 60 * 24, 0).stream()
                        .map(SilenceTest::candle)
                        .filter(
                                c ->
                                        c.opened()
                                                        .atOffset(ZoneOffset.UTC)
                                                        .getDayOfWeek()
                                                        .compareTo(DayOfWeek.FRIDAY)
                                                <= 0)
                        .toList();
        hear(weekdays);
        holdsFor(Duration.ofHours(4 * 24 + 1));
    }

    @Test
    void bothDaysOfAWeekendAreNeededToNeverClose() {
        TradingDays days = new TradingDays();
        for (int d = 0; d < 6; d++) {
            days.heard(day(MONDAY.plus(DAY.multipliedBy(d)), 100));
            assertFalse(days.neverCloses());
        }
        days.heard(day(Instant.parse("2024-01-07T00:00:00Z"), 100));
        assertTrue(days.neverCloses());
        assertEquals(Duration.ofDays(3), days.holds(DAY));
        // 28 days after the Saturday still, 29 no more.
        days.heard(day(Instant.parse("2024-02-03T00:00:00Z"), 100));
        assertTrue(days.neverCloses());
        TradingDays weekly = new TradingDays();
        weekly.heard(
                new Candle(MONDAY.plus(DAY.multipliedBy(5)), DAY.multipliedBy(7), 1, 1, 1, 1, 0));
        weekly.heard(
                new Candle(MONDAY.plus(DAY.multipliedBy(6)), DAY.multipliedBy(7), 1, 1, 1, 1, 0));
        assertFalse(weekly.neverCloses(), "a week tells nothing of its days");
    }

    @Test
    void aWeekendFourWeeksAgoIsForgotten() {
        TradingDays days = new TradingDays();
        days.heard(day(Instant.parse("2024-01-06T00:00:00Z"), 100));
        days.heard(day(Instant.parse("2024-01-07T00:00:00Z"), 100));
        days.heard(day(Instant.parse("2024-02-05T00:00:00Z"), 100));
        assertFalse(days.neverCloses());
        assertEquals(Duration.ofDays(5), days.holds(DAY));
    }

    private static Candle day(Instant opened, double close) {
        return new Candle(opened, DAY, close, close * 1.01, close * 0.99, close, 10);
    }

    @Test
    void afterAHoleNothingIsReadThatLooksAcrossIt() {
        hear(HOUR, MONDAY, 30 * 24);
        Instant resumed = last.plus(Duration.ofDays(20));
        hear(HOUR, resumed, 1);
        // One candle has closed: it has no return, and no true range.
        MarketReading first = after(Duration.ZERO);
        assertEquals(Optional.empty(), first.four());
        assertTrue(first.atr().isEmpty());
        assertEquals(Optional.empty(), first.silentSince(), "bars have come again");
        // ATR(14) needs 15 candles, mean reversion 60 returns.
        hear(HOUR, resumed.plus(HOUR), 13);
        assertTrue(after(Duration.ZERO).atr().isEmpty());
        hear(HOUR, resumed.plus(HOUR.multipliedBy(14)), 1);
        assertTrue(after(Duration.ZERO).atr().isPresent());
        hear(HOUR, resumed.plus(HOUR.multipliedBy(15)), 45);
        assertEquals(Optional.empty(), after(Duration.ZERO).four());
        hear(HOUR, resumed.plus(HOUR.multipliedBy(60)), 1);
        assertTrue(after(Duration.ZERO).four().isPresent());
    }

    @Test
    void aHoleThatTheMarketSleepsThroughBreaksNothing() {
        hear(HOUR, MONDAY, 30 * 24);
        hear(HOUR, last.plus(Duration.ofHours(3)), 1);
        assertTrue(after(Duration.ZERO).four().isPresent());
    }

    private static List<Candle> bitcoin() throws IOException {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("uuuuMMdd");
        List<Candle> candles = new ArrayList<>();
        for (String line :
                Files.readAllLines(
                        SharedFolder.file("data/prices/lean_BTCUSD_daily_coinbase.csv"))) {
            String[] f = line.split(",", -1);
            candles.add(
                    new Candle(
                            LocalDate.parse(f[0].substring(0, 8), format)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant(),
                            DAY,
                            Double.parseDouble(f[1]),
                            Double.parseDouble(f[2]),
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5])));
        }
        return candles;
    }

    /// 18 December 2014 to 8 January 2015: no bar. Of 1,318 days 1,317 have a day before them, and one of these lies across the hole.
    @Test
    void aHoleOfTwentyDaysIsNoDailyReturnOfTheFive() throws IOException {
        List<Candle> days = bitcoin();
        long still = days.stream().skip(1).filter(c -> c.high() == c.low()).count();
        hear(days);
        assertEquals(1_318, days.size());
        assertEquals(1_316 - still, market.days());
        assertTrue(after(Duration.ofDays(3)).five().isPresent());
        MarketReading later = after(Duration.ofDays(3).plusSeconds(1));
        assertEquals(Optional.empty(), later.five());
        assertEquals(Optional.of(Instant.parse("2018-08-14T00:00:00Z")), later.silentSince());
    }
}
