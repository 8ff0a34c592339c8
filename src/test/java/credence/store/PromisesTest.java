package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.random.Draws;
import credence.store.Promises.Held;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The judge of the kill test, judged: the same worker dies over and over in memory, where nothing is ever lost, or
/// exactly one thing.
class PromisesTest {

    private static final int SEEDS = 300;
    private static final int LIVES = 8;
    private static final int LONGEST_LIFE = 25;

    /// Death.
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final MemoryStore store = new MemoryStore();

    /// @param deathBeforeWord whether death comes between the last deed and its word
    private List<String> live(long seed, int deeds, boolean deathBeforeWord) throws IOException {
        List<String> said = new ArrayList<>();
        StoreWorker worker =
                new StoreWorker(
                        store,
                        seed,
                        3,
                        word -> {
                            if (said.size() == deeds - 1 && deathBeforeWord) {
                                throw new Killed();
                            }
                            said.add(word);
                        });
        try {
            while (said.size() < deeds) {
                worker.work();
            }
        } catch (Killed _) {
            assertTrue(deathBeforeWord);
        }
        return said;
    }

    @Test
    void aStoreThatLosesNothingIsNeverAccused() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            PromisesTest one = new PromisesTest();
            Draws draws = Draws.of(seed, "lives");
            Promises promises = new Promises();
            for (int life = 0; life < LIVES; life++) {
                List<String> said =
                        one.live(
                                seed * 1_000 + life,
                                1 + draws.below(LONGEST_LIFE, 2L * life),
                                draws.below(2, 2L * life + 1) == 0);
                promises.hold(said, Held.of(one.store), "seed " + seed + ", life " + life);
            }
        }
    }

    @Test
    void aStoreThatLosesOneAcknowledgedThingIsAccused() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            PromisesTest one = new PromisesTest();
            Draws draws = Draws.of(seed, "lives of a liar");
            Promises promises = new Promises();
            List<String> before = one.live(seed * 1_000, 1 + draws.below(LONGEST_LIFE, 0), false);
            promises.hold(before, Held.of(one.store), "seed " + seed);
            List<String> said = one.live(seed * 1_000 + 1, 1 + draws.below(LONGEST_LIFE, 1), false);
            List<String> all = new ArrayList<>(before);
            all.addAll(said);
            String lost = all.get(draws.below(all.size(), 2));
            Held held = Held.of(one.store);
            if (lost.startsWith("archive") || undone(lost, held) || openReset(lost, said)) {
                continue;
            }
            kinds.add(lost.split(" ")[0]);
            Held less = without(lost, held);
            assertThrows(
                    AssertionError.class,
                    () -> promises.hold(said, less, "seed"),
                    "seed " + seed + ": nobody missed " + lost);
        }
        assertEquals(Set.of("batch", "undo", "setting", "audit", "reset", "undo-reset"), kinds);
    }

    @Test
    void twoThingsDoneWithoutAWordAreOneTooMany() throws IOException {
        Promises promises = new Promises();
        promises.hold(live(1, 20, false), Held.of(store), "first life");
        Held held = Held.of(store);
        Held more =
                new Held(
                        held.batches(),
                        held.withdrawn(),
                        held.resets(),
                        held.setting() + 1,
                        held.audit() + 1);
        assertThrows(AssertionError.class, () -> promises.hold(List.of(), more, "second life"));
    }

    @Test
    void whatWasUndoneWithoutAWordStaysUndone() {
        Promises promises = new Promises();
        Held with = new Held(Set.of(), Set.of(), Set.of(1L), 0, 0);
        Held undone = new Held(Set.of(), Set.of(), Set.of(), 0, 0);
        Held next = new Held(Set.of(), Set.of(), Set.of(2L), 0, 0);
        promises.hold(List.of("reset 1"), undone, "killed before the word undo-reset 1");
        promises.hold(List.of("reset 2"), next, "the next reset is the last, and 1 still gone");
        assertThrows(AssertionError.class, () -> promises.hold(List.of(), with, "1 came back"));
    }

    private static boolean undone(String said, Held held) {
        return said.startsWith("reset ") && !held.resets().contains(number(said));
    }

    /// Losing the last reset of a life looks like an undo of it that was not said.
    private static boolean openReset(String lost, List<String> said) {
        return lost.startsWith("reset ") && said.contains(lost);
    }

    private static long number(String said) {
        return Long.parseLong(said.substring(said.indexOf(' ') + 1));
    }

    private static Held without(String lost, Held held) {
        Set<Long> batches = new HashSet<>(held.batches());
        Set<Long> withdrawn = new HashSet<>(held.withdrawn());
        Set<Long> resets = new HashSet<>(held.resets());
        long n = number(lost);
        switch (lost.split(" ")[0]) {
            case "batch" -> batches.remove(n);
            case "undo" -> withdrawn.remove(n);
            case "reset" -> resets.remove(n);
            case "undo-reset" -> resets.add(n);
            default -> {
                // A count: the last one is missing.
            }
        }
        return new Held(
                batches,
                withdrawn,
                resets,
                held.setting() - (lost.startsWith("setting") ? 1 : 0),
                held.audit() - (lost.startsWith("audit") ? 1 : 0));
    }
}
