package credence.core.market;

import credence.testkit.SharedFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Series of candles for tests: two real ones, read without the program's own readers, and made ones.
public final class Series {

    public static final Duration QUARTER = Duration.ofMinutes(15);
    public static final Duration HOUR = Duration.ofHours(1);
    public static final Duration DAY = Duration.ofDays(1);

    private Series() {}

    /// SPY, days 1998–2021, in dollars.
    public static List<Candle> spyDays() {
        List<Candle> candles = new ArrayList<>();
        for (String line : lines("data/prices/lean_SPY_daily.csv")) {
            String[] cell = line.split(",", -1);
            Instant day =
                    LocalDate.parse(cell[0].substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
            candles.add(candle(day, DAY, cell, 10_000));
        }
        return candles;
    }

    /// ETHUSDT perpetual, quarters of an hour.
    public static List<Candle> ethQuarters() {
        List<Candle> candles = new ArrayList<>();
        List<String> lines = lines("data/prices/ETHUSDT_perp_15m.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",", -1);
            candles.add(candle(Instant.ofEpochMilli(Long.parseLong(cell[0])), QUARTER, cell, 1));
        }
        return candles;
    }

    /// A random walk without gaps.
    public static List<Candle> walk(long seed, int count, Duration interval) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candle> candles = new ArrayList<>(count);
        Instant time = Instant.parse("2020-01-01T00:00:00Z");
        double price = 100;
        for (int i = 0; i < count; i++) {
            double close = price * (1 + (random.nextDouble() - 0.5) / 50);
            candles.add(
                    new Candle(
                            time,
                            interval,
                            price,
                            Math.max(price, close) * (1 + random.nextDouble() / 200),
                            Math.min(price, close) * (1 - random.nextDouble() / 200),
                            close,
                            random.nextInt(5) == 0 ? 0 : random.nextDouble() * 1000));
            price = close;
            time = time.plus(interval);
        }
        return candles;
    }

    private static Candle candle(Instant time, Duration interval, String[] cell, double scale) {
        return new Candle(
                time,
                interval,
                Double.parseDouble(cell[1]) / scale,
                Double.parseDouble(cell[2]) / scale,
                Double.parseDouble(cell[3]) / scale,
                Double.parseDouble(cell[4]) / scale,
                Double.parseDouble(cell[5]));
    }

    private static List<String> lines(String path) {
        try {
            return Files.readAllLines(SharedFolder.file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
