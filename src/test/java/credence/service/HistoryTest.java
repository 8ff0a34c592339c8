package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.BeliefPoint;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Status;
import credence.service.port.Progress;
import credence.testkit.GeneratedJournal;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The history of a belief, the list of trades and the board tell one story.
class HistoryTest {

    private final RowFiles files = new RowFiles();
    private final MemoryStore store = new MemoryStore();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final GeneratedJournal journal = GeneratedJournal.of(81, 300, 40);
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(store, files, clock);
        files.bring(workspace, journal.rows());
    }

    private TrustBoard board() {
        return workspace.beliefs().trust(Optional.empty());
    }

    private BotTrust row(BotId bot, Optional<Instant> asOf) {
        return workspace.beliefs().trust(asOf).bots().stream()
                .filter(b -> b.bot().equals(bot))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyPointOfTheHistoryIsWhatTheBoardSaidThen() {
        for (BotTrust bot : board().bots()) {
            List<BeliefPoint> points =
                    workspace
                            .beliefs()
                            .history(bot.bot(), Optional.empty(), Progress.NONE)
                            .points();
            assertEquals(bot.outcomes(), points.size());
            int compared = 0;
            for (int i = 0; i < points.size(); i += 7) {
                BeliefPoint p = points.get(i);
                boolean lastOfItsInstant =
                        i + 1 == points.size() || points.get(i + 1).time().isAfter(p.time());
                boolean midnight = p.time().getEpochSecond() % 86_400 == 0;
                if (!lastOfItsInstant || midnight) {
                    // At midnight the prior of the new day applies already.
                    continue;
                }
                BotTrust then = row(bot.bot(), Optional.of(p.time()));
                assertEquals(p.index(), then.outcomes());
                assertEquals(p.accuracy(), then.accuracy());
                assertEquals(p.accuracyHalf(), then.accuracyHalf());
                assertEquals(p.confidence(), then.confidence().orElse(-1));
                if (then.probabilityOfEdge().status() != Status.NOT_READY) {
                    assertEquals(p.edge(), then.expectancyR());
                    assertEquals(p.probabilityOfEdge(), then.probabilityOfEdge());
                }
                compared++;
            }
            assertTrue(points.isEmpty() || compared > 0, bot.bot()::name);
        }
    }

    @Test
    void pointsFollowOneAnother() {
        for (BotTrust bot : board().bots()) {
            Instant last = Instant.MIN;
            int index = 0;
            for (BeliefPoint p :
                    workspace
                            .beliefs()
                            .history(bot.bot(), Optional.empty(), Progress.NONE)
                            .points()) {
                assertTrue(!p.time().isBefore(last));
                assertEquals(++index, p.index());
                assertTrue(!p.opened().isAfter(p.time()));
                assertTrue(p.likelihood() > 0 && p.likelihood() < 1);
                last = p.time();
            }
        }
    }

    @Test
    void theTradesOfTheListAddUpToTheBoard() {
        Map<String, BigDecimal> net = new HashMap<>();
        Map<String, Integer> closed = new HashMap<>();
        Map<String, Integer> wins = new HashMap<>();
        for (TradeView t : workspace.beliefs().trades(TradeQuery.ALL)) {
            if (!t.open() && !t.unmatched()) {
                net.merge(t.bot(), t.netPnl(), BigDecimal::add);
                closed.merge(t.bot(), 1, Integer::sum);
                wins.merge(t.bot(), t.netPnl().signum() > 0 ? 1 : 0, Integer::sum);
            }
        }
        for (BotTrust bot : board().bots()) {
            String name = bot.bot().name();
            assertEquals(closed.getOrDefault(name, 0), bot.trades(), name);
            assertEquals(wins.getOrDefault(name, 0), bot.wins(), name);
            assertEquals(
                    0,
                    net.getOrDefault(name, BigDecimal.ZERO)
                            .compareTo(
                                    bot.netPnl().getOrDefault(CurrencyCode.USD, BigDecimal.ZERO)),
                    name);
        }
    }

    @Test
    void aResetStartsFromThePriorAndItsUndoBringsEverythingBack() {
        TrustBoard before = board();
        String hash = workspace.beliefs().stateHash(Optional.empty());
        BotId bot = new BotId("bot 2");
        long act = workspace.acts().reset(Optional.of(bot), "new rules");
        assertEquals(Status.NO_DATA, row(bot, Optional.empty()).accuracy().status());
        assertEquals(
                row(bot, Optional.of(journal.end())).accuracy(),
                before.bots().stream()
                        .filter(b -> b.bot().equals(bot))
                        .findFirst()
                        .orElseThrow()
                        .accuracy(),
                "what was believed before it is not touched");
        workspace.acts().undoReset(act);
        assertEquals(hash, workspace.beliefs().stateHash(Optional.of(before.asOf())), "as of then");
        assertTrue(workspace.health().verify(Progress.NONE).equal());
    }

    /// Facts may be ahead of the clock (a wrong zone, a replay): the reset must still come after all that is known.
    @Test
    void aResetCountsForEverythingKnownEvenWhereFactsAreAheadOfTheClock() {
        now = GeneratedJournal.START;
        workspace.acts().reset(Optional.empty(), "start over");
        for (BotTrust bot : board().bots()) {
            assertEquals(Status.NO_DATA, bot.accuracy().status(), bot.bot().name());
        }
    }
}
