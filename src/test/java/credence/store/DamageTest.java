package credence.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.SourceRow;
import credence.core.random.Draws;
import credence.service.port.StoreException;
import credence.service.port.StoredRow;
import credence.testkit.Rows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A database file with bytes flipped or cut off: a message, or the rows exactly as they were written. Never another
/// row, never an error that no trader could read.
class DamageTest {

    private static final long SEED = 11;

    @TempDir Path above;
    private int refused;

    @Test
    void aDamagedFileNeverShowsAWrongRow() throws IOException {
        Path folder = above.resolve("w");
        Set<SourceRow> written = new HashSet<>();
        try (H2Workspace workspace = open(folder)) {
            for (int batch = 0; batch < 5; batch++) {
                List<SourceRow> rows = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    rows.add(
                            i % 2 == 0
                                    ? Rows.fullTrade(batch * 100 + i)
                                    : Rows.bar(batch * 100 + i));
                }
                written.addAll(rows);
                workspace.facts().append(Rows.batch("batch " + batch, rows));
            }
        }
        Path file = folder.resolve(H2Workspace.DATABASE_FILE);
        byte[] whole = Files.readAllBytes(file);
        Draws draws = Draws.of(SEED, "damage");
        int tries = 60;
        for (int i = 0; i < tries; i++) {
            // A folder each: the engine may leave a file locked that it could not open.
            Path copy = Files.createDirectory(above.resolve("copy " + i));
            Files.write(copy.resolve(H2Workspace.DATABASE_FILE), damaged(whole, draws, i));
            look(copy, written, "damage " + i + ", seed " + SEED);
        }
        System.out.println("damaged " + tries + " times, refused " + refused + ", seed " + SEED);
        // Were nothing ever found, the damage would not reach what is read.
        assertTrue(refused > tries / 10, "refused only " + refused);
    }

    private static byte[] damaged(byte[] whole, Draws draws, int i) {
        if (i % 6 == 0) {
            return Arrays.copyOf(whole, draws.below(whole.length, i * 100L));
        }
        byte[] bytes = whole.clone();
        int flips = i % 3 == 0 ? 1 : 20;
        for (int k = 0; k < flips; k++) {
            bytes[draws.below(bytes.length, i * 100L + k)] ^=
                    (byte) (1 << draws.below(8, i * 100L + 50 + k));
        }
        return bytes;
    }

    private void look(Path folder, Set<SourceRow> written, String when) {
        try (H2Workspace workspace = open(folder)) {
            for (StoredRow row : workspace.facts().load().rows()) {
                assertTrue(
                        written.contains(row.row()), when + ": a row nobody wrote: " + row.row());
            }
        } catch (StoreException e) {
            refused++;
            if (!e.getMessage().contains("is damaged")) {
                throw new AssertionError(when, e);
            }
        }
    }

    private static H2Workspace open(Path folder) {
        return H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }
}
