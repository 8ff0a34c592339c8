package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.FileReport.Skipped;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class KrakenTest {

    private static final String TRADES =
            "\"txid\",\"ordertxid\",\"pair\",\"time\",\"type\",\"ordertype\",\"price\",\"cost\",\"fee\",\"vol\",\"margin\",\"misc\",\"ledgers\"\n";
    private static final String LEDGERS =
            "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"asset\",\"wallet\",\"amount\",\"fee\",\"balance\"\n";

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    private static List<String> withoutCosts(ParsedFile file) {
        return Read.shown(file).stream().map(s -> s.substring(0, s.indexOf(", cost"))).toList();
    }

    @Test
    void theSampleTradesAreTheSampleLedger() {
        ParsedFile trades = read().shared("kraken_trades.csv", Choices.NONE);
        ParsedFile ledgers = read().shared("kraken_ledgers.csv", Choices.NONE);
        assertEquals("kraken-trades", trades.format());
        assertEquals("kraken-ledgers", ledgers.format());
        assertEquals(
                List.of(
                        "2017-09-01T18:00:00Z BUY 0.4 BTCEUR at 5000 EUR, cost 0.1",
                        "2017-09-01T18:00:00Z BUY 2 ETHBTC at 0.05 BTC, cost 0.001",
                        "2017-09-01T18:00:00Z SELL 0.02 BTCEUR at 30000 EUR, cost 1.4",
                        "2017-09-01T18:00:00Z SELL 1.5 ETHBTC at 0.05 BTC, cost 0.001"),
                Read.shown(trades));
        assertEquals(withoutCosts(trades), withoutCosts(ledgers));
        // The ledger charges the second trade 0.001 ETH besides (its balance is 1.999): × 0.05 BTC.
        assertEquals(
                List.of("0.1", "0.00105", "1.4", "0.001"),
                Read.fills(ledgers).stream().map(f -> Read.plain(f.costs().total())).toList());
        Read.reconciles(trades, "EQUAL", 2);
        Read.reconciles(ledgers, "EQUAL", 3);
        assertEquals(
                Map.of(
                        "Last balance of EUR", "8598.5",
                        "Last balance of BTC", "0.353",
                        "Last balance of ETH", "0.499"),
                ledgers.reconciliation().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        r -> r.what(), r -> Read.plain(r.stated()))));
        assertEquals(10, ledgers.read());
        assertEquals(0, ledgers.refused().size());
        assertTrue(ledgers.notes().getFirst().contains("refid"), ledgers.notes()::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "XXBTZEUR,BTC,EUR",
        "XBT/EUR,BTC,EUR",
        "XETHXXBT,ETH,BTC",
        "XBTUSDT,BTC,USDT",
        "USDTZUSD,USDT,USD",
        "XTZEUR,XTZ,EUR",
        "ATOMXBT,ATOM,BTC",
        "SHIBUSD,SHIB,USD",
        "STORJEUR,STORJ,EUR",
        "XDGUSD,DOGE,USD",
        "XXDGXXBT,DOGE,BTC",
        "DOTETH,DOT,ETH",
        "XBTUSD.d,BTC,USD",
        "ZEURZUSD,EUR,USD",
        "BTC/USD,BTC,USD"
    })
    void krakensPairs(String market, String base, String quote) {
        assertEquals(new Pair(base, quote), KrakenAssets.pair(market));
    }

    @Test
    void marginTradesCloseWhereTheySaySo() {
        ParsedFile file =
                read().text(
                                TRADES
                                        + """
                                        "T1","O1","XBT/EUR","2017-11-12 19:04:13.6946","sell","limit",5000,2000,0.1,0.4,400.0,"initiated","L1"
                                        "T2","O2","XBT/EUR","2017-11-12 19:05:13.6946","buy","market",4900,1960,3.2,0.4,400.0,"closing","L2,L3"
                                        "T3","O3","NOPE","2017-11-12 19:05:13.6946","buy","market",4900,1960,3.2,0.4,0,"","L4"
                                        "T4","O3","XBT/EUR","","buy","market",4900,1960,3.2,0.4,0,"","L4"
                                        """);
        assertEquals(
                List.of(PositionEffect.UNKNOWN, PositionEffect.CLOSE),
                Read.fills(file).stream().map(Fill::effect).toList());
        assertEquals("2017-11-12T19:04:13.694600Z", Read.fills(file).getFirst().time().toString());
        assertEquals(List.of(4L, 5L), Read.refusedLines(file));
        assertEquals("pair", file.refused().getFirst().column());
    }

    @Test
    void laterTradesHaveMoreColumnsInOtherPlaces() {
        ParsedFile file =
                read().text(
                                """
                                "txid","ordertxid","pair","aclass","subclass","time","type","ordertype","price","cost","fee","vol","margin","misc","ledgers","posttxid","posstatuscode","cprice","ccost","cfee","cvol","cmargin","net","costusd","trades"
                                "TX","OX","ETH/USDC","forex","crypto","2025-03-04 05:06:07.1234","buy","limit","2000.5","1000.25","2.6","0.5","0.00000000","","L1,L2","","","","","","","","","1000.25",""
                                """);
        assertEquals(
                List.of("2025-03-04T05:06:07.123400Z BUY 0.5 ETHUSDC at 2000.5 USDC, cost 2.6"),
                Read.shown(file));
    }

    @Test
    void aLedgersTradesAreTiedByRefidAndHaveTheTradesKeys() {
        String time = "2024-03-19 19:43:31";
        ParsedFile ledger =
                read().text(
                                LEDGERS
                                        + """
                                        "L1","D1","2024-01-05 12:00:00","deposit","","currency","ZEUR","spot / main",1000.0000,0,1000.0000
                                        "L2","TA4RTP","2024-03-19 19:43:31","trade","","currency","ZEUR","spot / main",-100.0000,0.1800,899.8200
                                        "L4","S1","2024-03-19 19:43:31","staking","","currency","DOT.S","spot / main",0.1,0,0.1
                                        "L3","TA4RTP","2024-03-19 19:43:31","trade","","currency","XXBT","spot / main",0.0020000000,0,0.0020000000
                                        "L5","SP","2024-03-20 19:43:31","spend","","currency","ZEUR","spot / main",-50,0.5,849.32
                                        "L6","SP","2024-03-20 19:43:31","receive","","currency","SOL","spot / main",0.25,0,0.25
                                        "L7","ALONE","2024-03-21 19:43:31","trade","","currency","ZEUR","spot / main",-50,0,799.32
                                        "L8","R","2024-03-21 20:43:31","rollover","","currency","ZEUR","spot / main",0,0.02,799.30
                                        """);
        ParsedFile trade =
                read().text(
                                TRADES
                                        + "\"TA4RTP\",\"O\",\"XXBTZEUR\",\""
                                        + time
                                        + "\",\"buy\",\"limit\",50000,100,0.18,0.002,0,\"\",\"\"\n");
        assertEquals(
                List.of(
                        "2024-03-19T19:43:31Z BUY 0.002 BTCEUR at 50000 EUR, cost 0.18",
                        "2024-03-20T19:43:31Z BUY 0.25 SOLEUR at 200 EUR, cost 0.5"),
                Read.shown(ledger));
        assertEquals(
                Read.fills(trade).getFirst().key(),
                Read.fills(ledger).getFirst().key(),
                "a refid is the trade's txid");
        assertEquals(List.of(8L), Read.refusedLines(ledger));
        assertEquals(1L, Read.skipped(ledger).get("deposit or coins received"));
        assertTrue(
                ledger.reconciliation().stream().allMatch(r -> r.verdict().equals("EQUAL")),
                ledger.reconciliation()::toString);
    }

    @Test
    void aMissingRowShowsInTheBalances() {
        ParsedFile file =
                read().text(
                                LEDGERS
                                        + """
                                        "L1","D1","2024-01-05 12:00:00","deposit","","currency","ZEUR","",1000,0,1000
                                        "L2","W1","2024-01-06 12:00:00","withdrawal","","currency","ZEUR","",-100,1,850
                                        """);
        assertEquals("DIFFERENT", file.reconciliation().getFirst().verdict());
        assertEquals("49", Read.plain(file.reconciliation().getFirst().difference()));
    }

    /// 30.5 − 25 of results; 0.5 + 0.4 of fees; 0.2 + 0.3 USD and 0.0001 BTC of rollover, of the positions opened by R4 and R9.
    @Test
    void marginAndRolloverOfALedgerAreToldInSum() {
        ParsedFile file =
                read().text(
                                "ledgers.csv",
                                LEDGERS
                                        + """
                                        "L7","R4","2026-01-07 11:00:00","margin","","currency","ZUSD","",-25.0,0.5,1974.5
                                        "L8","R4","2026-01-07 12:00:00","rollover","","currency","ZUSD","",0,0.2,1974.3
                                        "L9","R4","2026-01-07 16:00:00","rollover","","currency","ZUSD","",0,0.3,1974
                                        "LA","R9","2026-01-07 16:00:00","rollover","","currency","XXBT","",0,0.0001,0.9999
                                        "LB","R5","2026-01-08 12:00:00","margin trade","","currency","ZUSD","",30.5,0.4,2004.1
                                        "LC","R6","2026-01-08 12:00:00","settled","","currency","XXBT","",-0.1,0,0.8999
                                        """,
                                Choices.NONE);
        assertEquals(0, file.rows().size());
        assertEquals(
                List.of(
                        new Skipped("result or fee of a margin position, in sum in the notes", 2),
                        new Skipped("rollover fee of a margin position, in sum in the notes", 3),
                        new Skipped("settlement of a margin position", 1)),
                file.skipped());
        assertEquals(
                List.of(
                        "Margin positions: results of 5.5 USD and fees of 0.9 USD in 2 rows;"
                            + " rollover fees of 0.0001 BTC, 0.5 USD in 3 rows, of 2 positions. The"
                            + " ledger names neither market nor price nor size of them, so they are"
                            + " in no trade and in no result. Import trades.csv for the fills;"
                            + " rollover fees stand only in the ledger."),
                file.notes().stream().filter(n -> n.startsWith("Margin")).toList());
        Read.reconciles(file, "EQUAL", 2);
    }

    @Test
    void partsOfTradesAndOfLedgersMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "trades.csv",
                TRADES
                        + """
                        "T1","O1","XBT/EUR","2017-11-12 19:04:13.6946","sell","limit",5000,2000,0.1,0.4,0,"","L1"
                        "T2","O2","XBT/EUR","2017-11-12 19:05:13.6946","buy","market",4900,1960,3.2,0.4,0,"","L2"
                        "T3","O2","XBT/EUR","2017-11-12 19:06:13.6946","buy","market",4900,1960,3.2,0.4,0,"","L3"
                        """,
                1,
                line -> line.split(",")[3],
                Choices.NONE);
        SplitCheck.holds(
                new Journal(folder),
                "ledgers.csv",
                LEDGERS
                        + """
                        "L2","A","2024-03-19 19:43:31","trade","","currency","ZEUR","",-100,0.18,900
                        "L3","A","2024-03-19 19:43:31","trade","","currency","XXBT","",0.002,0,0.002
                        "L5","B","2024-03-20 19:43:31","trade","","currency","ZEUR","",-50,0.5,850
                        "L6","B","2024-03-20 19:43:31","trade","","currency","SOL","",0.25,0,0.25
                        "L7","C","2024-03-21 19:43:31","trade","","currency","ZEUR","",60,0.5,910
                        "L8","C","2024-03-21 19:43:31","trade","","currency","SOL","",-0.25,0,0
                        """,
                1,
                line -> line.split(",")[2],
                Choices.NONE);
    }
}
