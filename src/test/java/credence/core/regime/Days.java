package credence.core.regime;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.testkit.SharedFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// Days to read regimes from.
final class Days {

    static final Duration DAY = Duration.ofDays(1);

    private Days() {}

    /// The S&P 500 fund, 1998-01-02 to 2021-03-31, trading days only.
    static List<Candle> spy() throws IOException {
        List<Candle> candles = new ArrayList<>();
        for (String line :
                Files.readAllLines(SharedFolder.file("data/prices/lean_SPY_daily.csv"))) {
            String[] cells = line.split(",");
            candles.add(
                    new Candle(
                            LocalDate.parse(
                                            cells[0].substring(0, 8),
                                            DateTimeFormatter.BASIC_ISO_DATE)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant(),
                            DAY,
                            Double.parseDouble(cells[1]) / 10_000,
                            Double.parseDouble(cells[2]) / 10_000,
                            Double.parseDouble(cells[3]) / 10_000,
                            Double.parseDouble(cells[4]) / 10_000,
                            Double.parseDouble(cells[5])));
        }
        return candles;
    }

    /// A market without pause from Thursday 2015-01-01: calm and rising, then wild and falling, for spells of mean 60 days.
    static List<Candle> simulated(long seed, int count) {
        DrawSequence draws = Draws.of(seed, "test.days").inOrder();
        List<Candle> candles = new ArrayList<>();
        Instant opened = Instant.parse("2015-01-01T00:00:00Z");
        double price = 100;
        int state = 0;
        for (int i = 0; i < count; i++) {
            if (draws.happens(1.0 / 60)) {
                state = (state + 1 + draws.below(2)) % 3;
            }
            double deviation = new double[] {0.006, 0.014, 0.032}[state];
            double mean = new double[] {0.001, 0, -0.003}[state];
            double open = price;
            double high = price;
            double low = price;
            for (int step = 0; step < 24; step++) {
                price *= Math.exp(mean / 24 + deviation / Math.sqrt(24) * draws.normal());
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            candles.add(new Candle(opened, DAY, open, high, low, price, 1000));
            opened = opened.plus(DAY);
        }
        return candles;
    }

    static List<Features> features(List<Candle> candles) {
        FeatureMeter meter = new FeatureMeter(DAY);
        return candles.stream().map(meter::add).toList();
    }

    static List<Candle> times(List<Candle> candles, double factor) {
        return candles.stream()
                .map(
                        c ->
                                new Candle(
                                        c.opened(),
                                        c.interval(),
                                        c.open() * factor,
                                        c.high() * factor,
                                        c.low() * factor,
                                        c.close() * factor,
                                        c.volume()))
                .toList();
    }
}
