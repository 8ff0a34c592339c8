package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.RowKey;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which rows are the same row (`rules.md` 8).
class IdentityTest {

    private static final String HEADER =
            "Trade #,Type,Date and time,Signal,Price USD,Size (qty),Net P&L USD\n";
    private static final String CLOSED =
            "1,Exit long,2024-03-04 11:00,X,105,1,5\n1,Entry long,2024-03-04 10:00,L,100,1,5\n";
    private static final Choices ETH = Choices.NONE.symbol("ETHUSDT").zone("UTC");

    @TempDir Path folder;

    private List<RowKey> keys(String name, String text, Choices choices) {
        ParsedFile file = new Journal(folder).read(name, text, choices);
        assertNull(file.error(), () -> "" + file.error());
        return file.rows().stream().map(r -> r.row().key()).toList();
    }

    private List<Long> sequences(String text) {
        return new Journal(folder)
                .read("f.csv", text, Choices.NONE).rows().stream()
                        .sorted(java.util.Comparator.comparingInt(ParsedFile.ParsedRow::line))
                        .map(r -> r.row().sequence())
                        .toList();
    }

    @Test
    void theSameFileReadTwiceHasTheSameKeys() {
        assertEquals(keys("a.csv", HEADER + CLOSED, ETH), keys("a.csv", HEADER + CLOSED, ETH));
    }

    @Test
    void twoBotsWithIdenticalFilesStayTwo() {
        assertNotEquals(keys("a.csv", HEADER + CLOSED, ETH), keys("b.csv", HEADER + CLOSED, ETH));
    }

    @Test
    void twoAccountsAndTwoSymbolsStayTwo() {
        List<RowKey> keys = keys("a.csv", HEADER + CLOSED, ETH);
        assertNotEquals(keys, keys("a.csv", HEADER + CLOSED, ETH.account("second")));
        assertNotEquals(keys, keys("a.csv", HEADER + CLOSED, ETH.symbol("BTCUSDT")));
        assertEquals(
                keys,
                keys("a.csv", HEADER + CLOSED, ETH.symbol("BINANCE:ETH/USDT.P")),
                "one instrument, two spellings");
    }

    @Test
    void theFilesNameIsNoPartOfTheKeyWhenTheBotIsSaid() {
        assertEquals(
                keys("a.csv", HEADER + CLOSED, ETH.bot("x")),
                keys("b.csv", HEADER + CLOSED, ETH.bot("x")));
    }

    @Test
    void neitherNumberNorResultNorHeaderNorSpellingIsPartOfATradesKey() {
        String again =
                "Trade number,Type,Signal,Date and time,Price USD,Size (qty),Net PnL USD\n"
                        + "7,Entry long,other,2024-03-04 10:00,100.00,1.0,4.99\n"
                        + "7,Exit long,name,2024-03-04 11:00,105.0,1.000,4.99\n";
        assertEquals(keys("a.csv", HEADER + CLOSED, ETH), keys("a.csv", again, ETH));
    }

    @Test
    void twoIdenticalTradesStayTwoAndNumberingThemAnewChangesNothing() {
        List<RowKey> two = keys("a.csv", HEADER + CLOSED + CLOSED.replace("1,E", "2,E"), ETH);
        assertEquals(2, Set.copyOf(two).size());
        assertEquals(
                two,
                keys(
                        "a.csv",
                        HEADER + CLOSED.replace("1,E", "8,E") + CLOSED.replace("1,E", "9,E"),
                        ETH));
        assertEquals(
                two.getFirst(),
                keys("a.csv", HEADER + CLOSED, ETH).getFirst(),
                "the first of two is the first alone");
    }

    @Test
    void theMarkOfAnOpenTradeIsNoPartOfItsKeyAndClosingMakesAnother() {
        String open =
                "1,Entry long,2024-03-04 10:00,L,100,1,5\n"
                        + "1,Exit long,2024-03-04 11:00,Open,105,1,5\n";
        String later =
                "1,Entry long,2024-03-04 10:00,L,100,1,9\n"
                        + "1,Exit long,2024-03-06 11:00,Open,109,1,9\n";
        assertEquals(keys("a.csv", HEADER + open, ETH), keys("a.csv", HEADER + later, ETH));
        assertNotEquals(keys("a.csv", HEADER + open, ETH), keys("a.csv", HEADER + CLOSED, ETH));
    }

    @Test
    void anExecutionIdIsTheIdentityOfAFillWhateverElseItSays() {
        String header = "time,bot,symbol,side,quantity,price,execution_id\n";
        assertEquals(
                keys("a.csv", header + "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,e1\n", Choices.NONE),
                keys("z.csv", header + "2026-01-05T10:00:01Z,b,ETH,BUY,1,3001,e1\n", Choices.NONE));
        assertNotEquals(
                keys("a.csv", header + "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,e1\n", Choices.NONE),
                keys("a.csv", header + "2026-01-05T10:00:00Z,c,ETH,BUY,1,3000,e1\n", Choices.NONE));
    }

    @Test
    void twoFillsOfOneOrderAreTwo() {
        String header = "time,bot,symbol,side,quantity,price,order_id\n";
        String row = "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,o1\n";
        List<RowKey> keys =
                keys("a.csv", header + row + row + row.replace("o1", "o2"), Choices.NONE);
        assertEquals(3, Set.copyOf(keys).size());
        assertEquals(Set.copyOf(keys).size(), keys.stream().collect(Collectors.toSet()).size());
        assertEquals(
                keys.get(2),
                keys("b.csv", header + row.replace("o1", "o2"), Choices.NONE).getFirst());
    }

    @Test
    void anExportThatGrewHoldsTheKeysOfTheShorterOne() {
        String header = "time,bot,symbol,side,quantity,price\n";
        String row = "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000\n";
        String later = "2026-01-06T10:00:00Z,b,ETH,SELL,1,3000\n";
        List<RowKey> shorter = keys("a.csv", header + row + row, Choices.NONE);
        List<RowKey> longer = keys("a.csv", header + row + row + row + later, Choices.NONE);
        assertEquals(shorter, longer.subList(0, 2));
        List<RowKey> newestFirst = keys("a.csv", header + later + row + row + row, Choices.NONE);
        assertEquals(Set.copyOf(longer), Set.copyOf(newestFirst));
    }

    @Test
    void aNumericIdIsThePlaceAmongRowsOfEqualTime() {
        String header = "time,bot,symbol,side,quantity,price,execution_id\n";
        assertEquals(
                List.of(42L, 7L, 0L, 0L),
                sequences(
                        header
                                + "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,42\n"
                                + "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,7\n"
                                + "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000,abc\n"
                                + "2026-01-05T10:00:00Z,c,ETH,BUY,1,3000,99999999999999999999\n"));
    }

    @Test
    void withoutIdsRowsOfEqualTimeKeepTheOrderOfTheFileOldestFirst() {
        String header = "time,bot,symbol,side,quantity,price\n";
        String a = "2026-01-05T10:00:00Z,b,ETH,BUY,1,3000\n";
        String b = "2026-01-05T10:00:00Z,b,ETH,SELL,1,3001\n";
        String c = "2026-01-05T10:00:00Z,other,ETH,SELL,1,3001\n";
        String d = "2026-01-06T10:00:00Z,b,ETH,BUY,1,3002\n";
        assertEquals(List.of(0L, 1L, 0L, 0L), sequences(header + a + b + c + d));
        assertEquals(
                List.of(0L, 0L, 1L, 0L),
                sequences(header + d + c + b + a),
                "newest first, read from its end");
    }

    @Test
    void anIdLinksPredictionsAndSeparatesThem() {
        String header = "time,bot,symbol,direction,confidence,id\n";
        String one = "2026-01-05T10:00:00Z,b,ETH,LONG,0.6,p1\n";
        assertEquals(
                keys("a.csv", header + one, Choices.NONE),
                keys("a.csv", header + one.replace("0.6", "0.7"), Choices.NONE));
        assertEquals(
                2,
                Set.copyOf(keys("a.csv", header + one + one.replace("p1", "p2"), Choices.NONE))
                        .size());
    }
}
