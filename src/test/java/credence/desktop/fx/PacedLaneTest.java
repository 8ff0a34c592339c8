package credence.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class PacedLaneTest {

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final List<Object> shown = new ArrayList<>();
    private final PacedLane<String> lane =
            new PacedLane<>(
                    work::add,
                    Runnable::run,
                    (action, delay) -> later.add(action),
                    Duration.ofDays(1),
                    shown::add,
                    failure -> shown.add(failure.getMessage()));

    @Test
    void aHiddenLaneComputesNothingUntilItShows() {
        lane.request(() -> "a");
        assertEquals(0, work.size());
        lane.showing(true);
        work();
        assertEquals(List.of("a"), shown);
    }

    @Test
    void ofManyRequestsOnlyTheLatestIsComputed() {
        lane.request(() -> "a");
        lane.request(() -> "b");
        lane.request(() -> "c");
        lane.showing(true);
        work();
        assertEquals(List.of("c"), shown);
        assertEquals(0, work.size());
    }

    @Test
    void aResultThatANewerRequestOvertookIsDropped() {
        lane.showing(true);
        lane.request(() -> "old");
        lane.request(() -> "new");
        work();
        assertEquals(List.of(), shown);
    }

    @Test
    void theNextComputationWaitsForThePause() {
        lane.showing(true);
        lane.request(() -> "a");
        work();
        lane.request(() -> "b");
        assertEquals(0, work.size());
        assertEquals(1, later.size());
        assertEquals(List.of("a"), shown);
    }

    @Test
    void aLaneHiddenWhileComputingComputesAgainWhenItShows() {
        lane.showing(true);
        lane.request(() -> "a");
        lane.showing(false);
        work();
        assertEquals(List.of(), shown);
        lane.showing(true);
        assertEquals(1, later.size());
    }

    @Test
    void aClosedLaneDeliversNothing() {
        lane.showing(true);
        lane.request(() -> "a");
        lane.close();
        work();
        assertEquals(List.of(), shown);
    }

    @Test
    void aFailureIsDeliveredAsOne() {
        lane.showing(true);
        lane.request(
                () -> {
                    throw new IllegalStateException("broken");
                });
        work();
        assertEquals(List.of("broken"), shown);
    }

    private void work() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }
}
