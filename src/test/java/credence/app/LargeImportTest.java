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

/// The real program with less memory than the rows of a file would take as objects. A million rows in half a gigabyte are measured
/// among the benchmarks.
class LargeImportTest {

    private static final int FILLS = 100_000;

    /// A program that holds every row as an object refuses the file with as much.
    private static final String HEAP = "-Xmx128m";

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

        credence("undo-import", "1");
        JsonNode second = credence("import", file.path().toString());
        assertEquals(FILLS, second.at("/files/0/imported").asInt());
        assertEquals(first.at("/stateHash").asString(), second.at("/stateHash").asString());

        JsonNode third = credence("import", file.path().toString());
        assertEquals(FILLS, third.at("/files/0/duplicates").asInt());
        assertEquals(first.at("/stateHash").asString(), third.at("/stateHash").asString());

        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode bot : credence("trust").at("/bots")) {
            net = net.add(new BigDecimal(bot.at("/netPnl/USDT").asString()));
        }
        assertEquals(0, file.net().compareTo(net), () -> "" + file.net());
        assertTrue(credence("verify").at("/equal").asBoolean());

        JsonNode trades = credence("trades").at("/trades");
        assertEquals(FILLS / 2, trades.size());
        BigDecimal listed = BigDecimal.ZERO;
        for (JsonNode trade : trades) {
            assertEquals(2, trade.at("/rows").size());
            listed = listed.add(new BigDecimal(trade.at("/netPnl").asString()));
        }
        assertEquals(0, file.net().compareTo(listed), () -> "" + file.net());
    }
}
