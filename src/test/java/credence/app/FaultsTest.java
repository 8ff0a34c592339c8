package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FaultsTest {

    @Test
    void theSameFailureHasTheSameCodeWhateverItSays() {
        assertEquals(Faults.code(here("one")), Faults.code(here("two")));
        assertTrue(Faults.code(here("one")).matches("C-[2-9A-Z]{4}"));
    }

    @Test
    void anotherKindOrPlaceHasAnotherCode() {
        assertNotEquals(Faults.code(here("one")), Faults.code(there()));
        assertNotEquals(Faults.code(here("one")), Faults.code(new IllegalArgumentException("one")));
    }

    @Test
    void theRootOfTheFailureCounts() {
        assertEquals(Faults.code(here("one")), Faults.code(new IllegalStateException(here("one"))));
    }

    @Test
    void theMessageNamesCodeAndLogAndShowsNoStack(@TempDir Path workspace) throws IOException {
        Files.createDirectory(workspace.resolve("logs"));
        Logs logs = new Logs();
        logs.writeInto(workspace);
        String message = new Faults(logs).record(here("secret of the stack"));
        logs.stop();
        Path log = workspace.resolve("logs/credence.log");
        String code = Faults.code(here("x"));
        assertTrue(message.contains(code));
        assertTrue(message.contains(log.toString()));
        assertFalse(message.contains("\tat "));
        String logged = Files.readString(log);
        assertTrue(logged.contains(code) && logged.contains("secret of the stack"), logged);
    }

    private static RuntimeException here(String text) {
        return new UnsupportedOperationException(text);
    }

    private static RuntimeException there() {
        return new UnsupportedOperationException("one");
    }
}
