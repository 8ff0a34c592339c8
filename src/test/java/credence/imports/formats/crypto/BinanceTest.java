package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class BinanceTest {

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void theSampleOfSpotTradesHasFourFillsTwoOfOneSecond() {
        ParsedFile file = read().shared("binance_spot_bot_trades.csv", Choices.NONE);
        assertEquals("binance-spot-trades", file.format());
        // Fees in BTC are worth quantity × 0.001 × price, by hand.
        assertEquals(
                List.of(
                        "2025-12-29T03:58:24Z SELL 0.00065 BTCEUR at 76343.53 EUR, cost 0.04962329",
                        "2025-12-29T08:04:39Z BUY 0.00065 BTCEUR at 75808.43 EUR, cost"
                                + " 0.0492754795",
                        "2025-12-29T09:41:21Z BUY 0.00022 BTCEUR at 74738.23 EUR, cost"
                                + " 0.0164424106",
                        "2025-12-29T09:41:21Z BUY 0.00043 BTCEUR at 74738.23 EUR, cost"
                                + " 0.0321374389"),
                Read.shown(file));
        assertEquals("unassigned (Binance)", Read.fills(file).getFirst().bot().name());
        Read.reconciles(file, "EQUAL", 1);
        assertEquals(0, file.refused().size());
    }

    @Test
    void twoEqualRowsAreTwoFillsAndOneBotMayBeSaid() {
        String row =
                "\"2025-12-29"
                    + " 03:58:24\",\"BTCEUR\",\"SELL\",\"76,343.53\",\"0.00065BTC\",\"49.6232945EUR\",\"0.00002BNB\"\n";
        ParsedFile file =
                read().text(
                                "a.csv",
                                "\"Date(UTC)\",\"Pair\",\"Side\",\"Price\",\"Executed\",\"Amount\",\"Fee\"\n"
                                        + row
                                        + row,
                                Choices.NONE.bot("grid"));
        assertEquals(2, file.rows().size());
        assertFalse(file.rows().get(0).row().key().equals(file.rows().get(1).row().key()));
        Fill fill = Read.fills(file).getFirst();
        assertEquals(
                "2025-12-29T03:58:24Z SELL 0.00065 BTCEUR at 76343.53 EUR, cost ?",
                Read.shown(fill));
        assertEquals(Map.of("fee", "0.00002", "fee_currency", "BNB"), fill.extras());
        assertEquals("grid", fill.bot().name());
        assertTrue(
                file.notes().stream()
                        .anyMatch(n -> n.startsWith("2 fills were") && n.contains("0.00004 BNB")),
                file.notes()::toString);
    }

    @Test
    void aCoinThatBeginsWithDigitsIsToldByItsPair() {
        ParsedFile file =
                read().text(
                                """
                                Date(UTC),Pair,Side,Price,Executed,Amount,Fee
                                2024-03-01 00:00:01,1INCHUSDT,BUY,0.5,12.51INCH,6.25USDT,0.01251INCH
                                2024-03-01 00:00:02,1000SATSFDUSD,SELL,0.0005,20001000SATS,1FDUSD,0.001FDUSD
                                """);
        assertEquals(
                List.of(
                        "2024-03-01T00:00:01Z BUY 12.5 1INCHUSDT at 0.5 USDT, cost 0.00625",
                        "2024-03-01T00:00:02Z SELL 2000 1000SATSFDUSD at 0.0005 FDUSD, cost 0.001"),
                Read.shown(file));
    }

    @Test
    void theZoneIsInTheColumnOrInTheFilesName() {
        String rows =
                ",Pair,Side,Price,Executed,Amount,Fee\n"
                    + "23-09-20 18:20:55,ALGOUSDT,SELL,0.0997,103ALGO,10.2691USDT,0.00003593BNB\n";
        String noon = "2023-09-21T00:20:55Z";
        assertEquals(
                noon,
                Read.fills(
                                read().text(
                                                "Binance-Spot-Trade-History-202603230406(UTC--6)_a.csv",
                                                "Time" + rows,
                                                Choices.NONE))
                        .getFirst()
                        .time()
                        .toString());
        assertEquals(
                noon,
                Read.fills(read().text("a.csv", "Time(UTC-6)" + rows, Choices.NONE.zone("UTC")))
                        .getFirst()
                        .time()
                        .toString());
        assertEquals(
                noon,
                Read.fills(read().text("a.csv", "Time" + rows, Choices.NONE.zone("-06:00")))
                        .getFirst()
                        .time()
                        .toString());
        assertTrue(
                read().refusal("a.csv", "Time" + rows, Choices.NONE).contains("zone"),
                "not guessed");
    }

    @Test
    void layoutsWithoutGlueAreReadToo() {
        ParsedFile old =
                read().text(
                                """
                                Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin
                                2018-01-20 16:59:59,XLMETH,BUY,0.00012345,123,0.01518435,0.123,XLM
                                2018-01-20 17:59:59,BNBUSDT,SELL,14,2,28,0.028,USDT
                                """);
        assertEquals(
                List.of(
                        "2018-01-20T16:59:59Z BUY 123 XLMETH at 0.00012345 ETH, cost 0.00001518435",
                        "2018-01-20T17:59:59Z SELL 2 BNBUSDT at 14 USDT, cost 0.028"),
                Read.shown(old));
        ParsedFile later =
                read().text(
                                """
                                Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Quote Asset
                                2024-01-02 03:04:05,BTCUSDT,BUY,42000.00,0.01000000,420.00,0.00001000,BTC,USDT
                                2024-01-02 03:04:05,SHIBUSD,BUY,0.00001,1000000,10.00,,,USD
                                """);
        assertEquals("binance-spot-trades", later.format());
        assertEquals(
                List.of(
                        "2024-01-02T03:04:05Z BUY 0.01 BTCUSDT at 42000 USDT, cost 0.42",
                        "2024-01-02T03:04:05Z BUY 1000000 SHIBUSD at 0.00001 USD, cost ?"),
                Read.shown(later));
    }

    @Test
    void pairsMayBeWrittenWithTheirCoinsBeside() {
        ParsedFile file =
                read().text(
                                """
                                Date(UTC),Pair,Base Asset,Quote Asset,Type,Price,Amount,Total,Fee,Fee Coin,,
                                2026-01-02 03:04:06,BTC/USDT,BTC,USDT,SELL,90100,0.01,901,0.0005,BNB,,
                                2026-01-02 03:04:05,BTC/USDT,BTC,USDT,BUY,90000,0.01,900,0.00001,BTC,,
                                """);
        assertEquals("binance-spot-trades", file.format());
        assertEquals(
                List.of(
                        "2026-01-02T03:04:05Z BUY 0.01 BTCUSDT at 90000 USDT, cost 0.9",
                        "2026-01-02T03:04:06Z SELL 0.01 BTCUSDT at 90100 USDT, cost ?"),
                Read.shown(file));
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void badRowsAreRefusedByLineAndTheOthersComeIn() {
        ParsedFile file =
                read().text(
                                """
                                Date(UTC),Pair,Side,Price,Executed,Amount,Fee
                                2024-03-01 00:00:01,BTCUSDT,BUY,50000,0.1BTC,5000USDT,5USDT
                                2024-13-01 00:00:01,BTCUSDT,BUY,50000,0.1BTC,5000USDT,5USDT
                                2024-03-01 00:00:01,BTCUSDT,HOLD,50000,0.1BTC,5000USDT,5USDT
                                2024-03-01 00:00:01,BTCUSDT,BUY,50000,0.1ETH,5000USDT,5USDT
                                2024-03-01 00:00:01,BTCUSDT,BUY,-1,0.1BTC,5000USDT,5USDT
                                2024-03-01 00:00:01,BTCUSDT,BUY,50000,0BTC,5000USDT,5USDT
                                2024-03-01 00:00:01,BTCUSDT,BUY,50000,0.1BTC,5100USDT,5USDT
                                """);
        assertEquals(List.of(3L, 4L, 5L, 6L, 7L), Read.refusedLines(file));
        assertEquals("Executed", file.refused().get(2).column());
        assertEquals(2, file.rows().size());
        Read.reconciles(file, "DIFFERENT", 1);
        assertTrue(
                file.notes().stream().anyMatch(n -> n.contains("line 8")), file.notes()::toString);
    }

    @Test
    void partsOfSpotTradesMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "a.csv",
                """
                Date(UTC),Pair,Side,Price,Executed,Amount,Fee
                2025-12-29 09:41:29,BTCEUR,BUY,74738.23,0.00043BTC,32.13743890EUR,0.00000043BTC
                2025-12-29 09:41:21,BTCEUR,BUY,74738.23,0.00043BTC,32.13743890EUR,0.00000043BTC
                2025-12-29 09:41:21,BTCEUR,BUY,74738.23,0.00043BTC,32.13743890EUR,0.00000043BTC
                2025-12-29 08:04:39,BTCEUR,BUY,75808.43,0.00065BTC,49.2754795EUR,0.00000065BTC
                2025-12-28 03:58:24,BTCEUR,SELL,76343.53,0.00065BTC,49.6232945EUR,0.04962329EUR
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE);
    }

    @Test
    void theSampleStatementGivesEighteenFillsAndRefusesTheSecondOfTwoPairsAndTheOneThatIsCut() {
        ParsedFile file = read().shared("binance_statement.csv", Choices.NONE);
        assertEquals("binance-statement", file.format());
        assertEquals(230, file.read());
        assertEquals(18, file.rows().size());
        // 9 rows of two pairs, and the 31 of the last second: 9 bought for 13 paid. Each of the
        // nine is
        // 0.00150 to 0.00152 ETH for the ZRX of one payment, the sums 0.00138: four halves are
        // missing.
        assertEquals(40, file.refused().size(), file.refused()::toString);
        assertEquals(201L, file.refused().get(9).line());
        assertTrue(file.refused().getFirst().reason().contains("EUR for ETH, BTC"));
        List<String> shown = Read.shown(file);
        // By hand from the rows of each second.
        assertTrue(
                shown.contains(
                        "2020-10-30T14:21:20Z BUY 0.03605 ETHEUR at 3730.15 EUR, cost"
                                + " 0.1344719075"),
                shown::toString);
        assertTrue(
                shown.contains(
                        "2020-11-20T22:18:01Z SELL 336.5 DARUSDT at 3.44 USDT, cost 1.15756"),
                shown::toString);
        assertTrue(
                shown.contains(
                        "2025-11-10T18:36:00Z BUY 60 ZRXETH at 0.00104502 ETH, cost 0.0000627012"),
                shown::toString);
        assertTrue(
                shown.contains("2020-12-02T22:30:01Z BUY 882 IOTAUSDT at 1.2997 USDT, cost ?"),
                shown::toString);
        Fill two =
                Read.fills(file).stream()
                        .filter(f -> f.symbol().name().equals("ETHBTC"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("1.9156222799999999", Read.plain(two.quantity().value()));
        assertEquals(Optional.of("BNB"), Optional.ofNullable(two.extras().get("fee_currency")));
        assertFalse(two.costs().stated());
        assertTrue(
                Read.skipped(file).get("no trade that is known: “ABC”") == 1,
                Read.skipped(file)::toString);
    }

    @Test
    void aSecondChargedInTwoCoinsKeepsTheOneThatHasNoPrice() {
        // 333.209174 + 59.089888 EUR for 0.0148 + 0.08345 ETH, 0.00008345 ETH and 0.00009009 BNB
        // charged.
        Fill fill =
                Read.fills(read().shared("binance_statement.csv", Choices.NONE)).stream()
                        .filter(f -> f.time().toString().equals("2020-11-03T21:12:59Z"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("0.09825", Read.plain(fill.quantity().value()));
        assertEquals(
                "0.33320",
                fill.costs()
                        .commission()
                        .orElseThrow()
                        .setScale(5, java.math.RoundingMode.HALF_UP)
                        .toPlainString());
        assertEquals("0.00009009", fill.uncountedFee().orElseThrow().amount().toPlainString());
        assertEquals("BNB", fill.uncountedFee().orElseThrow().currency().code());
    }

    @Test
    void oneUnreadableRowTakesItsWholeSecondWithIt() {
        ParsedFile file =
                read().text(
                                """
                                User_ID,UTC_Time,Account,Operation,Coin,Change,Remark
                                1,2024-05-16 12:57:55,Spot,Transaction Buy,ETH,1,""
                                1,2024-05-16 12:57:55,Spot,Transaction Spend,USDT,-3000,""
                                1,2024-05-16 12:57:55,Spot,Transaction Buy,ETH,one,""
                                1,2024-05-16 12:57:56,Spot,Transaction Spend,USDT,-3000,""
                                1,2024-05-16 12:57:57,Spot,Buy,ETH,2,
                                1,2024-05-16 12:57:57,Spot,Buy,USDT,-6001,
                                1,2024-05-16 12:57:57,Spot,Fee,ETH,-0.002,
                                """);
        assertEquals(List.of(2L, 3L, 4L, 5L), Read.refusedLines(file));
        assertEquals(
                List.of("2024-05-16T12:57:57Z BUY 2 ETHUSDT at 3000.5 USDT, cost 6.001"),
                Read.shown(file));
        assertEquals("1", Read.fills(file).getFirst().account().name());
    }

    @Test
    void theOldestStatementsNameNoUser() {
        ParsedFile file =
                read().text(
                                """
                                UTC_Time,Account,Operation,Coin,Change,Remark
                                2021-01-02 10:00:00,Spot,Buy,ETH,1,
                                2021-01-02 10:00:00,Spot,Buy,USDT,-1000
                                2021-01-02 10:00:00,Spot,Fee,ETH,-0.001,
                                """);
        assertEquals("binance-statement", file.format());
        assertEquals(
                List.of("2021-01-02T10:00:00Z BUY 1 ETHUSDT at 1000 USDT, cost 1"),
                Read.shown(file));
    }

    @Test
    void partsOfAStatementMerge() {
        SplitCheck.holds(
                new Journal(folder),
                "a.csv",
                """
                User_ID,UTC_Time,Account,Operation,Coin,Change,Remark
                1,2024-05-16 12:57:55,Spot,Transaction Buy,ETH,1,
                1,2024-05-16 12:57:55,Spot,Transaction Spend,USDT,-3000,
                1,2024-05-16 12:58:55,Spot,Deposit,USDT,3000,
                1,2024-05-16 12:59:57,Spot,Transaction Sold,ETH,-1,
                1,2024-05-16 12:59:57,Spot,Transaction Revenue,USDT,3001,
                1,2024-05-16 12:59:57,Spot,Transaction Fee,USDT,-3,
                1,2024-05-16 13:59:57,Spot,Binance Convert,BUSD,-10,
                1,2024-05-16 13:59:57,Spot,Binance Convert,MATIC,9,
                """,
                1,
                line -> line.split(",")[1],
                Choices.NONE);
    }

    @Test
    void futuresKeepWhatTheyStateAndHedgeModeTellsOpeningFromClosing() {
        ParsedFile file =
                read().text(
                                "Binance-Futures-Trade-History-202608302008(UTC+3)-part1-of1.csv",
                                """
                                Uid,Time,Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit,Buyer,Maker,Trade ID,Order ID
                                161,26-05-29 18:25:01,BTCUSDT,BUY,73645.8,0.001,73.6458,0.03682290USDT,0,true,false,1,9
                                161,2026-05-30 03:35:09,BTCUSDT,SELL,73698.2,0.001,73.6982,0.03684910 USDT,0.05239999,true,false,2,10
                                161,2026-05-30 03:35:10,ETHUSDC,SELL,2000,1,2000,0.0001BNB,0,true,false,2,11
                                161,2026-05-30 03:35:11,BTCUSD_PERP,SELL,73698.2,3,0.00407,0.0000016BTC,0.1,true,false,2,11
                                """,
                                Choices.NONE);
        assertEquals("binance-futures-trades", file.format());
        assertEquals(
                List.of(
                        "2026-05-29T15:25:01Z BUY 0.001 BTCUSDT at 73645.8 USDT, cost 0.0368229",
                        "2026-05-30T00:35:09Z SELL 0.001 BTCUSDT at 73698.2 USDT, cost 0.0368491",
                        "2026-05-30T00:35:10Z SELL 1 ETHUSDC at 2000 USDC, cost ?",
                        "2026-05-30T00:35:11Z SELL 3 BTCUSD at 73698.2 BTC, cost 0.0000016"),
                Read.shown(file));
        Fill close = Read.fills(file).get(1);
        assertEquals("0.05239999", close.extras().get("stated_pnl"));
        assertEquals(PositionEffect.UNKNOWN, close.effect(), "one-way mode may reverse");
        assertEquals(BigDecimal.ONE, close.multiplier());
        assertEquals("unknown", Read.fills(file).get(3).extras().get("multiplier_source"));
        assertEquals(4, Read.fills(file).stream().map(Fill::key).distinct().count());

        ParsedFile hedge =
                read().text(
                                """
                                Time(UTC),Symbol,Side,Position Side,Order Type,Price,Quantity,Amount,Fee,Realized Profit
                                2024-09-01 12:34:01,BTCUSDT,BUY,LONG,MARKET,65000,0.1,6500,2.6 USDT,0
                                2024-09-01 13:34:01,BTCUSDT,SELL,LONG,MARKET,65500,0.1,6550,2.62 USDT,50
                                2024-09-01 14:34:01,BTCUSDT,SELL,SHORT,MARKET,65500,0.1,6550,2.62 USDT,0
                                2024-09-01 15:34:01,BTCUSDT,SELL,BOTH,MARKET,65500,0.1,6550,2.62 USDT,0
                                """);
        assertEquals(
                List.of(
                        PositionEffect.OPEN,
                        PositionEffect.CLOSE,
                        PositionEffect.OPEN,
                        PositionEffect.UNKNOWN),
                Read.fills(hedge).stream().map(Fill::effect).toList());
    }

    @Test
    void futuresOfTheOlderLayoutAreInUtcAndNoSpotTrades() {
        ParsedFile file =
                read().text(
                                """
                                Date(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Fee Coin,Realized Profit,Quote Asset
                                2026-09-01 10:00:00,BTCUSDT,BUY,60000,0.1,6000,2.4,USDT,0,USDT
                                2026-09-30 12:00:00,ETHUSDT,BUY,3000,2,6000,0.0004,BNB,0,USDT
                                """);
        assertEquals("binance-futures-trades", file.format());
        assertEquals(
                List.of(
                        "2026-09-01T10:00:00Z BUY 0.1 BTCUSDT at 60000 USDT, cost 2.4",
                        "2026-09-30T12:00:00Z BUY 2 ETHUSDT at 3000 USDT, cost ?"),
                Read.shown(file));
    }
}
