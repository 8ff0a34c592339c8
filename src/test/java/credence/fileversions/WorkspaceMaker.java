package credence.fileversions;

import credence.service.port.SnapshotStore.Snapshot;
import credence.store.H2Workspace;
import credence.testkit.Rows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes the sample workspace of this version: run once for each new form of the database, from the repository's root,
/// with the folder `src/test/resources/fileversions/N` as the argument; then commit `credence.mv.db` and
/// `workspace.properties`. Never make an old one again.
final class WorkspaceMaker {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000000001Z");

    private WorkspaceMaker() {}

    public static void main(String[] args) throws IOException {
        Path made = Files.createTempDirectory("fileversion").resolve("w");
        try (H2Workspace workspace =
                H2Workspace.open(made, "command", "0.1.0", Clock.systemUTC())) {
            workspace
                    .facts()
                    .append(
                            Rows.batch(
                                    "first.csv",
                                    List.of(
                                            Rows.fullTrade(1),
                                            Rows.openTrade(2, 5),
                                            Rows.fullFill(3),
                                            Rows.fullPrediction(4),
                                            Rows.bar(5))));
            workspace
                    .facts()
                    .append(
                            Rows.batch(
                                    "second.csv",
                                    List.of(
                                            Rows.openTrade(2, 6),
                                            Rows.bareFill(6),
                                            Rows.rate("2025-01-31", "EUR", "USD", "1.0800")),
                                    List.of(Rows.fullTrade(1))));
            workspace.facts().withdraw(1, NOON);
            workspace.facts().appendReset(NOON, Optional.empty(), "a new year");
            workspace.facts().appendTimeMark(NOON);
            workspace.settings().put("capital", "10000.00", NOON);
            workspace.audit().append(NOON, "trader", "undo", "import 1", "wrong file");
            workspace
                    .snapshots()
                    .save(new Snapshot(7, "p", "c", 1, "state".getBytes(StandardCharsets.UTF_8)));
        }
        Path target = Files.createDirectories(Path.of(args[0]));
        for (String name : List.of("credence.mv.db", "workspace.properties")) {
            Files.copy(made.resolve(name), target.resolve(name));
        }
    }
}
