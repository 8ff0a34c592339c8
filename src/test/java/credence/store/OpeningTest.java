package credence.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.StoreException;
import credence.service.port.WorkspaceStore.StoreHealth;
import credence.testkit.Rows;

import org.h2.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// What can be wrong with a folder, and what the trader hears.
class OpeningTest {

    @TempDir Path above;

    private H2Workspace open(Path folder) {
        return H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }

    private String refusal(Path folder) {
        return assertThrows(StoreException.class, () -> open(folder)).getMessage();
    }

    private Path filled() {
        Path folder = above.resolve("filled");
        try (H2Workspace workspace = open(folder)) {
            workspace.facts().append(Rows.batch("a.csv", List.of(Rows.bar(1), Rows.fullTrade(2))));
        }
        return folder;
    }

    private static void sql(Path folder, String... statements) throws SQLException {
        try (Connection c =
                        new Driver()
                                .connect(
                                        "jdbc:h2:file:" + folder.resolve("credence"),
                                        new Properties());
                Statement s = c.createStatement()) {
            for (String each : statements) {
                s.execute(each);
            }
        }
    }

    private List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFolderGetsEverythingAWorkspaceHas() throws IOException {
        Path folder = above.resolve("new folder ä");
        try (H2Workspace workspace = open(folder)) {
            assertEquals(folder.toRealPath(), workspace.directory());
            StoreHealth health = workspace.health();
            assertEquals("H2 2.4.240", health.engine());
            assertEquals(Schema.CURRENT, health.schemaVersion());
            assertTrue(health.writable());
            assertTrue(health.databaseBytes() > 0);
            assertEquals(0, health.archiveFiles());
        }
        assertEquals(
                List.of(
                        "archive",
                        "backups",
                        "credence.lock",
                        "credence.mv.db",
                        "logs",
                        "reports",
                        "workspace.properties"),
                names(folder));
    }

    @Test
    void aFileIsNoWorkspace() throws IOException {
        Path file = Files.writeString(above.resolve("fills.csv"), "x");
        assertEquals(
                file + " is a file. A workspace is a folder: choose a folder, or a new name.",
                refusal(file));
        assertEquals("x", Files.readString(file));
    }

    @Test
    void aFolderInNoFolderIsNotMade() {
        Path folder = above.resolve("no/where");
        String message = refusal(folder);
        assertTrue(message.contains("there is no folder " + above.resolve("no")), message);
        assertFalse(Files.exists(above.resolve("no")));
    }

    @Test
    void aSemicolonInTheNameIsRefusedBeforeAnythingIsMade() throws IOException {
        String message = refusal(above.resolve("a;b"));
        assertTrue(message.contains("semicolon"), message);
        assertEquals(List.of(), names(above));
    }

    @Test
    void aClosedWorkspaceSaysSoAndClosesTwice() {
        H2Workspace workspace = open(above.resolve("w"));
        workspace.close();
        workspace.close();
        assertEquals(
                "The workspace is closed.",
                assertThrows(StoreException.class, () -> workspace.facts().load()).getMessage());
    }

    @Test
    void whatAKilledFirstStartLeftIsNoObstacle() throws IOException {
        Path folder = Files.createDirectory(above.resolve("w"));
        Files.writeString(folder.resolve("credence-unfinished.mv.db"), "half");
        try (H2Workspace workspace = open(folder)) {
            assertEquals(List.of(), workspace.facts().load().rows());
        }
        assertFalse(names(folder).contains("credence-unfinished.mv.db"));
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws IOException {
        Path folder = filled();
        Path file = folder.resolve(Provenance.FILE);
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceAll("schema=\\d+", "schema=999")
                        .replace("application=1.0", "application=7.5"));
        byte[] before = Files.readAllBytes(folder.resolve(H2Workspace.DATABASE_FILE));
        String message = refusal(folder);
        assertTrue(message.contains("was written by a newer Credence (7.5; form 999"), message);
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(H2Workspace.DATABASE_FILE)));
    }

    @Test
    void aNewerEngineIsRefused() throws IOException {
        Path folder = filled();
        Path file = folder.resolve(Provenance.FILE);
        Files.writeString(file, Files.readString(file).replace("2.4.240", "2.5.252"));
        String message = refusal(folder);
        assertTrue(message.contains("database engine 2.5.252, this program has 2.4.240"), message);
        assertTrue(message.contains("Open it with that version"), message);
    }

    @Test
    void theDatabaseItselfKnowsThatItIsNewer() throws IOException, SQLException {
        Path folder = filled();
        Files.delete(folder.resolve(Provenance.FILE));
        sql(
                folder,
                "INSERT INTO \"flyway_schema_history\" SELECT 99, '999', 'later', \"type\","
                    + " \"script\", \"checksum\", \"installed_by\", \"installed_on\","
                    + " \"execution_time\", TRUE FROM \"flyway_schema_history\" WHERE \"version\" ="
                    + " '1'");
        assertTrue(refusal(folder).contains("form 999"), refusal(folder));
    }

    @Test
    void anOlderRecordIsBroughtUpToDate() throws IOException {
        Path folder = filled();
        Path file = folder.resolve(Provenance.FILE);
        Files.writeString(file, Files.readString(file).replace("2.4.240", "2.3.232"));
        open(folder).close();
        assertTrue(Files.readString(file).contains("engine=2.4.240"));
    }

    @Test
    void anEmptyDatabaseFileIsDamageNotANewBeginning() throws IOException {
        Path folder = filled();
        Path file = folder.resolve(H2Workspace.DATABASE_FILE);
        Files.write(file, new byte[0]);
        String message = refusal(folder);
        assertTrue(message.contains("is damaged (the file is empty)"), message);
        assertTrue(message.contains("backups"), message);
        assertEquals(0, Files.size(file));
    }

    @Test
    void rubbishInPlaceOfTheDatabaseIsDamageAndLeftAsItIs() throws IOException {
        Path folder = filled();
        Path file = folder.resolve(H2Workspace.DATABASE_FILE);
        byte[] rubbish =
                "this is no database\n"
                        .repeat(5_000)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, rubbish);
        String message = refusal(folder);
        assertTrue(message.contains("is damaged"), message);
        assertArrayEquals(rubbish, Files.readAllBytes(file));
    }

    @Test
    void aRowThatChangedOnTheMediumIsFoundNotShown() throws SQLException {
        Path folder = filled();
        sql(folder, "UPDATE trade SET entry_price = '1650.251'");
        try (H2Workspace workspace = open(folder)) {
            String message =
                    assertThrows(StoreException.class, () -> workspace.facts().load()).getMessage();
            assertTrue(
                    message.contains("is damaged (row 2 of table trade is not what was written)"),
                    message);
        }
    }

    @Test
    void aWordThatNoVersionWroteIsDamage() throws SQLException {
        Path folder = filled();
        sql(folder, "UPDATE trade SET direction = 'UPWARDS'");
        try (H2Workspace workspace = open(folder)) {
            String message =
                    assertThrows(StoreException.class, () -> workspace.facts().load()).getMessage();
            assertTrue(message.contains("is damaged"), message);
        }
    }
}
