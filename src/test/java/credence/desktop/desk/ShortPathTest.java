package credence.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ShortPathTest {

    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    @Test
    void whatLiesInTheHomeFolderIsWrittenWithATilde() {
        assertEquals(
                Path.of("~", "trading", "credence").toString(),
                ShortPath.of(HOME.resolve("trading/credence"), HOME));
        assertEquals("~", ShortPath.of(HOME, HOME));
    }

    @Test
    void whatLiesElsewhereIsWrittenInFull() {
        Path other = HOME.resolveSibling("anna").resolve("credence");
        assertEquals(other.toString(), ShortPath.of(other, HOME));
        assertEquals(HOME.toString(), ShortPath.of(HOME, Path.of("/").toAbsolutePath()));
        assertEquals(HOME.toString(), ShortPath.of(HOME, Path.of("")));
    }
}
