package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.List;

/// A trader's books are private: the program opens no socket and asks for no name, whatever it is told to do.
class NoSocketTest {

    @TempDir private Path folder;

    @Test
    void noCommandOpensASocketOrAsksForAName() {
        Path journal = Journals.trades(folder, "steady", 20, 0);
        Path workspace = folder.resolve("workspace");
        List<String> lines =
                List.of(
                        "import " + journal,
                        "trust --json",
                        "beliefs steady",
                        "trades",
                        "settings set costs.assumedBpsPerSide 4",
                        "undo-import 1",
                        "status",
                        "verify",
                        "demo",
                        "lab --help");
        Ran ran =
                watched(
                        "commands",
                        lines.stream()
                                .map(line -> "--workspace " + workspace + " " + line)
                                .toArray());
        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().endsWith(lines.size() + " commands, no network\n"), ran.out());
    }

    /// The watch must see what it is there to see.
    @ParameterizedTest
    @EnumSource(SocketWatch.Canary.class)
    void everyWayToTheNetworkIsSeen(SocketWatch.Canary canary) {
        Ran ran = watched("canary", canary);
        assertEquals(9, ran.status(), ran.out() + ran.err());
        assertTrue(ran.err().contains("network: "), ran.err());
    }

    private static Ran watched(String what, Object... arguments) {
        List<String> command =
                ChildProgram.java(
                        "credence.app.SocketWatch",
                        List.of(
                                "-Djava.nio.channels.spi.SelectorProvider="
                                        + WatchedSelectors.class.getName()),
                        arguments);
        command.add(command.indexOf("credence.app.SocketWatch") + 1, what);
        return ChildProgram.run(command);
    }
}
