package credence.service;

import static credence.service.TradeRows.closed;
import static credence.service.TradeRows.hour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.Status;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A reset comes after all that is known, whatever the clock says.
class ResetTimeTest {

    private final RowFiles files = new RowFiles();
    private final MemoryStore store = new MemoryStore();
    private Instant now = hour(20);
    private final InstantSource clock = () -> now;
    private final Workspace workspace = Workspace.open(store, files, clock);

    private Status accuracy() {
        return workspace.beliefs().trust(Optional.empty()).bots().getFirst().accuracy().status();
    }

    private void resetAt(Instant moment) {
        files.bring(workspace, List.of(closed("1", 20, "110")));
        assertEquals(Status.OK, accuracy());
        now = moment;
        long act = workspace.acts().reset(Optional.empty(), "new rules");
        assertEquals(Status.NO_DATA, accuracy());
        assertEquals(
                Status.OK,
                workspace
                        .beliefs()
                        .trust(Optional.of(hour(20)))
                        .bots()
                        .getFirst()
                        .accuracy()
                        .status(),
                "what was believed at the closing is not touched");
        assertTrue(workspace.health().verify(Progress.NONE).equal());
        assertTrue(workspace.health().verify(Optional.of(hour(20)), Progress.NONE).equal());
        workspace.acts().undoReset(act);
        assertEquals(Status.OK, accuracy());
    }

    @Test
    void inTheVeryInstantOfTheLastClosing() {
        resetAt(hour(20));
    }

    @Test
    void beforeTheLastClosing() {
        resetAt(hour(2));
    }

    @Test
    void afterTheLastClosing() {
        resetAt(hour(21));
    }

    @Test
    void markingTheTimeNeverGoesAheadOfTheClock() {
        files.bring(workspace, List.of(closed("1", 20, "110")));
        now = hour(2);
        workspace.acts().markTime();
        workspace.acts().markTime();
        assertEquals(hour(20), workspace.beliefs().trust(Optional.empty()).asOf());
    }
}
