package credence.core.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

class RankedPastTest {

    @Test
    void aRankIsTheShareOfSmallerEarlierValuesAndHalfTheEqualOnes() {
        RankedPast past = new RankedPast(4);
        for (double value : new double[] {3, 1, 4, 1}) {
            assertEquals(OptionalDouble.empty(), past.add(value));
        }
        // 1, 1, 3, 4: both ones equal.
        assertEquals(OptionalDouble.of(0.25), past.add(1));
        // 1, 1, 1, 3, 4
        assertEquals(OptionalDouble.of(0.6), past.add(2));
        assertEquals(OptionalDouble.of(1), past.add(9));
        assertEquals(OptionalDouble.of(0), past.add(-9));
    }

    @Test
    void everyRankAgreesWithCounting() {
        for (long seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RankedPast past = new RankedPast(200);
            double[] values = new double[5000];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        switch ((int) seed % 6) {
                            case 0 -> i;
                            case 1 -> -i;
                            case 2 -> random.nextInt(3);
                            case 3 -> 7;
                            case 4 -> Math.pow(10, random.nextDouble(-12, 12));
                            default -> random.nextInt(2) == 0 ? 0.0 : -0.0;
                        };
                OptionalDouble rank = past.add(values[i]);
                assertEquals(counted(values, i), rank, "value " + i + " of seed " + seed);
            }
        }
    }

    @Test
    void writtenAndReadItGoesOnWithTheSameBits() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        RankedPast past = new RankedPast(60);
        for (int i = 0; i < 3000; i++) {
            past.add(random.nextInt(500));
        }
        byte[] written = bytes(past);
        RankedPast again =
                RankedPast.read(new DataInputStream(new ByteArrayInputStream(written)), 60);
        assertArrayEquals(written, bytes(again));
        for (int i = 0; i < 3000; i++) {
            double value = random.nextInt(500);
            assertEquals(past.add(value), again.add(value));
        }
        assertArrayEquals(bytes(past), bytes(again));
    }

    private static byte[] bytes(RankedPast past) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        past.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static OptionalDouble counted(double[] values, int i) {
        if (i < 200) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int k = 0; k < i; k++) {
            sum += values[k] < values[i] ? 1 : values[k] == values[i] ? 0.5 : 0;
        }
        return OptionalDouble.of(sum / i);
    }
}
