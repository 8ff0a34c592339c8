package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class HoldingTimesTest {

    private static byte[] bytes(HoldingTimes times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        times.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static HoldingTimes read(byte[] bytes) throws IOException {
        HoldingTimes times = new HoldingTimes();
        times.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        return times;
    }

    @Test
    void theMedianOfAnEvenCountIsTheMeanOfTheMiddleTwo() {
        HoldingTimes times = new HoldingTimes();
        assertEquals(0, times.median());
        times.add(Duration.ofSeconds(30));
        assertEquals(30, times.median());
        times.add(Duration.ofSeconds(10));
        assertEquals(20, times.median());
        times.add(Duration.ofSeconds(100));
        assertEquals(30, times.median());
        times.add(Duration.ofDays(40_000));
        assertEquals(65, times.median());
        assertEquals(4, times.count());
    }

    @Test
    void theMedianIsThatOfTheSortedListAtEveryStepAndAfterBeingReadBack() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            DrawSequence draws = Draws.of(seed, "holds").inOrder();
            List<Integer> sorted = new ArrayList<>();
            HoldingTimes times = new HoldingTimes();
            for (int i = 0; i < 400; i++) {
                int seconds = draws.below(seed % 2 == 0 ? 12 : 100_000);
                sorted.add(seconds);
                Collections.sort(sorted);
                times.add(Duration.ofSeconds(seconds));
                double lower = sorted.get((sorted.size() - 1) / 2);
                double upper = sorted.get(sorted.size() / 2);
                assertEquals((lower + upper) / 2, times.median(), "seed " + seed + " step " + i);
                if (i % 37 == 0) {
                    HoldingTimes back = read(bytes(times));
                    assertArrayEquals(bytes(times), bytes(back));
                    times = back;
                }
            }
        }
    }
}
