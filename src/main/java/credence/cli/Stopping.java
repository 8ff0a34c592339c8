package credence.cli;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a change end in order when the program is told to stop (Ctrl+C, SIGTERM, the system going down): before anything is kept it is given
/// up without a trace; once it is being kept it is finished and its result is printed. The end waits for that, but not for ever.
final class Stopping {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private CountDownLatch ended = new CountDownLatch(0);
    private @Nullable Thread hook;
    private volatile boolean asked;
    private volatile boolean told;

    /// Whether the program was told to stop.
    boolean asked() {
        return asked;
    }

    /// Whoever was told to stop has said how it ended.
    void told() {
        told = true;
    }

    /// Whether the program was told to stop and nobody has said what became of that.
    boolean untold() {
        return asked && !told;
    }

    /// A change begins: from here to [#end()] the program does not go away under it.
    synchronized void begin() {
        if (hook != null) {
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        Thread waits = new Thread(() -> await(over), "stopping");
        try {
            Runtime.getRuntime().addShutdownHook(waits);
            hook = waits;
            ended = over;
        } catch (IllegalStateException _) {
            asked = true; // too late: the program is going away already
        }
    }

    /// Everything is done and said.
    synchronized void end() {
        ended.countDown();
        if (hook != null && !asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // it has just begun; nothing is left to wait for
            }
        }
        hook = null;
    }

    private void await(CountDownLatch over) {
        asked = true;
        try {
            var unused = over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
