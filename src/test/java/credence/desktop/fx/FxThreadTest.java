package credence.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class FxThreadTest {

    private final FxThread fx = new FxThread();

    @Test
    void actionsRunOnTheFxThreadInTheOrderGivenEvenWhenOneFails() throws InterruptedException {
        OnFx.run(() -> {});
        List<Integer> seen = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        OnFx.run(
                () ->
                        Thread.currentThread()
                                .setUncaughtExceptionHandler(
                                        (thread, failure) -> failures.add(failure)));
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < 1000; i++) {
            int number = i;
            fx.execute(
                    () -> {
                        assertTrue(fx.isCurrent());
                        seen.add(number);
                        if (number == 500) {
                            throw new IllegalStateException("one fails");
                        }
                    });
        }
        fx.execute(done::countDown);
        assertTrue(done.await(20, TimeUnit.SECONDS));
        OnFx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertEquals(IntStream.range(0, 1000).boxed().toList(), seen);
        assertEquals(1, failures.size());
    }
}
