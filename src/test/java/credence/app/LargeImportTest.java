package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.testkit.FillFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The real program with far less memory than the rows of a file would take as objects. A million rows are measured by
/// `MillionFills` among the benchmarks.
class LargeImportTest {

    private static final int FILLS = 100_000;

    /// Fails at 200 MB when every row is held as an object; passes at 64 MB.
    private static final String HEAP = "-Xmx72m";

    @TempDir private Path folder;

    private JsonNode credence(String... arguments) {
        List<Object> all = new ArrayList<>(List.of("--workspace", folder.resolve("w")));
        all.addAll(List.of(arguments));
        all.add("--json");
        Ran ran =
                ChildProgram.run(
                        ChildProgram.java("credence.Credence", List.of(HEAP), all.toArray()));
        assertEquals(0, ran.status(), ran.err());
        return ran.document();
    }

    @Test
    void manyRowsNeedLittleMemory() {
        FillFile file = FillFile.write(folder.resolve("fills.csv"), FILLS);
        JsonNode first = credence("import", file.path().toString());
        assertEquals(FILLS, first.at("/files/0/imported").asInt());
        assertEquals(FILLS / 2, first.at("/trades/closed").asInt());
        assertEquals(0, first.at("/trades/open").asInt());

        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode bot : credence("trust").at("/bots")) {
            net = net.add(new BigDecimal(bot.at("/netPnl/USDT").asString()));
        }
        assertEquals(0, file.net().compareTo(net), () -> "" + file.net());

        JsonNode again = credence("import", file.path().toString());
        assertEquals(FILLS, again.at("/files/0/duplicates").asInt());
        assertEquals(first.at("/stateHash").asString(), again.at("/stateHash").asString());

        credence("undo-import", "2");
        credence("undo-import", "1");
        JsonNode third = credence("import", file.path().toString());
        assertEquals(FILLS, third.at("/files/0/imported").asInt());
        assertEquals(first.at("/stateHash").asString(), third.at("/stateHash").asString());
        assertTrue(credence("verify").at("/equal").asBoolean());
    }
}
