package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.Outcome;
import credence.core.ledger.OpenLot;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Learning that goes on while the rows are still being stored, on a thread of its own. It can be given up.
final class FoldAhead {

    private final FutureTask<Desk.Folding> task;
    private volatile boolean givenUp;

    /// @param fold folds, telling an observer
    FoldAhead(Function<BrainObserver, Desk.Folding> fold) {
        task = new FutureTask<>(() -> fold.apply(new Stop()));
        Thread.ofPlatform().name("credence-fold").daemon(true).start(task);
    }

    /// The rows are not kept after all: there is nothing to learn from.
    void giveUp() {
        givenUp = true;
    }

    Desk.Folding finished() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException _) {
                    // The rows are kept already: the beliefs must follow.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("learning failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Stop implements BrainObserver {

        @Override
        public void lotOpened(OpenLot lot) {
            check();
        }

        @Override
        public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
            check();
        }

        private void check() {
            if (givenUp) {
                throw new CancellationException("the import was given up");
            }
        }
    }
}
