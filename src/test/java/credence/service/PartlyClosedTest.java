package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.trust.TrustBoard;
import credence.imports.formats.StandardFormats;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What is said of a bot that has taken profit on part of a position and holds the rest.
class PartlyClosedTest {

    private static final String BOUGHT =
            """
            time,symbol,side,quantity,price,bot
            2026-01-05T10:00:00Z,ETHUSDT,BUY,2,100,a
            """;

    @TempDir Path folder;

    private TrustBoard board(String fills) throws IOException {
        Path file = Files.writeString(folder.resolve("fills.csv"), fills);
        Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
        ImportPlan plan =
                workspace.imports().plan(List.of(file), ImportOptions.DEFAULT, Progress.NONE);
        workspace.imports().commit(plan, Progress.NONE);
        return workspace.beliefs().trust(Optional.empty());
    }

    @Test
    void aPartOfAPositionTeachesNothingYetAndTheBoardSaysWhy() throws IOException {
        TrustBoard board = board(BOUGHT + "2026-01-05T11:00:00Z,ETHUSDT,SELL,1,110,a\n");
        assertEquals(1, board.bots().getFirst().trades());
        assertEquals(0, board.bots().getFirst().outcomes());
        assertEquals("No position of these bots has closed whole yet.", board.headline());
        assertTrue(
                board.bots().getFirst().why().getFirst().contains("none whole"),
                board.bots().getFirst().why()::toString);
    }

    @Test
    void nothingClosedAtAllIsSaidAsBefore() throws IOException {
        TrustBoard board = board(BOUGHT);
        assertEquals("No trade of these bots has closed yet.", board.headline());
        assertEquals(
                "No trade of it has closed yet: nothing is known.",
                board.bots().getFirst().why().getFirst());
    }
}
