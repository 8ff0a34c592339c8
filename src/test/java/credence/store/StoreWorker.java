package credence.store;

import credence.core.fact.SourceRow;
import credence.core.random.Draws;
import credence.core.value.BotId;
import credence.service.port.AuditLog;
import credence.service.port.NewBatch;
import credence.service.port.SnapshotStore;
import credence.service.port.WorkspaceStore;
import credence.testkit.Rows;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A program that works on a workspace without end and prints a line after each thing done: `batch 7`, `undo 3`,
/// `setting 12`, `audit 5`, `reset 4`, `undo-reset 4`, `archive <hash>`. It dies by the kill harness.
final class StoreWorker {

    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private final WorkspaceStore workspace;
    private final int mostRows;
    private final Consumer<String> word;
    private final Draws draws;
    private long ordinal;
    private long lastBatch;
    private long lastReset;

    /// @param mostRows of a batch
    /// @param word told what is done, after it is done
    StoreWorker(WorkspaceStore workspace, long seed, int mostRows, Consumer<String> word) {
        this.workspace = workspace;
        this.mostRows = mostRows;
        this.word = word;
        this.draws = Draws.of(seed, "store worker");
        this.lastBatch = workspace.facts().batches().size();
    }

    /// @param args folder of the workspace, seed
    public static void main(String[] args) throws IOException {
        H2Workspace workspace =
                H2Workspace.open(Path.of(args[0]), "command", "1.0", Clock.systemUTC());
        StoreWorker worker =
                new StoreWorker(workspace, Long.parseLong(args[1]), 400, StoreWorker::print);
        while (true) {
            worker.work();
        }
    }

    /// Does one thing.
    void work() throws IOException {
        switch (draws.below(8, ordinal++)) {
            case 0, 1, 2 -> append();
            case 3 -> undo();
            case 4 -> {
                long next = setting(workspace) + 1;
                workspace.together(
                        "setting",
                        () -> {
                            workspace.settings().put("counter", Long.toString(next), TIME);
                            onRecord("setting", next);
                            return next;
                        });
                word.accept("setting " + next);
            }
            case 5 -> {
                workspace.audit().append(TIME, "trader", "work", "store", "entry");
                word.accept("audit " + audited(workspace, "work").size());
            }
            case 6 -> reset();
            default -> archive();
        }
    }

    /// Subjects of the audit log's entries of one kind.
    static List<String> audited(WorkspaceStore workspace, String action) {
        return workspace.audit().entries().stream()
                .filter(entry -> entry.action().equals(action))
                .map(AuditLog.Entry::subject)
                .toList();
    }

    static long setting(WorkspaceStore workspace) {
        return Long.parseLong(workspace.settings().all().getOrDefault("counter", "0"));
    }

    private void append() {
        int rows = 1 + draws.below(mostRows, ordinal++);
        long id = workspace.facts().append(batch(lastBatch + 1, rows));
        lastBatch = id;
        workspace
                .snapshots()
                .save(new SnapshotStore.Snapshot(id, "p", "c", 1, new byte[2_000 + rows]));
        word.accept("batch " + id);
    }

    /// A batch says in its kind how many rows it has, so that a look at what is left can count.
    static NewBatch batch(long number, int rows) {
        List<SourceRow> content = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long row = number * 1_000 + i;
            content.add(i % 5 == 0 ? Rows.bar(row) : Rows.fullTrade(row));
        }
        NewBatch one = Rows.batch("batch-" + number, content);
        return new NewBatch(one.importedAt(), "rows " + rows, one.files());
    }

    private void undo() {
        var counting =
                workspace.facts().batches().stream().filter(b -> b.withdrawnAt() == null).toList();
        if (!counting.isEmpty()) {
            long id = counting.get(draws.below(counting.size(), ordinal++)).batch();
            workspace.facts().withdraw(id, TIME);
            word.accept("undo " + id);
        }
    }

    private void reset() {
        if (lastReset > 0) {
            workspace.together(
                    "undo",
                    () -> {
                        onRecord("undo reset", lastReset);
                        return workspace.facts().withdrawReset(lastReset, TIME);
                    });
            word.accept("undo-reset " + lastReset);
            lastReset = 0;
        } else {
            lastReset =
                    workspace.together(
                            "reset",
                            () -> {
                                long id =
                                        workspace
                                                .facts()
                                                .appendReset(
                                                        TIME, Optional.of(new BotId("x")), "why");
                                onRecord("reset", id);
                                return id;
                            });
            word.accept("reset " + lastReset);
        }
    }

    private void onRecord(String action, long act) {
        workspace.audit().append(TIME, "trader", action, Long.toString(act), "");
    }

    private void archive() throws IOException {
        String content = "file " + draws.bits(ordinal++) + "\n".repeat(1_000);
        String hash = hash(content);
        Path file = Files.createTempFile("archived", ".csv");
        try {
            Files.writeString(file, content);
            workspace.archive().put(hash, file);
        } finally {
            Files.delete(file);
        }
        word.accept("archive " + hash);
    }

    static String hash(String content) {
        Sha256 hash = new Sha256();
        hash.digest().update(content.getBytes(StandardCharsets.UTF_8));
        return hash.hex();
    }

    /// One write for the whole line: what is read of it is whole, or no line.
    private static void print(String what) {
        PrintStream out = System.out;
        byte[] line = (what + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }
}
