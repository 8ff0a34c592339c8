package credence.service;

import credence.service.port.ParsedFile;
import credence.service.port.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Reads many files at once and hands them back in the order they were named.
final class ParallelReading {

    private ParallelReading() {}

    /// @throws java.util.concurrent.CancellationException when `progress` says so
    static List<ParsedFile> of(
            List<Path> files, Function<Path, ParsedFile> read, Progress progress) {
        // As many at once as there are processors: reading is computing, and a hundred open files
        // help nobody.
        Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors());
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ParsedFile>> reading = new ArrayList<>();
            for (Path file : files) {
                reading.add(
                        threads.submit(
                                () -> {
                                    places.acquire();
                                    try {
                                        progress.checkCancelled();
                                        ParsedFile parsed = read.apply(file);
                                        progress.update(
                                                "Reading files",
                                                done.incrementAndGet(),
                                                files.size());
                                        return parsed;
                                    } finally {
                                        places.release();
                                    }
                                }));
            }
            List<ParsedFile> parsed = new ArrayList<>();
            for (Future<ParsedFile> file : reading) {
                parsed.add(file.get());
            }
            return parsed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (java.util.concurrent.CancellationException)
                    new java.util.concurrent.CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
