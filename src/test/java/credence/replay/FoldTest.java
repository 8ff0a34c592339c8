package credence.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.BeliefReset;
import credence.core.fact.Fact;
import credence.core.fact.TimeMark;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.testkit.GeneratedJournal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

class FoldTest {

    private static final Configuration PLAIN = Configuration.DEFAULT;

    private static BrainState fold(Replay replay, Instant until) {
        return replay.foldAsOf(PLAIN, until, Optional.empty(), BrainObserver.NONE).state();
    }

    private static BrainState goOn(Replay replay, Instant from, Instant until) {
        Replay.Folded first = replay.foldAsOf(PLAIN, from, Optional.empty(), BrainObserver.NONE);
        assertTrue(replay.isSeam(first.facts()) || first.facts() == 0);
        BrainState kept = BrainState.decode(first.state().encode(), PLAIN);
        assertEquals(first.state().hash(), kept.hash());
        assertEquals(TrustBoard.of(first.state()), TrustBoard.of(kept));
        return replay.foldAsOf(
                        PLAIN,
                        until,
                        Optional.of(new Replay.Start(kept, first.facts())),
                        BrainObserver.NONE)
                .state();
    }

    /// A history with a person's acts and a live session's marks among the facts.
    private static List<Fact> facts(long seed, int entries, int days) {
        GeneratedJournal journal = GeneratedJournal.of(seed, entries, days);
        List<Fact> facts = new ArrayList<>(journal.facts());
        Instant middle = GeneratedJournal.START.plus(Duration.ofDays(days / 2));
        facts.add(new BeliefReset(1, middle, Optional.of(new BotId("bot 2")), "new rules"));
        facts.add(new BeliefReset(2, middle.plusSeconds(7), Optional.empty(), "all"));
        facts.add(new TimeMark(middle.plusSeconds(900)));
        facts.add(new TimeMark(journal.end().plus(Duration.ofDays(9))));
        return facts;
    }

    @Test
    void aStateKeptAtAnyInstantAndRestoredGoesOnAsIfNothingHadHappened() {
        for (long seed = 1; seed <= 3; seed++) {
            Replay replay = new Replay(facts(seed, 60, 12));
            Instant end = replay.until().orElseThrow();
            BrainState whole = fold(replay, end);
            TreeSet<Instant> instants = new TreeSet<>();
            replay.inOrder().forEach(f -> instants.add(f.order().knownAt()));
            assertTrue(instants.size() > 100);
            for (Instant cut : instants) {
                BrainState state = goOn(replay, cut, end);
                assertArrayEquals(whole.encode(), state.encode(), "cut at " + cut);
                assertEquals(whole.hash(), state.hash());
                assertEquals(TrustBoard.of(whole), TrustBoard.of(state));
            }
        }
    }

    @Test
    void cutsOfALongHistoryAgreeToo() {
        Replay replay = new Replay(facts(4, 1_500, 90));
        Instant end = replay.until().orElseThrow();
        BrainState whole = fold(replay, end);
        DrawSequence draws = Draws.of(4, "cuts").inOrder();
        for (int i = 0; i < 15; i++) {
            Instant cut = replay.inOrder().get(draws.below(replay.size())).order().knownAt();
            BrainState state = goOn(replay, cut, end);
            assertEquals(whole.hash(), state.hash(), "cut at " + cut);
            assertEquals(TrustBoard.of(whole), TrustBoard.of(state));
            assertEquals(whole.history(), state.history());
        }
    }

    @Test
    void theOrderInWhichFactsAreHandedOverDoesNotMatter() {
        List<Fact> facts = facts(5, 400, 40);
        String expected = new Replay(facts).fold(PLAIN, BrainObserver.NONE).state().hash();
        DrawSequence draws = Draws.of(5, "shuffles").inOrder();
        for (int round = 0; round < 8; round++) {
            List<Fact> shuffled = new ArrayList<>(facts);
            for (int i = shuffled.size() - 1; i > 0; i--) {
                Collections.swap(shuffled, i, draws.below(i + 1));
            }
            assertEquals(
                    expected, new Replay(shuffled).fold(PLAIN, BrainObserver.NONE).state().hash());
        }
    }

    /// No look-ahead: the state as of a moment is that of the facts known then, to the last bit.
    @Test
    void deletingAllLaterFactsReproducesTheStateAsOfAnyMoment() {
        for (long seed = 6; seed <= 8; seed++) {
            List<Fact> facts = facts(seed, 300, 40);
            Replay replay = new Replay(facts);
            DrawSequence draws = Draws.of(seed, "moments").inOrder();
            for (int i = 0; i < 25; i++) {
                Instant moment =
                        draws.happens(0.5)
                                ? replay.inOrder().get(draws.below(replay.size())).order().knownAt()
                                : GeneratedJournal.START.plusSeconds(draws.below(60 * 86_400));
                List<Fact> known =
                        facts.stream().filter(f -> !f.order().knownAt().isAfter(moment)).toList();
                BrainState then = fold(new Replay(known), moment);
                BrainState asOf = fold(replay, moment);
                assertEquals(then.hash(), asOf.hash());
                assertEquals(TrustBoard.of(then), TrustBoard.of(asOf));
            }
        }
    }

    @Test
    void askingAsOfDifferentMomentsGivesDifferentStates() {
        Replay replay = new Replay(facts(9, 300, 40));
        Instant noon = GeneratedJournal.START.plus(Duration.ofDays(20)).plusSeconds(43_200);
        assertNotEquals(
                fold(replay, noon).hash(), fold(replay, noon.plus(Duration.ofDays(1))).hash());
    }

    @Test
    void timeMarksThatCrossNoFactChangeNothingButTheMoment() {
        List<Fact> facts = facts(10, 200, 30);
        Instant end = new Replay(facts).until().orElseThrow();
        BrainState without = fold(new Replay(facts), end);
        List<Fact> marked = new ArrayList<>(facts);
        for (int i = 0; i < 700; i++) {
            marked.add(new TimeMark(GeneratedJournal.START.plusSeconds(3_601L * i)));
        }
        BrainState with = fold(new Replay(marked), end);
        assertEquals(without.hash(), with.hash());
        assertEquals(TrustBoard.of(without), TrustBoard.of(with));
    }

    @Test
    void theHashCoversTheConfiguration() {
        Replay replay = new Replay(facts(11, 50, 10));
        Configuration dearer =
                new Configuration(
                        PLAIN.belief(),
                        7,
                        PLAIN.weightBase(),
                        PLAIN.matching(),
                        PLAIN.seed(),
                        PLAIN.symbolAliases(),
                        PLAIN.botNames(),
                        PLAIN.multipliers(),
                        PLAIN.sources());
        assertNotEquals(
                replay.fold(PLAIN, BrainObserver.NONE).state().hash(),
                replay.fold(dearer, BrainObserver.NONE).state().hash());
    }
}
