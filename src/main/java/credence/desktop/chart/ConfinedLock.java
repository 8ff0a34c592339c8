package credence.desktop.chart;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;

import javafx.application.Platform;

import java.util.function.Supplier;

/// chartfx's lock for data that only the JavaFX thread touches: it never waits, so it can never deadlock.
///
/// chartfx holds read locks from before to after a layout pass; an exception between the two would leave a waiting
/// lock taken for ever. Here the picture is immutable and changed by one thread, so there is nothing to wait for.
/// Any other thread is refused.
final class ConfinedLock<D extends DataSet> implements DataSetLock<D> {

    private static final long serialVersionUID = 1;

    private final transient D data;

    ConfinedLock(D data) {
        this.data = data;
    }

    @Override
    public D readLock() {
        return here();
    }

    @Override
    public D readLockGuard(Runnable reading) {
        D own = here();
        reading.run();
        return own;
    }

    @Override
    public <R> R readLockGuard(Supplier<R> reading) {
        here();
        return reading.get();
    }

    @Override
    public D readLockGuardOptimistic(Runnable reading) {
        return readLockGuard(reading);
    }

    @Override
    public <R> R readLockGuardOptimistic(Supplier<R> reading) {
        return readLockGuard(reading);
    }

    @Override
    public D readUnLock() {
        return here();
    }

    @Override
    public D writeLock() {
        return here();
    }

    @Override
    public D writeLockGuard(Runnable writing) {
        return readLockGuard(writing);
    }

    @Override
    public <R> R writeLockGuard(Supplier<R> writing) {
        return readLockGuard(writing);
    }

    @Override
    public D writeUnLock() {
        return here();
    }

    private D here() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("chart data belong to the JavaFX thread");
        }
        return data;
    }
}
