package credence.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class BackgroundTasksTest {

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks(fx::add, 2);
    private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void workIsDoneElsewhereAndDeliveredThroughTheFxThread() throws InterruptedException {
        Thread here = Thread.currentThread();
        tasks.run(() -> Thread.currentThread() != here, seen::add, seen::add);
        assertTrue(seen.isEmpty());
        deliver();
        assertEquals(true, seen.poll());
    }

    @Test
    void failuresAreDeliveredAsFailures() throws InterruptedException {
        tasks.run(
                () -> {
                    throw new IllegalStateException("broken");
                },
                seen::add,
                seen::add);
        deliver();
        assertInstanceOf(IllegalStateException.class, seen.poll());
    }

    @Test
    void cancelledWorkIsInterruptedAndDeliversNothing() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Tasks.Running running =
                tasks.run(
                        () -> {
                            started.countDown();
                            try {
                                Thread.sleep(60_000);
                            } catch (InterruptedException stopped) {
                                interrupted.countDown();
                                throw stopped;
                            }
                            return "done";
                        },
                        seen::add,
                        seen::add);
        assertTrue(started.await(20, TimeUnit.SECONDS));
        running.cancel();
        assertTrue(interrupted.await(20, TimeUnit.SECONDS));
        Runnable delivery = fx.poll(20, TimeUnit.SECONDS);
        if (delivery != null) {
            delivery.run();
        }
        assertTrue(seen.isEmpty(), seen::toString);
    }

    @Test
    void aFloodOfRequestsIsComputedAFewTimesAndEndsWithTheLast() throws InterruptedException {
        AtomicInteger computed = new AtomicInteger();
        Tasks.Lane<Integer> lane = tasks.lane(seen::add, seen::add);
        lane.showing(true);
        for (int i = 1; i <= 10_000; i++) {
            int number = i;
            lane.request(
                    () -> {
                        computed.incrementAndGet();
                        return number;
                    });
        }
        Object last = null;
        while (!Integer.valueOf(10_000).equals(last)) {
            deliver();
            last = seen.isEmpty() ? last : seen.poll();
        }
        assertTrue(computed.get() < 100, () -> "computed " + computed);
        assertFalse(fx.iterator().hasNext());
    }

    private void deliver() throws InterruptedException {
        Runnable delivery = fx.poll(20, TimeUnit.SECONDS);
        assertTrue(delivery != null, "nothing was delivered");
        delivery.run();
    }
}
