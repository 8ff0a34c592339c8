package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.Extra;
import credence.core.fact.Fill;
import credence.core.fact.ResultBasis;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.Workspace;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Results that files state are before costs in some exports and after them in others. What each format's are stands in its header
/// comment, with how that is known; each is held against the same.
class StatedBasisTest {

    /// What the rows of a format's seed keep. `not told` where the format's makers do not say.
    private static final Map<String, String> BY_FORMAT =
            Map.ofEntries(
                    Map.entry("binance-futures-trades", "before costs"),
                    Map.entry("binance-futures-positions", "before costs"),
                    Map.entry("okx-trades", "before costs"),
                    Map.entry("bybit-transaction-log", "before costs"),
                    Map.entry("hyperliquid-trades", "after closing costs"),
                    Map.entry("ninjatrader-trades", "before costs"),
                    Map.entry("topstepx-trades", "before costs"),
                    Map.entry("tradovate-performance", "before costs"),
                    Map.entry("tradovate-positions", "before costs"),
                    Map.entry("ibkr-activity", "after commission"),
                    Map.entry("closed-trades", "not told"),
                    Map.entry("mt4-statement", "before costs"),
                    Map.entry("mt4-tester", "before costs"),
                    Map.entry("mt5-history", "before costs"),
                    Map.entry("mt5-portal-positions", "before costs"),
                    Map.entry("mt5-tester", "before costs"),
                    Map.entry("etoro-activity", "after costs"),
                    Map.entry("etoro-closed", "not told"),
                    Map.entry("xtb-closed", "before costs"),
                    Map.entry("freqtrade-backtest", "after costs"),
                    Map.entry("freqtrade-trades", "after costs"));

    @TempDir Path folder;

    @Test
    void everyFormatThatStatesResultsTellsWhatTheyAre() {
        SortedMap<String, String> told = new TreeMap<>();
        for (var format : StandardFormats.reader().formats()) {
            ParsedFile file =
                    StandardFormats.reader()
                            .read(Seeds.of(format.id()), Seeds.OPTIONS, Progress.NONE);
            SortedSet<String> words = new TreeSet<>();
            file.rows().forEach(row -> words.addAll(word(row.row())));
            if (!words.isEmpty()) {
                told.put(format.id(), String.join(", ", words));
            }
        }
        assertEquals(new TreeMap<>(BY_FORMAT), told);
    }

    private static List<String> word(SourceRow row) {
        SortedMap<String, String> extras =
                switch (row) {
                    case Fill f -> f.extras();
                    case TradeRecord t -> t.extras();
                    default -> new TreeMap<>();
                };
        return extras.containsKey(Extra.STATED_PNL)
                ? List.of(extras.getOrDefault(Extra.STATED_PNL_IS, "not told"))
                : List.of();
    }

    /// Each row: options, the file, and for each trade stated, what it is, what it is held against.
    static Stream<Arguments> files() {
        Choices utc = Choices.NONE.zone("UTC");
        return Stream.of(
                // Both sides held at once, which only the results tell: long from 3000 to 3020,
                // short from 3010 to 2990.
                Arguments.of(
                        utc,
                        """
                        Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit,Quote Asset
                        2026-01-05 10:00:00,ETHUSDT,BUY,3000,1,3000,1.2,USDT,0,USDT
                        2026-01-05 10:05:00,ETHUSDT,SELL,3010,1,3010,1.2,USDT,0,USDT
                        2026-01-05 10:10:00,ETHUSDT,SELL,3020,1,3020,1.2,USDT,20,USDT
                        2026-01-05 10:15:00,ETHUSDT,BUY,2990,1,2990,1.2,USDT,20,USDT
                        """,
                        List.of(
                                "20 before costs | 20 before costs",
                                "20 before costs | 20 before costs")),
                Arguments.of(
                        utc,
                        """
                        Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit,Quote Asset
                        2026-01-05 10:00:00,ETHUSDT,BUY,3000,1,3000,1.2,USDT,0,USDT
                        2026-01-05 10:05:00,ETHUSDT,SELL,3030,1,3030,1.2,USDT,30,USDT
                        2026-01-06 10:00:00,ETHUSDT,BUY,3000,1,3000,1.2,USDT,0,USDT
                        2026-01-06 10:05:00,ETHUSDT,SELL,3030,1,3030,1.2,USDT,27.6,USDT
                        """,
                        List.of(
                                "30 before costs | 30 before costs",
                                "27.6 before costs | 30 before costs | differs")),
                // The site's figures and the interface's of one real fill: the same prices, the
                // fee of the closing fill taken off or not.
                Arguments.of(
                        utc,
                        """
                        time,coin,dir,px,sz,ntl,fee,closedPnl
                        25/03/2026 - 11:15:00,ETH,Open Long,2331.5,0.214,498.941,0.07,-0.07
                        25/03/2026 - 12:00:00,ETH,Close Long,2354.8,0.214,503.9272,0.072565,4.913635
                        """,
                        List.of("4.913635 after closing costs | 4.913635 after closing costs")),
                Arguments.of(
                        utc,
                        """
                        time,coin,dir,px,sz,ntl,fee,feeToken,closedPnl,hash
                        2026-03-25 11:15:00,ETH,Open Long,2331.5,0.214,498.941,0.07,USDC,0,0xa
                        2026-03-25 12:00:00,ETH,Close Long,2354.8,0.214,503.9272,0.072565,USDC,4.9862,0xb
                        """,
                        List.of("4.9862 before costs | 4.9862 before costs")),
                Arguments.of(
                        utc.currency("USD"),
                        """
                        Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type
                        1,MNQH6,01/28/2026 14:30:00,01/28/2026 15:05:00,21450.25,21475.75,1.34,51.00,1,Long
                        2,MNQH6,01/28/2026 16:30:00,01/28/2026 17:05:00,21450.25,21475.75,1.34,49.66,1,Long
                        """,
                        List.of(
                                "51 before costs | 51 before costs",
                                "49.66 before costs | 51 before costs | differs")),
                // 1000 in, 1100 out, a dollar each way: 98.
                Arguments.of(
                        utc,
                        """
                        Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
                        Trades,Data,Order,Stocks,USD,X,"2026-01-05, 10:00:00",10,100,100,-1000,-1,1001,0,0,O
                        Trades,Data,Order,Stocks,USD,X,"2026-01-05, 11:00:00",-10,110,110,1100,-1,-1001,98,0,C
                        Trades,Data,Order,Stocks,USD,X,"2026-01-06, 10:00:00",10,100,100,-1000,-1,1001,0,0,O
                        Trades,Data,Order,Stocks,USD,X,"2026-01-06, 11:00:00",-10,110,110,1100,-1,-1001,100,0,C
                        """,
                        List.of(
                                "98 after commission | 98 after costs",
                                "100 after commission | 98 after costs | differs")),
                // The same from a Flex query, with a tax of 0.5 on the way out, which may be in the
                // figure or not.
                Arguments.of(
                        utc,
                        """
                        "ClientAccountID","CurrencyPrimary","AssetClass","Symbol","TradeID","DateTime","Quantity","TradePrice","Proceeds","Taxes","IBCommission","IBCommissionCurrency","FifoPnlRealized","Open/CloseIndicator","Buy/Sell","LevelOfDetail"
                        "U1","USD","STK","X","1","20260105;100000","10","100","-1000","0","-1","USD","0","O","BUY","EXECUTION"
                        "U1","USD","STK","X","2","20260105;110000","-10","110","1100","-0.5","-1","USD","98","C","SELL","EXECUTION"
                        "U1","USD","STK","X","3","20260106;100000","10","100","-1000","0","-1","USD","0","O","BUY","EXECUTION"
                        "U1","USD","STK","X","4","20260106;110000","-10","110","1100","-0.5","-1","USD","97.5","C","SELL","EXECUTION"
                        """,
                        List.of(
                                "98 after commission | 98 after commission",
                                "97.5 after commission | 97.5 after costs")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void likeIsHeldAgainstLike(Choices choices, String text, List<String> expected) {
        Workspace workspace = workspace(choices, text);
        assertEquals(
                expected,
                workspace.beliefs().trades(TradeQuery.ALL).stream()
                        .map(StatedBasisTest::shown)
                        .toList());
    }

    private static String shown(TradeView t) {
        return plain(Objects.requireNonNull(t.evidence().statedPnl()))
                + ' '
                + t.evidence().statedIs().words()
                + " | "
                + plain(Objects.requireNonNull(t.evidence().computedPnl()))
                + ' '
                + t.evidence().computedIs().words()
                + (t.evidence().differs() ? " | differs" : "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Workspace workspace(Choices choices, String text) {
        return workspace(
                choices, new Journal(folder).write("s.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Workspace workspace(Choices choices, Path file) {
        Workspace workspace =
                Workspace.open(
                        new MemoryStore(),
                        StandardFormats.reader(),
                        InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
        ImportPlan plan = workspace.imports().plan(List.of(file), choices.options(), Progress.NONE);
        workspace.imports().commit(plan, Progress.NONE);
        return workspace;
    }

    /// freqtrade's own sample states profits before fees, worked out in binary floating point: the seventeenth digit differs in 37 of 179.
    @Test
    void theLastDigitsOfBinaryArithmeticAreNoDifference() {
        List<TradeView> trades =
                workspace(Choices.NONE, SharedFiles.data("journals/freqtrade/backtest-result.json"))
                        .beliefs()
                        .trades(TradeQuery.ALL);
        assertEquals(179, trades.size());
        assertEquals(0, trades.stream().filter(t -> t.evidence().differs()).count());
        assertEquals(
                179,
                trades.stream()
                        .filter(t -> t.evidence().computedIs() == ResultBasis.BEFORE_COSTS)
                        .count());
    }

    @Test
    void theRemarkSaysWhatWasHeldAgainstWhat() {
        List<Arguments> files = files().toList();
        assertEquals(
                "The file says 27.6 before costs, prices give 30.", remark(files.get(1).get(), 1));
        assertEquals(
                "The file says 49.66 before costs, prices give 51.", remark(files.get(4).get(), 1));
        assertEquals(
                "The file says 100 after commission, prices and costs give 98.",
                remark(files.get(5).get(), 1));
    }

    private String remark(Object[] file, int trade) {
        return workspace((Choices) file[0], (String) file[1])
                .beliefs()
                .trades(TradeQuery.ALL)
                .get(trade)
                .remarks()
                .getFirst();
    }

    /// In Credence's own files, and so in its exports, two columns say it.
    @Test
    void ourOwnFilesMaySayItToo() {
        String text =
                """
                bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,costs,net_pnl,stated_pnl,stated_pnl_is
                a,X,LONG,1,2025-03-03T10:00:00Z,100.00,2025-03-03T11:00:00Z,110.00,1.00,9.00,10.00,before costs
                a,X,LONG,1,2025-03-04T10:00:00Z,100.00,2025-03-04T11:00:00Z,110.00,1.00,8.00,9.00,before costs
                a,X,LONG,1,2025-03-05T10:00:00Z,100.00,2025-03-05T11:00:00Z,110.00,1.00,9.00,9.00,After costs
                """;
        assertEquals(
                List.of(
                        "10 before costs | 10 before costs",
                        "9 before costs | 10 before costs | differs",
                        "9 after costs | 9 after costs"),
                workspace(Choices.NONE, text).beliefs().trades(TradeQuery.ALL).stream()
                        .map(StatedBasisTest::shown)
                        .toList());
        assertEquals(
                List.of(),
                new Journal(folder)
                        .read("own.csv", text, Choices.NONE).notes().stream()
                                .filter(n -> n.contains("stated_pnl"))
                                .toList());
    }

    /// A fill of 2 closes 1 that was held and 1 that was not: of 50 before costs 30 are the trade's, 20 the other's.
    @Test
    void whatFallsToACloseWithoutOpeningIsOfTheSameKind() {
        List<TradeView> trades =
                workspace(
                                Choices.NONE.zone("UTC"),
                                """
                                Date(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit
                                2026-01-05 10:00:00,ETHUSDT,BUY,LONG,3000,1,3000,1.2,USDT,0
                                2026-01-05 10:05:00,ETHUSDT,SELL,LONG,3030,2,6060,2.4,USDT,50
                                """)
                        .beliefs()
                        .trades(TradeQuery.ALL);
        assertEquals("30 before costs | 30 before costs", shown(trades.get(0)));
        assertEquals(
                "Opening not in file: in no sum and no belief. The file says it made 20 USDT before"
                        + " costs.",
                trades.get(1).remarks().getFirst());
    }

    @Test
    void theImportSaysWhatTheExchangeStates() {
        Object[] file = files().toList().get(1).get();
        ParsedFile read =
                new Journal(folder).read("export.csv", (String) file[1], (Choices) file[0]);
        assertNull(read.error());
        assertEquals(
                "Binance states Realized Profit before costs: it is held against what the prices"
                        + " give before any costs.",
                read.notes().stream()
                        .filter(n -> n.contains("states"))
                        .collect(Collectors.joining()));
    }

    /// Nothing that a row says of its stated result is part of its key, so that an older import of the file stays the same rows.
    @Test
    void whatAResultIsIsNoPartOfARowsIdentity() {
        Object[] file = files().toList().get(1).get();
        String other = ((String) file[1]).replace(",30,USDT", ",31,USDT");
        assertEquals(keys((String) file[1], (Choices) file[0]), keys(other, (Choices) file[0]));
        assertEquals(ResultBasis.BEFORE_COSTS.words(), "before costs");
    }

    private List<String> keys(String text, Choices choices) {
        return new Journal(folder)
                .read("export.csv", text, choices).rows().stream()
                        .map(r -> r.row().key().value())
                        .toList();
    }
}
