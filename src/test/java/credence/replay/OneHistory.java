package credence.replay;

import credence.core.csv.CredenceCsv;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.imports.formats.StandardFormats;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.GeneratedJournal;
import credence.testkit.MemoryStore;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A program of its own, so that a test may start it in another locale, zone, character set or number of processors: writes a journal,
/// imports it and prints the state's hash and the whole board.
public final class OneHistory {

    private OneHistory() {}

    /// @param args folder for the journal
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<SourceRow> rows = GeneratedJournal.of(51, 300, 60).rows();
        List<TradeRecord> trades =
                rows.stream()
                        .filter(TradeRecord.class::isInstance)
                        .map(TradeRecord.class::cast)
                        .sorted(Comparator.comparing(TradeRecord::entryTime))
                        .toList();
        Path file = folder.resolve("journal.csv");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CredenceCsv.writeTrades(trades, writer);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")))) {
            var plan =
                    workspace.imports().plan(List.of(file), ImportOptions.DEFAULT, Progress.NONE);
            out.println(plan.files());
            out.println(workspace.imports().commit(plan, Progress.NONE).stateHash());
            out.println(workspace.beliefs().trust(Optional.empty()));
        }
    }
}
