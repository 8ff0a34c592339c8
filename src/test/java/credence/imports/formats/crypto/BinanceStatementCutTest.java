package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A statement cut inside one second: the halves of a trade stand in two files.
class BinanceStatementCutTest {

    private static final String HEAD = "User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n";

    /// Three fills of one second, 10 + 20 + 30 HIGH for 0.001 + 0.002 + 0.003 BTC: 60 HIGH at 0.0001, 0.06 HIGH of costs.
    private static final List<String> SECOND =
            List.of(
                    "1,2024-05-16 12:57:55,Spot,Transaction Spend,BTC,-0.001,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Spend,BTC,-0.002,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Buy,HIGH,10,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Fee,HIGH,-0.01,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Fee,HIGH,-0.02,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Spend,BTC,-0.003,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Buy,HIGH,20,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Fee,HIGH,-0.03,",
                    "1,2024-05-16 12:57:55,Spot,Transaction Buy,HIGH,30,");

    private static final String BEFORE =
            """
            1,2024-05-16 12:00:00,Spot,Transaction Buy,ETH,1,
            1,2024-05-16 12:00:00,Spot,Transaction Spend,BTC,-0.05,
            """;

    private static final String AFTER =
            """
            1,2024-05-16 13:00:00,Spot,Transaction Sold,ETH,-1,
            1,2024-05-16 13:00:00,Spot,Transaction Revenue,BTC,0.06,
            """;

    @TempDir Path folder;

    private static String file(String before, List<String> second, String after) {
        return HEAD + before + String.join("\n", second) + "\n" + after;
    }

    private static List<String> rows(int... numbers) {
        return IntStream.of(numbers).mapToObj(SECOND::get).toList();
    }

    @Test
    void aSecondWithoutAllOfItsRowsIsNoFill() {
        ParsedFile file =
                new Read(folder).text(file(BEFORE, SECOND.subList(0, 4), "").stripTrailing());
        assertEquals(
                List.of("2024-05-16T12:00:00Z BUY 1 ETHBTC at 0.05 BTC, cost ?"), Read.shown(file));
        assertEquals(List.of(4L, 5L, 6L, 7L), Read.refusedLines(file));
        Refusal why = file.refused().getFirst();
        assertTrue(
                why.reason()
                        .contains(
                                "1 row of what was received, 2 of what was paid and 1 of"
                                        + " costs"),
                why::reason);
        assertTrue(why.remedy().contains("whole second"), why::remedy);
    }

    @Test
    void aFeeWithoutItsTradeAndATradeWithoutItsFeeAreRefusedToo() {
        assertEquals(
                List.of(4L),
                Read.refusedLines(new Read(folder).text(file(BEFORE, SECOND.subList(3, 4), ""))));
        assertEquals(
                List.of(4L, 5L, 6L, 7L, 8L),
                Read.refusedLines(new Read(folder).text(file(BEFORE, rows(0, 2, 1, 6, 3), ""))),
                "two bought, two paid, one charged");
    }

    @Test
    void whicheverPartComesFirstTheWholeSecondBringsItsFillOrIsSaidToContradict() {
        String all = file(BEFORE, SECOND, AFTER);
        Outcome whole = imported(List.of(all));
        assertFalse(whole.refused);
        assertEquals(3, whole.fills);
        for (int cut = 1; cut < SECOND.size(); cut++) {
            String older = file(BEFORE, SECOND.subList(0, cut), "");
            String newer = file("", SECOND.subList(cut, SECOND.size()), AFTER);
            for (List<String> order :
                    List.of(
                            List.of(older, newer),
                            List.of(newer, older),
                            List.of(older, all),
                            List.of(newer, all),
                            List.of(all, older),
                            List.of(all, newer),
                            List.of(older, newer, all),
                            List.of(newer, older, all))) {
                Outcome parts = imported(order);
                String what = "cut after " + cut;
                assertTrue(parts.refused, what);
                boolean holdsAll = order.contains(all);
                assertEquals(holdsAll ? 3 : 2, parts.fills, what);
                if (holdsAll) {
                    assertEquals(whole.hash, parts.hash, what);
                }
            }
        }
    }

    @Test
    void halfASecondThatHappensToBeEvenIsHeldAgainstTheWhole() {
        List<String> even = rows(0, 2, 3);
        List<String> rest = rows(1, 4, 5, 6, 7, 8);
        String all = file(BEFORE, SECOND, AFTER);
        for (List<String> order :
                List.of(
                        List.of(file(BEFORE, even, ""), all),
                        List.of(file(BEFORE, even, ""), file("", rest, AFTER)),
                        List.of(all, file("", rest, AFTER)))) {
            Outcome parts = imported(order);
            assertTrue(parts.refused, "said to contradict what is known");
            assertEquals(3, parts.fills, "one fill of that second, not two");
        }
    }

    private record Outcome(boolean refused, int fills, String hash) {}

    private Outcome imported(List<String> files) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));
        boolean refused = false;
        int fills = 0;
        try (Workspace workspace =
                Workspace.open(new MemoryStore(), StandardFormats.reader(), clock)) {
            List<Refusal> refusals = new ArrayList<>();
            for (String text : files) {
                Path path =
                        new Journal(folder).write("a.csv", text.getBytes(StandardCharsets.UTF_8));
                ImportPlan plan =
                        workspace
                                .imports()
                                .plan(List.of(path), Choices.NONE.options(), Progress.NONE);
                ImportResult result = workspace.imports().commit(plan, Progress.NONE);
                refusals.addAll(result.files().getFirst().refused());
                fills += (int) result.fills();
            }
            refused = !refusals.isEmpty();
            return new Outcome(refused, fills, workspace.beliefs().stateHash(Optional.empty()));
        }
    }
}
