package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.value.BotId;
import credence.service.DeskState;
import credence.testkit.DeskRig;
import credence.testkit.FakeDesks;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class SessionTest {

    @Test
    void theSampleOpensFirstAndMakesWayForTheOwnWorkspace() {
        DeskRig rig = new DeskRig(new FakeDesks(true));
        rig.session.openFirst();
        assertTrue(rig.session.sample());

        boolean[] went = {false};
        rig.session.openOwn(() -> went[0] = true);

        assertTrue(went[0]);
        assertFalse(rig.session.sample());
        assertTrue(rig.desks.sample.closed());
        assertFalse(rig.desks.own.closed());
    }

    @Test
    void anOwnWorkspaceThatIsOpenIsNotOpenedAgain() {
        DeskRig rig = DeskRig.withBots("a");
        OpenDesk before = rig.session.open().get();

        rig.session.openOwn(() -> {});

        assertSame(before, rig.session.open().get());
    }

    @Test
    void aWorkspaceThatCannotBeOpenedSaysWhy() {
        DeskRig rig = new DeskRig(new FakeDesks(false));
        rig.desks.breakDown();

        rig.session.openFirst();

        assertNull(rig.session.open().get());
        assertEquals("The workspace is in use by another program.", rig.session.trouble().get());
        assertTrue(rig.unexpected.isEmpty());
    }

    @Test
    void theStateFollowsTheFeed() {
        DeskRig rig = DeskRig.withBots("a");
        DeskState next = new DeskState(7, rig.desks.own.state().board(), "hash7", List.of(), false);

        rig.desks.own.publish(next);

        assertEquals(7, rig.session.open().get().state().version());
    }

    @Test
    void aDeskThatWasLeftIsNoLongerHeard() {
        DeskRig rig = new DeskRig(new FakeDesks(true));
        rig.session.openFirst();
        rig.session.openOwn(() -> {});

        rig.desks.sample.publish(rig.desks.sample.state());

        assertSame(rig.desks.own, rig.session.open().get().desk());
    }

    @Test
    void openingAnotherWorkspaceForgetsTheSelection() {
        DeskRig rig = new DeskRig(new FakeDesks(true));
        rig.session.openFirst();
        rig.session
                .selection()
                .set(new Selection(List.of(new BotId("sample-1")), Span.ALL, Optional.of("ES")));

        rig.session.openOwn(() -> {});

        assertEquals(Selection.EVERYTHING, rig.session.selection().get());
    }

    @Test
    void tradesAreWorkedOutOncePerState() {
        DeskRig rig = DeskRig.withBots("a", "b");
        OpenDesk at = rig.session.open().get();

        assertSame(rig.session.trades(at), rig.session.trades(at));
        assertEquals(List.of("ES", "ETHUSDT"), List.copyOf(rig.session.trades(at).symbols()));
    }
}
