package credence.cli;

import credence.service.port.Progress;

import java.time.Duration;
import java.time.InstantSource;

/// Progress on standard error: one line rewritten on a terminal, else a line now and then. Quick work stays silent.
final class ProgressLine implements Progress, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration LIVE_PACE = Duration.ofMillis(100);
    private static final Duration LOG_PACE = Duration.ofSeconds(3);

    private final Console console;
    private final InstantSource clock;
    private final Stopping stopping;
    private long next;
    private int shown;

    ProgressLine(Console console, InstantSource clock, Stopping stopping) {
        this.console = console;
        this.clock = clock;
        this.stopping = stopping;
        this.next = clock.millis() + PATIENCE.toMillis();
    }

    @Override
    public synchronized void update(String phase, long done, long total) {
        long now = clock.millis();
        if (now < next) {
            return;
        }
        next = now + (console.live() ? LIVE_PACE : LOG_PACE).toMillis();
        String text = phase + (total > 0 ? ": " + part(done, total) : count(done));
        if (console.live()) {
            String line = Cell.shorten(Plain.visible(text), console.width() - 1);
            int width = Cell.width(line);
            console.rewrite(line + " ".repeat(Math.max(0, shown - width)));
            shown = width;
        } else {
            console.message(text);
        }
    }

    @Override
    public boolean cancelled() {
        return stopping.asked();
    }

    /// Takes the line away.
    @Override
    public synchronized void close() {
        if (shown > 0) {
            console.rewrite(" ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    private static String part(long done, long total) {
        return Figures.count(done)
                + " of "
                + Figures.count(total)
                + " ("
                + Math.min(100, 100 * done / total)
                + " %)";
    }

    private static String count(long done) {
        return done > 0 ? ": " + Figures.count(done) : "";
    }
}
