package credence.service;

import credence.service.port.Archive;
import credence.service.port.Content;
import credence.service.port.FileReport;
import credence.service.port.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The files of one import in the archive, until the import is done: those it brought can be taken back.
final class ArchivedFiles {

    private final Archive archive;
    private final Queue<String> brought = new ConcurrentLinkedQueue<>();

    private record Blob(String name, Content content) {}

    ArchivedFiles(Archive archive) {
        this.archive = archive;
    }

    /// @throws java.util.concurrent.CancellationException when `progress` says so
    void put(ImportPlan plan, Progress progress) {
        Map<String, Blob> blobs = new LinkedHashMap<>();
        for (int i = 0; i < plan.files().size(); i++) {
            FileReport file = plan.files().get(i);
            if (!file.failed()) {
                Path source = plan.sources().get(i);
                blobs.putIfAbsent(
                        file.sha256(), new Blob(file.file(), () -> Files.newInputStream(source)));
                String corrected = file.decided().correctedSha256();
                Content content =
                        corrected == null ? null : plan.found().get(i).trail().corrected();
                if (corrected != null && content != null) {
                    blobs.putIfAbsent(corrected, new Blob(file.file(), content));
                }
            }
        }
        AtomicInteger kept = new AtomicInteger();
        blobs.entrySet().parallelStream()
                .forEach(
                        blob -> {
                            if (progress.cancelled()) {
                                return;
                            }
                            if (!archive.contains(blob.getKey())) {
                                brought.add(blob.getKey());
                            }
                            archive.put(
                                    blob.getKey(),
                                    blob.getValue().name(),
                                    blob.getValue().content());
                            progress.update(
                                    "Keeping the files", kept.incrementAndGet(), blobs.size());
                        });
        // Only here, where no copy is under way any more.
        progress.checkCancelled();
    }

    /// The import is done: its files stay.
    void kept() {
        brought.clear();
    }

    /// Leaves the archive as it was.
    void takeBack() {
        brought.forEach(archive::remove);
    }
}
