package credence.desktop.desk;

import credence.service.port.Progress;

/// One long task under way: what it does, how far it is, and the wish to stop it. Updated by workers, read by anyone.
///
/// Cancelling only asks: the service stops at its next safe place, so that nothing is left half done. The thread is never interrupted,
/// since an interrupted write would close the store's file.
public final class Job implements Progress {

    private static final long NOTICEABLE_NANOS = 50_000_000L;

    private final String words;
    private final boolean cancellable;
    private final Runnable changed;
    private volatile Reading reading;
    private volatile boolean cancelled;
    private volatile boolean superseded;
    private long phaseSince = System.nanoTime();
    private long toldAt;

    Job(String words, boolean cancellable, Runnable changed) {
        this.words = words;
        this.cancellable = cancellable;
        this.changed = changed;
        this.reading = new Reading(words, "", 0, 0, 0, cancellable, false);
    }

    @Override
    public synchronized void update(String phase, long done, long total) {
        long now = System.nanoTime();
        boolean newPhase = !phase.equals(reading.phase());
        if (newPhase) {
            phaseSince = now;
        }
        double seconds = (now - phaseSince) / 1e9;
        double rate = seconds < 0.2 ? 0 : done / seconds;
        reading = new Reading(words, phase, done, total, rate, cancellable, cancelled);
        if (newPhase || now - toldAt > NOTICEABLE_NANOS) {
            toldAt = now;
            changed.run();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    public void cancel() {
        if (cancellable && !cancelled) {
            cancelled = true;
            synchronized (this) {
                Reading r = reading;
                reading =
                        new Reading(
                                r.words(), r.phase(), r.done(), r.total(), r.rate(), true, true);
            }
            changed.run();
        }
    }

    /// Stops it because something newer does its work: the trader need not be told.
    public void supersede() {
        superseded = true;
        cancel();
    }

    boolean superseded() {
        return superseded;
    }

    public Reading reading() {
        return reading;
    }

    /// How far a job is.
    ///
    /// @param done steps of the phase done so far, of `total`; total 0 when unknown
    /// @param rate steps a second; 0 while it cannot be told
    /// @param stopping whether it was asked to stop
    public record Reading(
            String words,
            String phase,
            long done,
            long total,
            double rate,
            boolean cancellable,
            boolean stopping) {

        /// Share done in [0, 1], or −1 when unknown.
        public double share() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }
}
