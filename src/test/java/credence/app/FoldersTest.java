package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxTheFolderForDataIsUsed() {
        assertEquals(
                HOME.resolve(".local/share/credence"),
                Folders.of("Linux", HOME, Map.of()).workspace());
        assertEquals(
                Path.of("/data/credence"),
                Folders.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/data")).workspace());
    }

    @Test
    void aRelativeFolderForDataIsIgnored() {
        assertEquals(
                HOME.resolve(".local/share/credence"),
                Folders.of("Linux", HOME, Map.of("XDG_DATA_HOME", "data")).workspace());
    }

    @Test
    void onMacOsItIsApplicationSupport() {
        assertEquals(
                HOME.resolve("Library/Application Support/Credence"),
                Folders.of("Mac OS X", HOME, Map.of()).workspace());
    }

    @Test
    void onWindowsItIsRoamingApplicationData() {
        assertEquals(
                HOME.resolve("AppData/Roaming/Credence"),
                Folders.of("Windows 11", HOME, Map.of()).workspace());
    }

    @Test
    void theSampleHasAFolderOfItsOwn() {
        assertEquals(
                HOME.resolve(".local/share/credence-sample"),
                Folders.of("Linux", HOME, Map.of()).sampleWorkspace());
    }
}
