package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.ServiceException;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class JobsTest {

    private final DeskRig rig = new DeskRig(new FakeDesks(false));

    @Test
    void howFarATaskIsCanBeSeenWhileItRuns() {
        List<Job.Reading> seen = new ArrayList<>();
        var unused =
                rig.jobs.start(
                        "Reading 2 files",
                        job -> {
                            job.update("Reading", 1, 2);
                            seen.addAll(rig.jobs.readings().get());
                            return "done";
                        },
                        _ -> {},
                        _ -> {});

        assertEquals("Reading", seen.getFirst().phase());
        assertEquals(0.5, seen.getFirst().share());
        assertTrue(rig.jobs.readings().get().isEmpty());
    }

    @Test
    void aStoppedTaskSaysThatNothingWasChanged() {
        var unused =
                rig.jobs.start(
                        "Importing",
                        job -> {
                            job.cancel();
                            job.checkCancelled();
                            return "never";
                        },
                        _ -> {},
                        _ -> {});

        assertEquals("Stopped: Importing. Nothing was changed.", rig.told());
    }

    @Test
    void aTaskThatMustEndDoesNotHearTheWishToStop() {
        boolean[] cancelled = {true};
        var unused =
                rig.jobs.startWhole(
                        "Undoing",
                        job -> {
                            rig.jobs.cancelAll();
                            cancelled[0] = job.cancelled();
                            return "";
                        },
                        _ -> {},
                        _ -> {});

        assertEquals(false, cancelled[0]);
    }

    @Test
    void aFailureInWordsIsToldAndAnUnforeseenOneIsHandedOn() {
        var _ =
                rig.jobs.start(
                        "A",
                        job -> {
                            throw new ServiceException("The disk is full.");
                        },
                        _ -> {},
                        _ -> {});
        assertEquals("The disk is full.", rig.told());
        assertTrue(rig.unexpected.isEmpty());

        var _ =
                rig.jobs.start(
                        "B",
                        job -> {
                            throw new IllegalStateException("a bug");
                        },
                        _ -> {},
                        _ -> {});
        assertEquals("a bug", rig.unexpected.getFirst().getMessage());
    }
}
