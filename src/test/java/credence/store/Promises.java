package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.BeliefReset;
import credence.service.port.BatchSummary;
import credence.service.port.StoredFacts;
import credence.service.port.WorkspaceStore;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a worker on one workspace has said it did in life after life, held against what is there after each death.
///
/// Death may come between a deed and its word, so each life may leave one deed that was not said. What is seen once
/// must stay: the next life cannot know that nobody was told.
final class Promises {

    private final Set<Long> batches = new HashSet<>();
    private final Set<Long> withdrawn = new HashSet<>();
    private final Set<Long> resets = new HashSet<>();
    private final Set<Long> undoneResets = new HashSet<>();
    private final Set<String> archived = new HashSet<>();
    private long setting;
    private long audit;

    /// What is there.
    ///
    /// @param resets those not undone
    record Held(
            Set<Long> batches, Set<Long> withdrawn, Set<Long> resets, long setting, long audit) {

        static Held of(WorkspaceStore workspace) {
            StoredFacts facts = workspace.facts().load();
            Set<Long> batches = new HashSet<>();
            for (BatchSummary batch : workspace.facts().batches()) {
                batches.add(batch.batch());
            }
            Set<Long> resets = new HashSet<>();
            for (BeliefReset reset : facts.resets()) {
                resets.add(reset.id());
            }
            return new Held(
                    batches,
                    new HashSet<>(facts.withdrawn()),
                    resets,
                    StoreWorker.setting(workspace),
                    StoreWorker.audited(workspace, "work").size());
        }
    }

    /// Looks at what a life has left.
    ///
    /// @param lines what the worker said in it
    /// @param when for the message
    void hold(List<String> lines, Held held, String when) {
        lines.forEach(line -> note(line.split(" ")));
        String all = when + ", said " + lines + ", there " + held;
        int unsaid = more(batches, held.batches(), "batch lost " + all);
        unsaid += more(withdrawn, held.withdrawn(), "undo lost " + all);
        assertTrue(Collections.disjoint(undoneResets, held.resets()), "undone reset back " + all);
        Set<Long> gone = new HashSet<>(resets);
        gone.removeAll(held.resets());
        gone.removeAll(undoneResets);
        unsaid += gone.size();
        undoneResets.addAll(gone);
        for (long id : held.resets()) {
            unsaid += resets.add(id) ? 1 : 0;
        }
        unsaid += more(setting, held.setting(), "setting lost " + all);
        setting = held.setting();
        unsaid += more(audit, held.audit(), "audit entry lost " + all);
        audit = held.audit();
        assertTrue(unsaid <= 1, unsaid + " differences between deeds and words " + all);
        Set<Long> last = new HashSet<>(lastResetOf(lines));
        assertTrue(last.containsAll(gone), "reset lost " + all);
    }

    /// A worker undoes only a reset of its own, the last: no other may be gone without a word.
    private static Set<Long> lastResetOf(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> line.startsWith("reset "))
                .limit(1)
                .map(line -> Long.valueOf(line.substring("reset ".length())))
                .collect(Collectors.toSet());
    }

    Set<String> archived() {
        return Collections.unmodifiableSet(archived);
    }

    private void note(String[] words) {
        switch (words[0]) {
            case "batch" -> batches.add(Long.valueOf(words[1]));
            case "undo" -> withdrawn.add(Long.valueOf(words[1]));
            case "setting" -> {
                assertEquals(setting + 1, Long.parseLong(words[1]));
                setting++;
            }
            case "audit" -> {
                assertEquals(audit + 1, Long.parseLong(words[1]));
                audit++;
            }
            case "reset" -> resets.add(Long.valueOf(words[1]));
            case "undo-reset" -> undoneResets.add(Long.valueOf(words[1]));
            case "archive" -> archived.add(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /// How many are there that were not said; they count as said from now on.
    private static int more(Set<Long> said, Set<Long> there, String message) {
        assertTrue(there.containsAll(said), message);
        int more = there.size() - said.size();
        said.addAll(there);
        return more;
    }

    private static int more(long said, long there, String message) {
        assertTrue(there >= said, message);
        return Math.toIntExact(there - said);
    }
}
