package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class MemoryFileTest {

    @Test
    void whatWasRememberedIsThereAtTheNextStart(@TempDir Path folder) {
        MemoryFile first = new MemoryFile(folder.resolve("workspace"));
        first.put("selection.bots", "網格 bot\nb = 2");
        first.put("gone", "x");
        first.remove("gone");
        first.save();

        MemoryFile second = new MemoryFile(folder.resolve("workspace"));

        assertEquals(Optional.of("網格 bot\nb = 2"), second.get("selection.bots"));
        assertEquals(Optional.empty(), second.get("gone"));
    }

    @Test
    void nothingChangedWritesNothing(@TempDir Path folder) {
        new MemoryFile(folder.resolve("workspace")).save();

        assertFalse(Files.exists(folder.resolve("workspace")));
    }

    @Test
    void aFileThatIsNoMemoryIsAsIfNothingWereRemembered(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("desktop.properties"), "theme=\\u00zz");

        assertEquals(Optional.empty(), new MemoryFile(folder).get("theme"));
    }
}
