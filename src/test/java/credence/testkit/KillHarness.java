package credence.testkit;

import credence.core.random.Draws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Runs a program again and again, kills it each time at a seeded random moment, and has what is left looked at.
///
/// The program prints one line after each thing that it reported as done. What counts as loss is decided before:
/// a printed line whose effect is not there. An effect whose line was not printed any more is none.
///
/// Every fourth run is killed at a moment counted from its start, so that starting is hit too; the others at a moment
/// counted from their first line, so that work is hit however slow the machine.
///
/// @param kills how many times
/// @param startMillis longest life from the start
/// @param workMillis longest life from the first line
/// @param seed of the moments
public record KillHarness(int kills, long startMillis, long workMillis, long seed) {

    /// Looks at what a killed program left behind.
    public interface Survey {
        /// @param run number of the run, from 0
        /// @param lines whole lines that the program printed; one that the kill cut off is none
        void look(int run, List<String> lines);
    }

    /// @param command the program for a run, from 0
    public void run(IntFunction<List<String>> command, Survey survey)
            throws IOException, InterruptedException {
        Draws moments = Draws.of(seed, "kill harness");
        for (int run = 0; run < kills; run++) {
            boolean starting = run % 4 == 0;
            long longest = starting ? startMillis : workMillis;
            Duration life = Duration.ofMillis((long) (moments.uniform(run) * longest));
            survey.look(run, linesUntilKilled(command.apply(run), starting, life));
        }
    }

    private static List<String> linesUntilKilled(
            List<String> command, boolean fromStart, Duration life)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CountDownLatch firstLine = new CountDownLatch(fromStart ? 0 : 1);
        // The pipe holds 64 KB: read on, or the program would wait for us rather than work.
        Thread reader =
                Thread.ofVirtual().start(() -> drain(process.getInputStream(), printed, firstLine));
        try {
            if (!firstLine.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("no line within two minutes: " + command);
            }
            process.waitFor(life.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Not Process.destroyForcibly: that closes the pipe too, with lines in it that were
            // acknowledged.
            process.toHandle().destroyForcibly();
            process.waitFor();
            reader.join();
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n');
        return end < 0 ? List.of() : text.substring(0, end).lines().toList();
    }

    private static void drain(
            InputStream from, ByteArrayOutputStream to, CountDownLatch firstLine) {
        try (from) {
            byte[] buffer = new byte[8192];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                firstLine.countDown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            // A program that ended without a line must not be waited for.
            firstLine.countDown();
        }
    }
}
