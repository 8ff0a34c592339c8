package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

class BenchmarkCorrelationTest {

    private static final Duration LONGEST = Duration.ofDays(5);

    private static Instant hour(int hours) {
        return Instant.parse("2025-03-03T00:00:00Z").plusSeconds(3600L * hours);
    }

    private static double[][] prices(int hours) {
        DrawSequence chance = Draws.of(1, "test.benchmark").inOrder();
        double[][] prices = new double[2][hours];
        double mine = 5;
        double its = 9;
        for (int i = 0; i < hours; i++) {
            double market = 0.01 * chance.normal();
            its += market;
            mine += 0.7 * market + 0.01 * chance.normal();
            prices[0][i] = Math.exp(mine);
            prices[1][i] = Math.exp(its);
        }
        return prices;
    }

    private static double pearson(double[][] prices, int[] at) {
        double[] mine = new double[at.length - 1];
        double[] its = new double[at.length - 1];
        for (int i = 1; i < at.length; i++) {
            mine[i - 1] = Math.log(prices[0][at[i]] / prices[0][at[i - 1]]);
            its[i - 1] = Math.log(prices[1][at[i]] / prices[1][at[i - 1]]);
        }
        return new PearsonsCorrelation().correlation(mine, its);
    }

    private static int[] range(int from, int to) {
        return java.util.stream.IntStream.range(from, to).toArray();
    }

    @Test
    void itIsPearsonsOverTheLast60Returns() {
        double[][] prices = prices(200);
        BenchmarkCorrelation it = new BenchmarkCorrelation();
        for (int i = 0; i < 200; i++) {
            it.symbolClosed(hour(i), prices[0][i], LONGEST);
            assertEquals(i > 60, it.correlation().isPresent());
            it.benchmarkClosed(hour(i), prices[1][i], LONGEST);
            if (i >= 60) {
                assertEquals(
                        pearson(prices, range(i - 60, i + 1)),
                        it.correlation().orElseThrow(),
                        1e-9);
            }
        }
    }

    /// The symbol rests every night: its benchmark's return over the night is one return too.
    @Test
    void whereOneDoesNotTradeBothReturnsSpanTheSameStretch() {
        double[][] prices = prices(400);
        BenchmarkCorrelation it = new BenchmarkCorrelation();
        java.util.List<Integer> open = new java.util.ArrayList<>();
        for (int i = 0; i < 400; i++) {
            it.benchmarkClosed(hour(i), prices[1][i], LONGEST);
            if (i % 24 >= 14 && i % 24 < 21) {
                it.symbolClosed(hour(i), prices[0][i], LONGEST);
                open.add(i);
            }
        }
        int[] last =
                open.subList(open.size() - 61, open.size()).stream().mapToInt(i -> i).toArray();
        assertEquals(pearson(prices, last), it.correlation().orElseThrow(), 1e-9);
    }

    @Test
    void theOrderOfTheTwoSeriesDoesNotMatter() throws IOException {
        double[][] prices = prices(150);
        BenchmarkCorrelation together = new BenchmarkCorrelation();
        BenchmarkCorrelation late = new BenchmarkCorrelation();
        for (int i = 0; i < 150; i++) {
            together.benchmarkClosed(hour(i), prices[1][i], LONGEST);
            together.symbolClosed(hour(i), prices[0][i], LONGEST);
            late.benchmarkClosed(hour(i), prices[1][i], LONGEST);
            if (i % 30 == 29) {
                for (int j = i - 29; j <= i; j++) {
                    late.symbolClosed(hour(j), prices[0][j], LONGEST);
                }
            }
        }
        assertEquals(together.correlation(), late.correlation());
        assertArrayEquals(bytes(together), bytes(late));
    }

    @Test
    void withoutBenchmarkOrMovementThereIsNone() {
        BenchmarkCorrelation alone = new BenchmarkCorrelation();
        BenchmarkCorrelation still = new BenchmarkCorrelation();
        BenchmarkCorrelation absurd = new BenchmarkCorrelation();
        for (int i = 0; i < 300; i++) {
            alone.symbolClosed(hour(i), 100 + i % 3, LONGEST);
            still.symbolClosed(hour(i), 100 + i % 3, LONGEST);
            still.benchmarkClosed(hour(i), 0.1, LONGEST);
            absurd.symbolClosed(hour(i), i % 2 == 0 ? Double.MIN_VALUE : Double.MAX_VALUE, LONGEST);
            absurd.benchmarkClosed(hour(i), i % 2 == 0 ? 1e-300 : 1e300, LONGEST);
            absurd.symbolClosed(hour(i).plusSeconds(1), -1, LONGEST);
        }
        assertEquals(OptionalDouble.empty(), alone.correlation());
        assertEquals(OptionalDouble.empty(), still.correlation());
        assertEquals(1, absurd.correlation().orElseThrow(), 1e-12);
    }

    @Test
    void aCorrelationWrittenAndReadBackGoesOnAlike() throws IOException {
        double[][] prices = prices(200);
        BenchmarkCorrelation whole = new BenchmarkCorrelation();
        BenchmarkCorrelation broken = new BenchmarkCorrelation();
        for (int i = 0; i < 200; i++) {
            broken = BenchmarkCorrelation.read(in(bytes(broken)));
            for (BenchmarkCorrelation it : new BenchmarkCorrelation[] {whole, broken}) {
                it.symbolClosed(hour(i), prices[0][i], LONGEST);
                if (i % 5 != 0) {
                    it.benchmarkClosed(hour(i), prices[1][i], LONGEST);
                }
            }
            assertArrayEquals(bytes(whole), bytes(broken));
            assertEquals(whole.correlation(), broken.correlation());
        }
        assertTrue(whole.correlation().isPresent());
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(BenchmarkCorrelation it) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        it.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Test
    void itSaysWhenTheTwoClosedTogetherLast() {
        BenchmarkCorrelation correlation = new BenchmarkCorrelation();
        Instant first = Instant.parse("2026-01-05T10:00:00Z");
        assertEquals(Optional.empty(), correlation.lastPair());

        correlation.symbolClosed(first, 100, LONGEST);
        correlation.benchmarkClosed(first, 50, LONGEST);
        correlation.symbolClosed(first.plusSeconds(3_600), 101, LONGEST);

        assertEquals(Optional.of(first), correlation.lastPair());
    }
}
