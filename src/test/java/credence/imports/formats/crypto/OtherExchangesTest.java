package credence.imports.formats.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.service.port.ParsedFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OtherExchangesTest {

    @TempDir Path folder;

    private Read read() {
        return new Read(folder);
    }

    @Test
    void kucoinsSampleHasTwoTrades() {
        ParsedFile file = read().shared("kucoin_orders.csv", Choices.NONE.zone("UTC"));
        assertEquals("kucoin-trades", file.format());
        assertEquals(
                List.of(
                        "2022-04-28T12:36:00Z SELL 36.4479 XTZUSDT at 0.1025 USDT, cost"
                                + " 0.00373590975",
                        "2022-04-28T15:46:07Z BUY 432.59183198 XRPUSDT at 0.64924 USDT, cost"
                                + " 0.2808559209946952"),
                Read.shown(file));
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void kucoinsOrdersCountWithWhatWasFilled() {
        ParsedFile file =
                read().text(
                                """
                                UID,Account Type,Order ID,Order Time(UTC+02:00),Symbol,Side,Order Type,Order Price,Order Amount,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC+02:00),Fee,Fee Currency,Tax,Status
                                ****1,mainAccount,o1,2024-01-01 10:00:00,BTC-USDT,buy,limit,42000.00,0.1,42000.00,0.1,4200.00,4200.00,2024-01-01 10:01:00,4.2,USDT,,deal
                                ****1,mainAccount,o2,2024-01-01 10:00:00,BTC-USDT,BUY,LIMIT,41000,1.0,0,0,0,0,2024-01-16 10:00:00,0,USDT,,cancelled
                                ****1,mainAccount,o3,2024-01-01 10:00:00,ETH-BTC,SELL,LIMIT,0.05,1.0,0.05,0.4,0.02,800,2024-01-16 10:00:00,0.00002,BTC,,part_cancelled
                                ****1,mainAccount,o4,2024-01-01 10:00:00,ETHBTC?,SELL,LIMIT,0.05,1.0,0.05,0.4,0.02,800,2024-01-16 10:00:00,0.00002,BTC,,deal
                                """);
        assertEquals(
                List.of(
                        "2024-01-01T08:01:00Z BUY 0.1 BTCUSDT at 42000 USDT, cost 4.2",
                        "2024-01-16T08:00:00Z SELL 0.4 ETHBTC at 0.05 BTC, cost 0.00002"),
                Read.shown(file));
        assertEquals(Map.of("order of which nothing was filled", 1L), Read.skipped(file));
        assertEquals(List.of(5L), Read.refusedLines(file));
        assertEquals("****1", Read.fills(file).getFirst().account().name());
    }

    @Test
    void kucoinsFillsOfOneOrderStayApartAndOrdersKeepTheClientsId() {
        String row =
                "1,mainAccount,o1,BTC-USDT,buy,limit,42000,0.1,4200,4200,2024-01-01"
                        + " 10:01:00,4.2,0,maker,USDT\n";
        ParsedFile split =
                read().text(
                                "UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled"
                                    + " Price,Filled Amount,Filled Volume,Filled Volume"
                                    + " (USDT),Filled Time(UTC),Fee,Tax,Maker/Taker,Fee Currency\n"
                                        + row
                                        + row
                                        + row.replace("o1", "o2"));
        assertEquals(3, Read.fills(split).stream().map(Fill::key).distinct().count());
        ParsedFile orders =
                read().text(
                                """
                                orderCreatedAt,id,clientOid,symbol,side,type,stopPrice,price,size,dealSize,dealFunds,averagePrice,fee,feeCurrency,remark,tags,orderStatus,
                                2021-01-15T10:30:00.000Z,x1,grid-7,BTC-USDT,buy,limit,,42000,0.5,0.5,21000,42000,10.5,USDT,,,done,
                                """);
        assertEquals(
                List.of("2021-01-15T10:30:00Z BUY 0.5 BTCUSDT at 42000 USDT, cost 10.5"),
                Read.shown(orders));
        assertEquals(Optional.of("grid-7"), Read.fills(orders).getFirst().tag());
    }

    @Test
    void kucoinsOldestExportsAreReadAndTheirZoneIsAskedFor() {
        String trade = "2019-01-15T02:30:00Z BUY 10 KCSBTC at 0.00015 BTC, cost 0.0000015";
        List<String> files =
                List.of(
                        """
                        oid,symbol,dealPrice,dealValue,amount,fee,direction,createdDate,
                        5c3d,KCS-BTC,0.00015,0.0015,10,0.0000015,BUY,2019-01-15 10:30:00,
                        """,
                        """
                        uid,symbol,order_type,price,amount_coin,direction,funds,fee,created_at
                        7,KCS-BTC,LIMIT,0.00015,10,BUY,0.0015,0.0000015,2019-01-15 10:30:00
                        """,
                        """
                        Time,Coins,Sell/Buy,Filled Price,Coin,Amount,Coin,Volume,Coin,Fee,Coin
                        2019-01-15 10:30:00,KCS/BTC,Buy,0.00015,BTC,10,KCS,0.0015,BTC,0.01,KCS
                        """,
                        """
                        Time,Pair,Side,FilledPrice,FilledPriceCoin,Amount,AmountCoin,Volume,VolumeCoin,Fee,FeeCoin
                        2019/01/15 10:30:00,KCS/BTC,Buy,0.00015,BTC,10,KCS,0.0015,BTC,0.0000015,BTC
                        """,
                        """
                        tradeCreatedAt,orderId,symbol,side,price,size,funds,fee,liquidity,feeCurrency,orderType,
                        2019-01-15 10:30:00,o1,KCS-BTC,buy,0.00015,10,0.0015,0.0000015,taker,BTC,limit,
                        """);
        for (String text : files) {
            assertTrue(read().refusal("a.csv", text, Choices.NONE).contains("zone"), text);
            ParsedFile file = read().text("a.csv", text, Choices.NONE.zone("+08:00"));
            assertEquals("kucoin-trades", file.format(), text);
            assertEquals(List.of(trade), Read.shown(file), text);
            Read.reconciles(file, "EQUAL", 1);
        }
        assertEquals(
                List.of("2017-12-15T02:30:00Z SELL 10 KCSBTC at 0.00015 BTC, cost ?"),
                Read.shown(
                        read().text(
                                        "a.csv",
                                        """
                                        uid,symbol,direction,deal_price,amount,deal_value,created_at
                                        7,KCS-BTC,SELL,0.00015,10,0.0015,2017-12-15 10:30:00
                                        """,
                                        Choices.NONE.zone("+08:00"))));
    }

    @Test
    void kucoinsTradingBotsExportTheirFills() {
        ParsedFile file =
                read().text(
                                """
                                UID,Account Type,Order ID,Symbol,Side,Order Type,Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Time Filled(UTC+03:00),Fee,Fee Currency,Tax
                                7,Trading Bot,b1,ETH-USDT,BUY,LIMIT,3100,0.5,1550,1550,2024-01-01 12:00:00,1.55,USDT,
                                7,Trading Bot,b1,ETH-USDT,BUY,LIMIT,3100,0.5,1550,1550,2024-01-01 12:00:00,1.55,USDT,
                                7,Trading Bot,b2,ETH-USDT,SELL,LIMIT,3200,1,3200,3200,2024-01-02 12:00:00,3.2,USDT,
                                """);
        assertEquals(
                List.of(
                        "2024-01-01T09:00:00Z BUY 0.5 ETHUSDT at 3100 USDT, cost 1.55",
                        "2024-01-01T09:00:00Z BUY 0.5 ETHUSDT at 3100 USDT, cost 1.55",
                        "2024-01-02T09:00:00Z SELL 1 ETHUSDT at 3200 USDT, cost 3.2"),
                Read.shown(file));
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void bitstampsSampleHasOneSale() {
        ParsedFile file = read().shared("bitstamp.csv", Choices.NONE);
        assertEquals("bitstamp-transactions", file.format());
        assertEquals(
                List.of("2022-01-28T00:31:00Z SELL 1 ETHEUR at 2214.01 EUR, cost 10.87005"),
                Read.shown(file));
        assertEquals(
                Map.of("deposit or coins received", 1L, "withdrawal or coins sent", 1L),
                Read.skipped(file));
        Read.reconciles(file, "EQUAL", 1);
    }

    @Test
    void bitstampSinceItHasIds() {
        ParsedFile file =
                read().text(
                                """
                                ID,Account,Type,Subtype,Datetime,Amount,Amount currency,Value,Value currency,Rate,Rate currency,Fee,Fee currency,Order ID
                                351051,Main Account,Market,Buy,2018-04-19T08:14:00Z,0.19307520,BTC,25.93,USD,134.3,USD,0.13000,USD,
                                67642304,Bots,Market,Buy,2021-06-04T11:49:57Z,0.03760132,ETH,0.00296900,BTC,0.07895999,BTC,0.00000600,BTC,1626588334
                                67642305,Main Account,Deposit,,2021-06-05T11:49:57Z,1,ETH,,,,,,,
                                67642306,Main Account,Market,Sell,2021-06-06T11:49:57Z,12.5,1INCH,6.25,USD,0.5,USD,,,9
                                67642307,Main Account,Market,Sell,2021-06-06T11:49:57Z,,ETH,6.25,USD,0.5,USD,,,9
                                """);
        assertEquals(
                List.of(
                        "2018-04-19T08:14:00Z BUY 0.1930752 BTCUSD at 134.3 USD, cost 0.13",
                        "2021-06-04T11:49:57Z BUY 0.03760132 ETHBTC at 0.07895999 BTC, cost"
                                + " 0.000006",
                        "2021-06-06T11:49:57Z SELL 12.5 1INCHUSD at 0.5 USD, cost ?"),
                Read.shown(file));
        assertEquals("default", Read.fills(file).get(0).account().name());
        assertEquals("Bots", Read.fills(file).get(1).account().name());
        assertEquals(List.of(6L), Read.refusedLines(file));
        assertEquals(
                List.of("ROUNDING", "ROUNDING"),
                file.reconciliation().stream().map(r -> r.verdict()).toList());
    }

    @Test
    void revolutsSampleHasSevenTradesInThreeCurrencies() {
        ParsedFile file = read().shared("revolut_crypto.csv", Choices.NONE.zone("UTC"));
        assertEquals("revolut-crypto", file.format());
        assertEquals(
                List.of(
                        "2020-05-05T22:10:57Z BUY 0.00056077 BTCSEK at 89162.28 SEK, cost 0",
                        "2020-06-01T18:18:21Z BUY 0.00001082 BTCSEK at 92355.75 SEK, cost 0",
                        "2020-06-02T21:10:31Z SELL 0.00001082 BTCSEK at 86557.95 SEK, cost 0",
                        "2020-11-19T13:57:22Z BUY 0.00069453 BTCSEK at 156852.71 SEK, cost 0",
                        "2022-03-08T14:08:54Z BUY 0.00027963 BTCEUR at 35761.54 EUR, cost 0.24",
                        "2024-02-09T09:46:02Z BUY 0.00431791 ETHEUR at 2315.93 EUR, cost 0.14",
                        "2025-05-09T10:03:50Z BUY 0.00009518 BTCUSD at 105058.55 USD, cost 0.24"),
                Read.shown(file));
        assertEquals(13, file.read());
    }

    @Test
    void revolutsZoneIsTheCustomersAndCheapCoinsAreWorthTheirValue() {
        String text =
                """
                Symbol,Type,Quantity,Price,Value,Fees,Date
                XRP,Buy,1998.8843,35.52 CZK,71000.00 CZK,764.99 CZK,"13 Apr 2021, 09:54:54"
                SHIB,Sell,"1,000,000",€0.00,€10.00,€0.10,"13 Apr 2021, 09:54:55"
                SHIB,Sell,"1,000,000",€0.00,,€0.10,"13 Apr 2021, 09:54:55"
                """;
        assertTrue(read().refusal("a.csv", text, Choices.NONE).contains("zone"));
        ParsedFile file = read().text("a.csv", text, Choices.NONE.zone("Europe/Prague"));
        assertEquals("2021-04-13T07:54:54Z", Read.fills(file).getFirst().time().toString());
        assertEquals(
                "2021-04-13T07:54:55Z SELL 1000000 SHIBEUR at 0.00001 EUR, cost 0.1",
                Read.shown(file).get(1));
        // 1998.8843 × 35.52 is 71000.37: what was paid counts.
        Fill xrp = Read.fills(file).getFirst();
        assertEquals("35.52", xrp.extras().get("stated_price"));
        assertEquals(List.of(4L), Read.refusedLines(file));
    }

    @Test
    void cointrackingsAmountsAreAfterCosts() {
        assertTrue(
                new Journal(folder)
                        .read("x.csv", header(), Choices.NONE)
                        .error()
                        .reason()
                        .contains("zone"));
        ParsedFile file = read().shared("cointracking.csv", Choices.NONE.zone("UTC"));
        assertEquals("cointracking-trades", file.format());
        List<Fill> fills = Read.fills(file);
        assertEquals(3, fills.size());
        // 500 EUR went, 19 of them costs: 481 for 0.0055 BTC; 202 before 2 of costs for 0.0022 BTC.
        assertEquals("481", fills.get(0).extras().get("exact_amount"));
        assertEquals("19", Read.plain(fills.get(0).costs().total()));
        assertEquals("90000", Read.plain(fills.get(1).price().value()));
        assertEquals("202", fills.get(2).extras().get("exact_amount"));
        assertEquals("481", Read.plain(fills.get(0).turnover()));
        assertEquals("Kraken", fills.get(0).account().name());
        assertEquals("Pocket Bitcoin", fills.get(1).account().name());
        assertEquals(6, file.read());
    }

    private static String header() {
        return "\"Type\",\"Buy\",\"Cur.\",\"Sell\",\"Cur.\",\"Fee\",\"Cur.\",\"Exchange\",\"Group\",\"Comment\",\"Date\",\"Tx-ID\"\n"
                   + "\"Trade\",\"0.99\",\"BTC\",\"500\",\"USD\",\"0.01\",\"BTC\",\"X\",\"grid\",\"\",\"18.01.2025"
                   + " 15:18:55\",\"t1\"\n"
                   + "\"Trade\",\"1\",\"BTC\",\"500\",\"USD\",\"0.01\",\"BNB\",\"X\",\"grid\",\"\",\"2025-01-17"
                   + " 15:18:55\",\"\"\n"
                   + "\"Trade\",\"1\",\"BTC\",\"500\",\"\",\"0.01\",\"BNB\",\"X\",\"grid\",\"\",\"2025-01-16"
                   + " 15:18:55\",\"\"\n";
    }

    @Test
    void cointrackingsFeesInAnyCoin() {
        ParsedFile file = read().text("x.csv", header(), Choices.NONE.zone("Europe/Berlin"));
        assertEquals(
                List.of(
                        "2025-01-17T14:18:55Z BUY 1 BTCUSD at 500 USD, cost ?",
                        "2025-01-18T14:18:55Z BUY 1 BTCUSD at 500 USD, cost 5"),
                Read.shown(file).stream().sorted().toList());
        assertEquals(Optional.of("grid"), Read.fills(file).getFirst().tag());
        assertEquals(List.of(4L), Read.refusedLines(file));
    }

    @Test
    void cryptocomsSampleHasFiveExchangesAndOneOfTwoRows() {
        ParsedFile file = read().shared("cryptocom.csv", Choices.NONE);
        assertEquals("cryptocom-app", file.format());
        assertEquals(65, file.read());
        assertEquals(0, file.refused().size());
        List<String> shown =
                Read.fills(file).stream()
                        .map(
                                f ->
                                        f.side()
                                                + " "
                                                + Read.plain(f.quantity().value())
                                                + " "
                                                + f.symbol())
                        .toList();
        assertEquals(
                List.of(
                        "BUY 3.3 SOLUSDT",
                        "BUY 5 AVAXUSDT",
                        "BUY 81.161849 USDCUSDT",
                        "SELL 0.67 ETHWUSDC",
                        "SELL 4.15 EGLDUSDC",
                        "SELL 500 XRPBTC"),
                shown.stream().sorted().toList());
        assertFalse(Read.fills(file).getFirst().costs().stated());
        assertEquals(58, Read.skipped(file).values().stream().mapToLong(Long::longValue).sum());
    }

    /// A filled limit order buys once, though what it needs was set aside before; one that was cancelled buys nothing.
    @Test
    void cryptocomsLimitOrdersTradeWhenTheyAreFilled() {
        ParsedFile file =
                read().text(
                                """
                                Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind
                                2026-01-10 10:00:00,USD -> SOL,USD,-400.0,SOL,2.0,USD,400.0,400.0,trading.limit_order.cash_account.purchase_lock
                                2026-01-11 10:00:00,USD -> SOL,USD,-500.0,SOL,2.0,USD,500.0,500.0,trading.limit_order.cash_account.purchase_lock
                                2026-01-12 10:00:00,USD -> SOL,USD,-400.0,SOL,2.0,USD,400.0,400.0,trading.limit_order.cash_account.purchase_commit
                                2026-01-13 10:00:00,USD -> SOL,USD,500.0,SOL,2.0,USD,500.0,500.0,trading.limit_order.cash_account.purchase_unlock
                                2026-01-14 10:00:00,SOL -> USD,SOL,-2.0,USD,450.0,USD,450.0,450.0,trading.limit_order.cash_account.sell_commit
                                2026-01-15 10:00:00,Buy BTC,BTC,0.01,,,USD,900.0,900.0,trading.crypto_purchase.google_pay
                                """);
        assertEquals(
                List.of("BUY 2 SOLUSD", "SELL 2 SOLUSD", "BUY 0.01 BTCUSD"),
                Read.fills(file).stream()
                        .map(
                                f ->
                                        f.side()
                                                + " "
                                                + Read.plain(f.quantity().value())
                                                + " "
                                                + f.symbol())
                        .toList());
        assertEquals(
                3,
                file.skipped().stream()
                        .filter(k -> k.reason().startsWith("money or coins set aside"))
                        .mapToLong(k -> k.count())
                        .sum());
        assertEquals(List.of(), file.refused());
    }

    @Test
    void cryptocomsPurchasesSalesAndDust() {
        ParsedFile file =
                read().text(
                                """
                                Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind
                                2025-01-10 10:00:00,Buy BTC,EUR,-1000,BTC,0.01,EUR,1000,1100,viban_purchase
                                2025-03-01 10:00:00,Sell ETH,ETH,-0.2,EUR,1300,EUR,1300,1400,crypto_viban_exchange
                                2025-03-02 10:00:00,Buy BTC,BTC,0.02,,,EUR,2000,2100,crypto_purchase
                                2025-03-03 10:00:00,Convert Dust,CRO,5,,,EUR,1,1,dust_conversion_credited
                                2025-03-03 10:00:00,Convert Dust,ADA,-1,,,EUR,0.5,0.5,dust_conversion_debited
                                2025-03-03 10:00:00,Convert Dust,XLM,-1,,,EUR,0.5,0.5,dust_conversion_debited
                                2025-03-04 10:00:00,Half,ADA,-1,,,EUR,0.5,0.5,crypto_wallet_swap_debited
                                2025-03-05 10:00:00,Half,ADA,-1,,1,EUR,0.5,0.5,crypto_exchange
                                """);
        assertEquals(
                List.of(
                        "2025-01-10T10:00:00Z BUY 0.01 BTCEUR at 100000 EUR, cost ?",
                        "2025-03-01T10:00:00Z SELL 0.2 ETHEUR at 6500 EUR, cost ?",
                        "2025-03-02T10:00:00Z BUY 0.02 BTCEUR at 100000 EUR, cost ?"),
                Read.shown(file));
        assertEquals(Map.of("small balances exchanged in bulk", 3L), Read.skipped(file));
        assertEquals(List.of(8L, 9L), Read.refusedLines(file));
    }

    @Test
    void partsMerge() {
        Journal journal = new Journal(folder);
        SplitCheck.holds(
                journal,
                "kucoin.csv",
                """
                UID,Account Type,Order ID,Symbol,Side,Order Type,Avg. Filled Price,Filled Amount,Filled Volume,Filled Volume (USDT),Filled Time(UTC),Fee,Tax,Maker/Taker,Fee Currency
                1,m,o1,BTC-USDT,buy,limit,42000,0.1,4200,4200,2024-01-03 10:01:00,4.2,0,maker,USDT
                1,m,o1,BTC-USDT,buy,limit,42000,0.1,4200,4200,2024-01-03 10:01:00,4.2,0,maker,USDT
                1,m,o2,BTC-USDT,buy,limit,42000,0.1,4200,4200,2024-01-02 10:01:00,4.2,0,maker,USDT
                1,m,o3,BTC-USDT,sell,limit,42000,0.1,4200,4200,2024-01-01 10:01:00,4.2,0,maker,USDT
                """,
                1,
                line -> line.split(",")[10],
                Choices.NONE);
        SplitCheck.holds(
                journal,
                "bitstamp.csv",
                """
                Type,Datetime,Account,Amount,Value,Rate,Fee,Sub Type
                Market,"Jan. 28, 2022, 12:31 AM",Main Account,1.0 ETH,2214.01 EUR,2214.01 EUR,10.87 EUR,Sell
                Market,"Jan. 28, 2022, 12:32 AM",Main Account,1.0 ETH,2214.01 EUR,2214.01 EUR,10.87 EUR,Sell
                Market,"Jan. 28, 2022, 12:33 AM",Main Account,1.0 ETH,2214.01 EUR,2214.01 EUR,10.87 EUR,Buy
                """,
                1,
                line -> line.split("\"")[1],
                Choices.NONE);
        SplitCheck.holds(
                journal,
                "revolut.csv",
                """
                Symbol,Type,Quantity,Price,Value,Fees,Date
                BTC,Buy,0.00027963,"€35,761.54",€10.00,€0.24,"Mar 8, 2022, 2:08:54 PM"
                BTC,Buy,0.00027963,"€35,761.54",€10.00,€0.24,"Mar 9, 2022, 2:08:54 PM"
                BTC,Sell,0.00027963,"€35,761.54",€10.00,€0.24,"Mar 10, 2022, 2:08:54 PM"
                """,
                1,
                line -> line.substring(line.lastIndexOf("\"Mar")),
                Choices.NONE.zone("UTC"));
        SplitCheck.holds(
                journal,
                "cryptocom.csv",
                """
                Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind
                2025-03-31 12:53:56,Balance Conversion,USDC,81.1,,,EUR,74,87,crypto_wallet_swap_credited
                2025-03-31 12:53:56,Balance Conversion,USDT,-81.1,,,EUR,73,86,crypto_wallet_swap_debited
                2025-03-01 10:00:00,Sell ETH,ETH,-0.2,EUR,1300,EUR,1300,1400,crypto_viban_exchange
                2025-01-10 10:00:00,Buy BTC,EUR,-1000,BTC,0.01,EUR,1000,1100,viban_purchase
                """,
                1,
                line -> line.split(",")[0],
                Choices.NONE);
        SplitCheck.holds(
                journal,
                "cointracking.csv",
                header().replace("\"500\",\"\"", "\"500\",\"USD\""),
                1,
                line -> line.split("\",\"")[10],
                Choices.NONE.zone("UTC"));
    }
}
