package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

class SettingTableTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private H2Workspace open() {
        return H2Workspace.open(folder, "command", "1.0", Clock.systemUTC());
    }

    @Test
    void theLastChangeHoldsAndRemovingReturnsToTheDefault() {
        try (H2Workspace workspace = open()) {
            workspace.settings().put("learning.discount", "0.99", NOON);
            workspace.settings().put("capital", "10000.00", NOON);
            workspace.settings().put("learning.discount", "0.95", NOON);
            workspace.settings().put("theme", "", NOON);
            workspace.settings().put("gone", "x", NOON);
            workspace.settings().remove("gone", NOON);
            workspace.settings().remove("never there", NOON);
        }
        try (H2Workspace workspace = open()) {
            assertEquals(
                    Map.of("capital", "10000.00", "learning.discount", "0.95", "theme", ""),
                    workspace.settings().all());
            workspace.settings().put("gone", "back", NOON);
            assertEquals("back", workspace.settings().all().get("gone"));
        }
    }
}
