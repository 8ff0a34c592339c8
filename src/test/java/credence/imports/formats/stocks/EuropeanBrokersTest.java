package credence.imports.formats.stocks;

import static credence.imports.formats.Imported.assertMoney;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.imports.SplitCheck;
import credence.imports.formats.Imported;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.TradeQuery;
import credence.service.TradeView;
import credence.service.Workspace;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;
import credence.testkit.SharedFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Trading 212, XTB, eToro and Saxo.
class EuropeanBrokersTest {

    private static final Choices UTC = Choices.NONE.zone("UTC");
    private static final Choices WARSAW = Choices.NONE.zone("Europe/Warsaw").currency("EUR");
    private static final String XTB = "ID;Type;Time;Symbol;Comment;Amount\n";
    private static final String SAXO =
            "Client ID,Trade Date,Value Date,Type,Instrument,Instrument ISIN,Instrument"
                    + " currency,Exchange Description,Instrument Symbol,Event,Amount,Order"
                    + " ID,Conversion Rate\n";

    @TempDir Path folder;

    private Imported read(String text, Choices choices) {
        return new Imported(new Journal(folder).read("f.csv", text, choices));
    }

    @Test
    void trading212HasFourTradesAmongThirteenRows() {
        Imported file = Imported.shared("stocks/trading212.csv", UTC).as("trading212");

        assertEquals(13, file.file().read());
        assertEquals(4, file.fills().size());
        Fill sold = file.fills().getLast();
        assertEquals("ASTR", sold.symbol().name());
        assertEquals(Side.SELL, sold.side());
        assertEquals("USD", sold.currency().code());
        assertEquals(Instant.parse("2023-12-26T14:30:05.104Z"), sold.time());
        assertEquals("-3.08", sold.extras().get("result"));
        assertEquals("EUR", sold.extras().get("result_currency"));
        // totals as the file states them: 1.33 + 1.20 + 1.47 + 0.70
        assertMoney("4.70", file.total("Totals of all trades in EUR").stated());
        assertEquals("ROUNDING", file.total("Totals of all trades in EUR").verdict());
        // The split's rows are shifted by two columns: neither shares nor price stand in theirs.
        assertTrue(file.notes("Stock split open"));
    }

    @Test
    void trading212sOlderHeaderAndItsFeesInTheAccountsCurrency() {
        Imported file =
                read(
                        """
                        Action,Time (UTC),ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Result (EUR),Total (EUR),Notes,ID,Currency conversion fee (EUR),Finra fee (EUR)
                        Limit buy,2024-03-01 10:00:00,US0378331005,AAPL,"Apple",10,180.00,USD,1.0800,,1669.17,,EOF1,2.50,
                        Stop limit sell,2024-03-02 10:00:00,US0378331005,AAPL,"Apple",10,182.52,USD,1.0800,20.00,1687.46,,EOF2,2.53,0.01
                        Market buy,2024-03-02 10:00:00,GB00B03MLX29,SHEL,"Shell",10,2500.00,GBX,85.00,,294.12,,EOF3,,
                        """,
                        Choices.NONE);

        assertEquals(3, file.fills().size());
        Fill bought = file.fills().get(0);
        assertMoney("2.7", bought.costs().fees().orElseThrow());
        assertEquals("2.50 EUR", bought.extras().get("fee_charged"));
        assertEquals("GBP", file.fills().get(2).currency().code());
        assertMoney("0.01", file.fills().get(2).multiplier());
        assertMoney("3650.75", file.total("Totals of all trades in EUR").stated());
        assertTrue(!file.total("Totals of all trades in EUR").verdict().equals("DIFFERENT"));
    }

    /// The old share goes at 900 and ten new ones come at 90, in either order: 100 until the split and 300 from then on.
    @Test
    void aSplitOfTrading212KeepsMoneyAndShares() {
        String head =
                "Action,Time,ISIN,Ticker,Name,Notes,ID,No. of shares,Price / share,Currency (Price"
                    + " / share),Exchange rate,Result,Currency (Result),Total,Currency (Total)\n";
        String buy =
                "Market buy,2024-05-02"
                        + " 14:30:05,US0000000001,AAA,A,,E1,1,800.00,USD,1.25,,,640.00,GBP\n";
        String close =
                "Stock split close,2024-06-10"
                        + " 07:00:00,US0000000001,AAA,A,,E3,1,900.00,USD,,,,720,GBP\n";
        String open =
                "Stock split open,2024-06-10"
                        + " 07:00:00,US0000000001,AAA,A,,E2,10,90.00,USD,,,,720,GBP\n";
        String sell =
                "Market sell,2024-06-12"
                    + " 14:30:05,US0000000001,AAA,A,,E4,10,120.00,USD,1.25,240,GBP,960.00,GBP\n";
        for (String text :
                List.of(head + buy + close + open + sell, head + buy + open + close + sell)) {
            Imported file = read(text, UTC);
            assertEquals(4, file.fills().size());
            assertMoney("400", file.cash());
            assertTrue(file.notes("Splits end a position"));
        }
        Imported priceless = read(head + open.replace("90.00", "0.00"), UTC);
        assertEquals(0, priceless.fills().size());
        assertTrue(priceless.notes("change a position without being trades"));
    }

    @Test
    void trading212NeedsAZoneWhereTheHeaderNamesNone() {
        assertTrue(
                Imported.shared("stocks/trading212.csv", Choices.NONE)
                        .error()
                        .remedy()
                        .contains("--zone"));
    }

    @Test
    void xtbTradesStandInTheComments() {
        Imported file = Imported.shared("stocks/xtb.csv", WARSAW).as("xtb-cash");

        // by grep: 17 comments OPEN BUY or CLOSE BUY among 46 rows
        assertEquals(46, file.file().read());
        assertEquals(17, file.fills().size());
        assertEquals(
                2, file.fills().stream().filter(f -> f.effect() == PositionEffect.CLOSE).count());
        Fill google =
                file.fills().stream()
                        .filter(f -> f.symbol().name().equals("GOOGL.US"))
                        .findFirst()
                        .orElseThrow();
        assertMoney("111.25", google.price().value());
        assertEquals("122.34", google.extras().get("price"));
        assertEquals("EUR", google.currency().code());
        assertTrue(!file.total("Amounts of trades").verdict().equals("DIFFERENT"));
        assertEquals(3, file.skipped("Profit/Loss (FX/CFD)"));
        assertTrue(file.notes("closed positions"));
        // the sample repeats three operations: by their ids they are known again
        assertEquals(14, file.file().rows().stream().map(r -> r.row().key()).distinct().count());
    }

    @Test
    void xtbInPolishAndShortPositions() {
        Imported file =
                read(
                        """
                        ID;Typ;Czas;Symbol;Komentarz;Kwota
                        1;Zakup akcji/ETF;02.04.2024 14:48:16;PKN.PL;OPEN SELL 10 @ 60.00;600
                        2;Sprzedaż;03.04.2024 14:48:16;PKN.PL;CLOSE SELL 10 @ 59.00;-590
                        3;Wpłata;02.04.2024 14:48:16;;Deposit, with; semicolon
                        """,
                        WARSAW.currency("PLN"));

        assertEquals(Side.SELL, file.fills().get(0).side());
        assertEquals(PositionEffect.OPEN, file.fills().get(0).effect());
        assertEquals(Side.BUY, file.fills().get(1).side());
        assertEquals(Instant.parse("2024-04-02T12:48:16Z"), file.fills().get(0).time());
    }

    @Test
    void xtbMergesWhenSpansOverlap() {
        StringBuilder text = new StringBuilder(XTB);
        for (int i = 9; i > 0; i--) {
            text.append(500 + i)
                    .append(";Stocks/ETF purchase;0")
                    .append(i)
                    .append(".04.2024 14:48:16;SPYL.DE;OPEN BUY 85 @ 11.7305;-997.09\n");
        }
        SplitCheck.holds(
                new Journal(folder), "f.csv", text.toString(), 1, l -> l.split(";")[2], WARSAW);
    }

    private static Workspace workspace() {
        return Workspace.open(
                new MemoryStore(),
                StandardFormats.reader(),
                InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
    }

    private static ImportResult bring(Workspace workspace, Path file) {
        ImportPlan plan = workspace.imports().plan(List.of(file), WARSAW.options(), Progress.NONE);
        return workspace.imports().commit(plan, Progress.NONE);
    }

    /// By hand: 14 operations in shares once the three repeated ones are gone, 12 open, 2 close; so 2 trades, and 10 stay open.
    @Test
    void theSharedXtbSampleLeavesTenOpenEverywhere() {
        try (Workspace workspace = workspace()) {
            ImportResult result =
                    bring(workspace, SharedFolder.file("data/journals/stocks/xtb.csv"));

            assertEquals(2, result.closedTrades());
            assertEquals(10, result.openTrades());
            assertEquals(List.of(), result.remarks());
            List<TradeView> trades = workspace.beliefs().trades(TradeQuery.ALL);
            assertEquals(12, trades.size());
            assertEquals(10, trades.stream().filter(TradeView::open).count());
            assertEquals(0, trades.stream().filter(TradeView::unmatched).count());
        }
    }

    /// Bought and sold within one second, under one number: whichever row comes first, it is one trade and nothing stays open.
    @Test
    void xtbWithinOneSecondIsOneTradeInAnyOrder() {
        String opens =
                "419846716;Ações/ETF compra;25.07.2023 20:56:07;GOOGL.US;OPEN BUY 1 @"
                        + " 122.34;-111.25\n";
        String closes =
                "419846716;Ações/ETF vende;25.07.2023 20:56:07;GOOGL.US;CLOSE BUY 1 @"
                        + " 122.34;111.25\n";
        String before =
                "419846700;Ações/ETF compra;24.07.2023 20:56:07;SPYL.DE;OPEN BUY 1 @"
                        + " 11.00;-11.00\n";
        String after =
                "419846799;Ações/ETF compra;26.07.2023 20:56:07;SPYL.DE;OPEN BUY 1 @"
                        + " 11.00;-11.00\n";
        Set<String> hashes = new TreeSet<>();
        for (String text :
                List.of(
                        before + opens + closes + after,
                        before + closes + opens + after,
                        after + closes + opens + before,
                        after + opens + closes + before)) {
            SplitCheck.holds(
                    new Journal(folder), "f.csv", XTB + text, 1, l -> l.split(";")[2], WARSAW);
            try (Workspace workspace = workspace()) {
                Path file =
                        new Journal(folder)
                                .write("f.csv", (XTB + text).getBytes(StandardCharsets.UTF_8));
                ImportResult result = bring(workspace, file);
                assertEquals(1, result.closedTrades());
                assertEquals(2, result.openTrades());
                assertEquals(List.of(), result.remarks());
                hashes.add(workspace.beliefs().stateHash(Optional.empty()));
            }
        }
        assertEquals(1, hashes.size());
    }

    @Test
    void xtbClosedPositionsHaveTheirPreambleAndTotal() {
        Imported file =
                read(
                                """
                                Name and surname;Account;Currency;Balance
                                A B;123;EUR;1000
                                ;;;
                                Position;Symbol;Type;Volume;Open time;Open price;Close time;Close price;Open origin;Close origin;Purchase value;Sale value;SL;TP;Margin;Commission;Swap;Rollover;Gross P/L;Comment
                                11;SPYL.DE;BUY;10;02.04.2024 10:00:00;11.50;13.04.2024 10:00:00;12.00;xStation;T/P;115;120;;12;;-1;0;0;5.00;bot-a
                                12;EURUSD;SELL;0.1;02.04.2024 11:00:00;1.0800;02.04.2024 12:00:00;1.0790;xStation;S/L;;;;;;0;-0.12;0;9.27;
                                Total;;;;;;;;;;;;;;;-1;-0.12;0;14.27;
                                """,
                                WARSAW)
                        .as("xtb-closed");

        assertEquals(2, file.trades().size());
        TradeRecord shares = file.trades().get(0);
        assertEquals(Direction.LONG, shares.direction());
        assertMoney("1", shares.exit().orElseThrow().costs().orElseThrow());
        assertMoney("4", shares.exit().orElseThrow().netPnl().orElseThrow());
        TradeRecord forex = file.trades().get(1);
        assertEquals("unknown", forex.extras().get("multiplier_source"));
        assertMoney("9.15", forex.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("EQUAL", file.total("Gross P/L, Total").verdict());
        assertEquals(1, file.skipped("total"));
    }

    /// Two trades of 50 and -125 and a last row of their sums without a word: -75 by hand.
    @Test
    void xtbClosedPositionsMayEndInSumsWithoutATitle() {
        Imported file =
                read(
                                """
                                Position;Symbol;Type;Volume;Open time;Open price;Close time;Close price;Open origin;Close origin;Purchase value;Sale value;SL;TP;Margin;Commission;Swap;Rollover;Gross P/L;Comment
                                111;EURUSD;BUY;0.1;06.03.2026 10:00:00;1.1000;09.03.2026 10:00:00;1.1050;x;x;0;0;0;0;0;-0.5;-1.2;0;50.00;
                                112;DE40;SELL;0.1;06.03.2026 10:00:00;18000;09.03.2026 10:00:00;18050;x;x;0;0;0;0;0;0;-1.2;0;-125.00;
                                ;;;;;;;;;;;;;;;-0.5;-2.4;0;-75.00;
                                """,
                                WARSAW)
                        .as("xtb-closed");

        assertEquals(2, file.trades().size());
        assertEquals(1, file.skipped("total"));
        assertEquals(List.of(), file.file().refused());
        assertEquals("EQUAL", file.total("Gross P/L, Total").verdict());
    }

    @Test
    void etoroOpensAndClosesWithoutPricesAndInTwoNumberStyles() {
        Imported file = Imported.shared("stocks/etoro.csv", UTC).as("etoro-activity");

        // by grep: 3 positions opened and 3 closed in stocks, 3 rows of CFDs
        assertEquals(28, file.file().read());
        assertEquals(6, file.fills().size());
        assertEquals(2, file.skipped("opening of a CFD"));
        assertEquals(1, file.skipped("closing of a CFD"));
        // Position 624957573 made 192.16 by the file's own word.
        assertTrue(
                file.file().notes().stream()
                        .anyMatch(
                                n ->
                                        n.startsWith("3 rows are of CFDs")
                                                && n.contains("192.16 USD")),
                () -> "" + file.file().notes());
        Fill closed = file.fills().getFirst();
        assertEquals("OLED", closed.symbol().name());
        assertEquals(PositionEffect.CLOSE, closed.effect());
        assertMoney(
                "18.43",
                closed.quantity()
                        .value()
                        .multiply(closed.price().value())
                        .setScale(8, java.math.RoundingMode.HALF_EVEN));
        assertEquals("7.37", closed.extras().get("stated_pnl"));
        assertEquals(Instant.parse("2024-01-09T15:30:40Z"), closed.time());
    }

    @Test
    void etorosClosedPositionsOfSeveralYears() {
        Imported old =
                read(
                                """
                                Position ID,Action,Amount,Units,Open Date,Close Date,Leverage,Spread,Profit,Open Rate,Close Rate,Take profit rate,Stop lose rate,Rollover Fees and Dividends,Copied From,Type,ISIN,Notes
                                2316622589,Buy CSX Corp, 1.26 ,0.042770,04/11/2022 13:31:25,21/12/2022 15:49:30,1, 0.00 , 0.07 , 29.46 , 31.07 , 410.96 , 0.00 , 0.00 ,jaynemesis,Stocks,US1264081035,
                                2336441128,"Sell Tesla Motors, Inc.", 1.06 ,0.006112,09/12/2022 14:31:31,21/12/2022 14:46:22,1, 0.00 , 0.21 , 173.02 , 138.50 , 0 , 0 , -0.01 ,-,CFD,,
                                """,
                                UTC)
                        .as("etoro-closed");
        assertEquals(2, old.trades().size());
        TradeRecord csx = old.trades().get(0);
        assertMoney("0.07", csx.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("jaynemesis", csx.extras().get("copied_from"));
        assertMoney("410.96", csx.takeProfit().orElseThrow().value());
        assertTrue(csx.stop().isEmpty());
        TradeRecord tesla = old.trades().get(1);
        assertEquals(Direction.SHORT, tesla.direction());
        assertTrue(tesla.exit().orElseThrow().netPnl().isEmpty(), "its overnight fees are open");
        assertTrue(old.notes("1 position has overnight fees"));
        // 0.006112 × 34.52 is 0.21: the profit is that of the rates
        assertTrue(old.notes("1 position counts by open and close rate"));
        assertTrue(old.notes("Currency assumed: USD"));

        Imported recent =
                read(
                        """
                        Position ID,Action,Long / Short,Amount,Units / Contracts,Open Date,Close Date,Leverage,Spread Fees (USD),Market Spread (USD),Profit(USD),Profit(EUR),FX rate at open (USD),FX rate at close (USD),Open Rate,Close Rate,Take profit rate,Stop loss rate,Overnight Fees and Dividends,Copied From,Type,ISIN,Notes
                        77,Kering (KER.PA),Short,100,2,05/11/2025 13:31:25,21/12/2025 15:49:30,x5,0,0,23.40,20,1.17,1.17,250,240,0,0,0,-,CFD,,
                        """,
                        UTC);
        TradeRecord kering = recent.trades().getFirst();
        assertEquals("KER.PA", kering.symbol().name());
        assertEquals(Direction.SHORT, kering.direction());
        assertMoney("23.40", kering.exit().orElseThrow().netPnl().orElseThrow());
        assertEquals("unknown", kering.extras().get("multiplier_source"));
        assertMoney("5", kering.call().leverage().orElseThrow());
        assertEquals("USD", kering.currency().code());
        assertFalse(recent.notes("Currency assumed"), "the column names it");
    }

    @Test
    void saxoTradesStandInTheEventsAndTheirCostsInTheAmounts() {
        Imported file = Imported.shared("stocks/saxo.csv", Choices.NONE).as("saxo-transactions");

        assertEquals(30, file.file().read());
        assertEquals(12, file.fills().size());
        assertEquals(11, file.fills().stream().filter(f -> f.side() == Side.BUY).count());
        // three equal purchases of 3 VWRA on one day are three
        assertEquals(
                3,
                file.fills().stream()
                        .filter(f -> f.symbol().name().equals("VWRA"))
                        .filter(f -> f.side() == Side.BUY)
                        .filter(f -> f.quantity().value().intValue() == 3)
                        .count());
        Fill nvidia =
                file.fills().stream()
                        .filter(f -> f.symbol().name().equals("NVDA"))
                        .findFirst()
                        .orElseThrow();
        assertMoney("134.85", nvidia.price().value());
        assertMoney("1.00", nvidia.costs().commission().orElseThrow());
        assertEquals("xnas", nvidia.extras().get("venue"));
        assertTrue(file.notes("Line 30"));
    }

    @Test
    void saxoInDutchAndInAnotherCurrency() {
        Imported file =
                read(
                        SAXO
                                + """
                                ,16-mrt-2025,20-mrt-2025,Transactie,X,IE00,EUR,Euronext,VUSA:xams,"Koop 1,5 @ 110,00 EUR","-166,00",77,1
                                ,17-mei-2025,20-mei-2025,Transactie,Y,US00,USD,NASDAQ,META:xnas,Verkoop 2 @ 500.00 USD,"920,00",78,0.92
                                ,18-okt-2025,20-okt-2025,Transactie,Y,US00,USD,NASDAQ,META:xnas,Koop 2 @ 500.00 USD,"920,00",79,1
                                ,18-okt-2025,20-okt-2025,Transactie,Y,US00,USD,NASDAQ,META:xnas,Koop @ 500.00 USD,"-920,00",79,1
                                """,
                        Choices.NONE);

        assertEquals(2, file.fills().size());
        assertEquals(Instant.parse("2025-03-16T00:00:00Z"), file.fills().get(0).time());
        assertMoney("1.5", file.fills().get(0).quantity().value());
        assertMoney("1", file.fills().get(0).costs().commission().orElseThrow());
        assertEquals(Instant.parse("2025-05-17T00:00:00Z"), file.fills().get(1).time());
        assertTrue(file.fills().get(1).costs().commission().isEmpty());
        assertEquals(4, file.file().refused().get(0).line(), "a purchase that pays out");
        assertEquals(5, file.file().refused().get(1).line());
    }

    @Test
    void saxosNewerExportsNameTheAmountOtherwise() {
        Imported file =
                read(
                                """
                                Client ID,Trade Date,Value Date,Type,Instrument,Instrument ISIN,Instrument currency,Exchange Description,Instrument Symbol,Event,Booked Amount,Order ID,Conversion Rate,From Derivative,Underlying asset type
                                9,03-mrt-2026,05-mrt-2026,Trade,ASML Holding NV,NL0010273215,EUR,Euronext,ASML:xams,Sell 2 @ 700.50 EUR,"1.399,00",5551,1,No,
                                9,02-okt-2025,06-okt-2025,Trade,ASML Holding NV,NL0010273215,EUR,Euronext,ASML:xams,Buy 2 @ 650.00 EUR,"-1.302,00",5550,1,No,
                                9,02-mei-2025,02-mei-2025,Cash amount,,,EUR,,,Custody Fee,"-3,91",,1,No,
                                """,
                                Choices.NONE)
                        .as("saxo-transactions");

        assertEquals(2, file.fills().size());
        // 1,399.00 − 1,302.00, costs of 2 each way inside
        assertMoney("97", file.cash());
        assertMoney("4", file.costs());
        assertEquals(Instant.parse("2025-10-02T00:00:00Z"), file.fills().getFirst().time());
    }

    /// Costs are what the total differs from quantity × price: 4,000.60 − 40 × 100.00, and 40 × 101.25 − 4,049.10.
    @Test
    void revolutsStocksStateTheirCostsInTheTotalAlone() {
        Imported file =
                read(
                                """
                                Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency,FX Rate
                                2026-01-04T10:00:00.123Z,,CASH TOP-UP,,,USD 20000,USD,1.3805
                                2026-01-05T14:39:38.123456Z,ABC,BUY - LIMIT,40,USD 100.00,"USD 4,000.60",USD,1.3632
                                2026-02-01T04:24:54.123456Z,,CUSTODY FEE,,,USD -0.09,USD,1.3740
                                2026-02-02T15:00:00Z,ABC,DIVIDEND,,,USD 2.14,USD,1.3977
                                2026-02-03T15:00:00Z,XYZ,STOCK SPLIT,5.72912688,,USD 0,USD,1.3647
                                2026-03-05T14:31:11.5Z,ABC,SELL - MARKET,40,USD 101.25,"USD 4,049.10",USD,1.3136
                                2026-03-06T14:31:11.5Z,FRA,BUY - MARKET,0.56217674,€88.94,€50,EUR,1.0000
                                2026-03-07T14:31:11.5Z,FRA,SELL,0.5,€90.00,€60.00,EUR,1.0000
                                """,
                                Choices.NONE)
                        .as("revolut-stocks");

        List<Fill> fills = file.fills();
        assertEquals(3, fills.size());
        Fill bought = fills.get(0);
        assertEquals("ABC", bought.symbol().name());
        assertEquals(Instant.parse("2026-01-05T14:39:38.123456Z"), bought.time());
        assertMoney("100", bought.price().value());
        assertMoney("0.60", bought.costs().commission().orElseThrow());
        assertMoney("0.90", fills.get(1).costs().commission().orElseThrow());
        assertEquals(Side.SELL, fills.get(1).side());
        assertEquals(PositionEffect.CLOSE, fills.get(1).effect(), "there are no short sales");
        // 50 € for 0.56217674 shares: the price of 88.94 is that to the cent
        assertMoney(
                "50.00",
                fills.get(2)
                        .quantity()
                        .value()
                        .multiply(fills.get(2).price().value())
                        .setScale(10, java.math.RoundingMode.HALF_EVEN));
        assertEquals("EUR", fills.get(2).currency().code());
        assertTrue(fills.get(2).costs().commission().isEmpty(), "they are not stated");
        assertEquals(1, file.skipped("STOCK SPLIT"));
        assertTrue(file.notes("“STOCK SPLIT” change a position"));
        assertEquals(1, file.file().refused().size(), "60 € for half a share at 90 €");
        assertEquals(9, file.file().refused().getFirst().line());
    }

    @Test
    void saxoAndTrading212AndEtoroMergeWhenSpansOverlap() {
        StringBuilder saxo = new StringBuilder(SAXO);
        StringBuilder t212 =
                new StringBuilder(
                        "Action,Time (UTC),ISIN,Ticker,Name,No. of shares,Price / share,Currency"
                                + " (Price / share),Exchange rate,Result,Currency"
                                + " (Result),Total,Currency (Total),Notes,ID\n");
        StringBuilder etoro =
                new StringBuilder(
                        "Date,Type,Details,Amount,Units,Realized Equity Change,Realized"
                                + " Equity,Balance,Position ID,Asset type,NWA\n");
        for (int i = 19; i > 10; i--) {
            String row =
                    ","
                            + i
                            + "-Dec-2024,18-Dec-2024,Trade,V,IE00,USD,L,VWRA:xlon,Buy 2 @ 142.58"
                            + " USD,\"-288,96\",,1\n";
            saxo.append(row).append(row);
            t212.append("Market buy,2024-12-")
                    .append(i)
                    .append(" 10:00:00,US1,A,A,2,10.00,USD,1.00,,EUR,20.00,EUR,,EOF")
                    .append(i)
                    .append('\n');
            etoro.append(i)
                    .append(
                            "/01/2024 15:37:16,Open"
                                    + " Position,AMD/USD,49.88,0.337209,0.00,1.00,0.00,")
                    .append(i)
                    .append(",Stocks,0.00\n");
        }
        Journal journal = new Journal(folder);
        SplitCheck.holds(journal, "f.csv", saxo.toString(), 1, l -> l.split(",")[1], Choices.NONE);
        SplitCheck.holds(journal, "f.csv", t212.toString(), 1, l -> l.split(",")[1], UTC);
        SplitCheck.holds(journal, "f.csv", etoro.toString(), 1, l -> l.split(",")[0], UTC);
    }
}
