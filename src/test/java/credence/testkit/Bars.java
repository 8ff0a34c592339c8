package credence.testkit;

import credence.core.fact.Bar;
import credence.core.fact.RowKey;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Symbol;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Bars made up, and the real ones of the shared data.
public final class Bars {

    private Bars() {}

    public static Bar bar(
            String symbol,
            Duration interval,
            Instant opens,
            double open,
            double high,
            double low,
            double close,
            double volume) {
        return new Bar(
                RowKey.ofNativeId("bar", symbol, interval.toString(), opens.toString()),
                new Symbol(symbol),
                interval,
                opens,
                open,
                high,
                low,
                close,
                volume);
    }

    /// `count` bars around 100, each 2 high, closing at 100: the ATR is 2.
    public static List<Bar> even(String symbol, Duration interval, Instant start, int count) {
        List<Bar> bars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bars.add(
                    bar(
                            symbol,
                            interval,
                            start.plus(interval.multipliedBy(i)),
                            100,
                            101,
                            99,
                            100,
                            10));
        }
        return bars;
    }

    /// A wandering price with calm and wild stretches of about two days.
    ///
    /// @param missing chance that a bar is missing
    public static List<Bar> wandering(
            long seed, String symbol, Duration interval, Instant start, int count, double missing) {
        DrawSequence draws = Draws.of(seed, "bars").at(symbol).inOrder();
        List<Bar> bars = new ArrayList<>(count);
        double price = 1_000;
        double wild = 1;
        long stretch = Math.max(1, Duration.ofDays(2).dividedBy(interval));
        for (int i = 0; i < count; i++) {
            if (draws.below((int) stretch) == 0) {
                wild = draws.happens(0.5) ? 1 : 4;
            }
            double open = price;
            double step = 0.001 * wild;
            double close = open * Math.exp(step * (draws.uniform() * 2 - 1));
            double high = Math.max(open, close) * (1 + step * draws.uniform());
            double low = Math.min(open, close) * (1 - step * draws.uniform());
            double volume = 50 * wild * draws.uniform();
            price = close;
            if (!draws.happens(missing)) {
                bars.add(
                        bar(
                                symbol,
                                interval,
                                start.plus(interval.multipliedBy(i)),
                                open,
                                high,
                                low,
                                close,
                                volume));
            }
        }
        return bars;
    }

    /// The 53,929 quarters of an hour of ETHUSDT, 2024-10-19 to 2026-05-01.
    public static List<Bar> ethusdt() throws IOException {
        List<String> lines =
                Files.readAllLines(SharedFolder.file("data/prices/ETHUSDT_perp_15m.csv"));
        List<Bar> bars = new ArrayList<>(lines.size());
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",", -1);
            bars.add(
                    bar(
                            "ETHUSDT",
                            Duration.ofMinutes(15),
                            Instant.ofEpochMilli(Long.parseLong(f[0])),
                            Double.parseDouble(f[1]),
                            Double.parseDouble(f[2]),
                            Double.parseDouble(f[3]),
                            Double.parseDouble(f[4]),
                            Double.parseDouble(f[5])));
        }
        return bars;
    }
}
