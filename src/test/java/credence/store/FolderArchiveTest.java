package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.service.port.Archive;
import credence.service.port.StoreException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class FolderArchiveTest {

    /// SHA-256 of the three bytes "abc", from FIPS 180-4's own example.
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;
    private FolderArchive archive;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        archive =
                new FolderArchive(
                        folder.resolve("archive"), true, new LocalDisk(), new Trouble(folder));
        file = Files.writeString(folder.resolve("fills.csv"), "abc");
    }

    private static String read(Archive archive, String hash) throws IOException {
        try (InputStream in = archive.open(hash)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("archive"))) {
            return all.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .toList();
        }
    }

    @Test
    void aFileLiesUnderItsHash() throws IOException {
        assertFalse(archive.contains(ABC));
        archive.put(ABC, file);
        assertTrue(archive.contains(ABC));
        assertEquals(List.of("archive/ba/" + ABC.substring(2)), files());
        assertEquals("abc", read(archive, ABC));
        assertEquals(new FolderArchive.Size(1, 3), archive.size());
    }

    @Test
    void puttingTwiceIsHarmlessAndMendsADamagedCopy() throws IOException {
        archive.put(ABC, file);
        archive.put(ABC, file);
        Files.writeString(folder.resolve("archive/ba/" + ABC.substring(2)), "abd");
        archive.put(ABC, file);
        assertEquals("abc", read(archive, ABC));
        assertEquals(1, files().size());
    }

    @Test
    void aFileThatIsNotWhatItsHashSaysIsRefused() throws IOException {
        Files.writeString(file, "abcd");
        String message =
                assertThrows(StoreException.class, () -> archive.put(ABC, file)).getMessage();
        assertTrue(message.startsWith("The file fills.csv was not archived: it changed"), message);
        assertFalse(archive.contains(ABC));
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        String message = assertThrows(StoreException.class, () -> archive.open(ABC)).getMessage();
        assertTrue(message.startsWith("The archive holds no file with the hash " + ABC), message);
    }

    @Test
    void onlyAHashNamesAFile() {
        assertThrows(
                IllegalArgumentException.class, () -> archive.contains("../" + ABC.substring(3)));
        assertThrows(IllegalArgumentException.class, () -> archive.contains(ABC.replace('b', 'B')));
    }
}
