package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

/// Money from the file to the screen: unknown multipliers, costs that are missing or in another coin, several currencies, results
/// that the file states otherwise.
class MoneyProgramTest {

    private static final String FILLS =
            "time,bot,account,symbol,side,quantity,price,commission,currency,multiplier,";

    @TempDir Path folder;

    private InProcess program() {
        return new InProcess(folder.resolve("w"));
    }

    private Path file(String name, String... lines) {
        return Journals.write(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static JsonNode document(Ran ran) {
        assertEquals(0, ran.status(), ran.err());
        return ran.document();
    }

    private Path unknown() {
        return file(
                "mnq.csv",
                FILLS + "multiplier_source",
                "2025-03-03T10:00:00Z,a,main,MNQ,BUY,2,20000.25,0.62,USD,,unknown",
                "2025-03-03T11:00:00Z,a,main,MNQ,SELL,2,20012.50,0.62,USD,,unknown",
                "2025-03-03T10:00:00Z,a,main,AAPL,BUY,10,200,1,USD,,",
                "2025-03-03T11:00:00Z,a,main,AAPL,SELL,10,201,1,USD,,");
    }

    /// AAPL: 10 − 2 = 8 dollars. MNQ: 24.5 points; at 2 dollars a point 49 − 1.24 = 47.76.
    @Test
    void anUnknownMultiplierCountsInPointsUntilTheUserSetsIt() {
        InProcess program = program();
        Ran imported = program.run("import", unknown());
        assertEquals(0, imported.status(), imported.err());
        assertTrue(imported.out().contains("Set multiplier.MNQ: money per point."), imported.out());
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        JsonNode mnq = trades.get(trades.get(0).get("symbol").asString().equals("MNQ") ? 0 : 1);
        assertTrue(mnq.get("grossPnl").isNull());
        assertTrue(mnq.get("netPnl").isNull());
        assertTrue(mnq.get("multiplier").isNull());
        assertEquals(24.5, mnq.get("points").asDouble());
        assertEquals(1.24, mnq.get("costs").asDouble());
        JsonNode trust = document(program.run("trust", "--json"));
        JsonNode bot = trust.get("bots").get(0);
        assertEquals(8, bot.get("netPnl").get("USD").asDouble());
        assertEquals(2, bot.get("wins").asInt());
        assertEquals(1, trust.get("quality").get("unknownMultipliers").get("MNQ").asInt());
        for (String page : new String[] {"trades", "trust", "status"}) {
            assertTrue(program.run(page).out().contains("Set multiplier.MNQ"), page);
        }
        assertTrue(program.run("trades").out().contains("24.5"));
        document(program.run("settings", "set", "multiplier.MNQ", "2", "--json"));
        JsonNode after = document(program.run("trust", "--json"));
        assertEquals(55.76, after.get("bots").get(0).get("netPnl").get("USD").asDouble());
        assertEquals(0, after.get("quality").get("tradesWithoutMoney").asInt());
        assertFalse(program.run("status").out().contains("multiplier.MNQ"));
        assertTrue(document(program.run("verify", "--json")).get("equal").asBoolean());
    }

    /// One trade each: 10 points of the E-mini at 50 dollars, 1.50 of an option on 100 shares, 10 points by the file's own word.
    @Test
    void whatAPointIsWorthIsToldWithWhoSaysSo() {
        InProcess program = program();
        program.run(
                "import",
                file(
                        "points.csv",
                        FILLS,
                        "2026-01-05T10:00:00Z,a,main,ESH6,BUY,1,5000,0,USD,,",
                        "2026-01-05T11:00:00Z,a,main,ESH6,SELL,1,5010,0,USD,,",
                        "2026-01-05T10:00:00Z,a,main,SPY260116C00600000,BUY,1,2.00,0,USD,,",
                        "2026-01-05T11:00:00Z,a,main,SPY260116C00600000,SELL,1,3.50,0,USD,,",
                        "2026-01-05T10:00:00Z,a,main,FDXH6,BUY,1,100,0,USD,25,",
                        "2026-01-05T11:00:00Z,a,main,FDXH6,SELL,1,110,0,USD,25,"));
        Ran page = program.run("trades");
        for (String line :
                new String[] {
                    "A point of ESH6: ×50 — table of common futures.",
                    "A point of SPY260116C00600000: ×100 — standard option.",
                    "A point of FDXH6: ×25 — the file.",
                    "net of the closed ones 900.00 USD"
                }) {
            assertTrue(page.out().contains(line), () -> line + "\n" + page.out());
        }
        for (JsonNode trade : document(program.run("trades", "--json")).get("trades")) {
            assertEquals(
                    switch (trade.get("symbol").asString()) {
                        case "ESH6" -> "table";
                        case "FDXH6" -> "file";
                        default -> "option";
                    },
                    trade.get("multiplierSource").asString());
        }
        document(program.run("settings", "set", "multiplier.ES", "5", "--json"));
        assertTrue(
                program.run("trades").out().contains("A point of ESH6: ×5 — yours."),
                () -> program.run("trades").out());
    }

    /// Two fees of 0.002 BNB at 600: 2.40 of costs on a gross of 10.
    @Test
    void aFeeInAnotherCoinIsNamedUntilItsRateIsImportedAndAgainAfterUndo() {
        InProcess program = program();
        program.run(
                "import",
                file(
                        "bnb.csv",
                        FILLS + "fee,fee_currency",
                        "2025-03-03T10:00:00Z,a,main,ETHUSDT,BUY,1,2000,,USDT,,0.002,BNB",
                        "2025-03-03T11:00:00Z,a,main,ETHUSDT,SELL,1,2010,,USDT,,0.002,BNB"));
        String hash = document(program.run("status", "--json")).get("stateHash").asString();
        Ran page = program.run("trades");
        assertTrue(page.out().contains("A fee of 0.004 BNB is not counted."), page.out());
        assertTrue(page.out().contains("not stated"), page.out());
        assertTrue(program.run("status").out().contains("import-rates"));
        JsonNode rates =
                document(
                        program.run(
                                "import-rates",
                                file("r.csv", "date,from,to,rate", "2025-03-02,BNB,USDT,600"),
                                "--json"));
        assertEquals(1, rates.get("rates").asInt());
        JsonNode trade = document(program.run("trades", "--json")).get("trades").get(0);
        assertEquals(2.4, trade.get("costs").asDouble());
        assertEquals(7.6, trade.get("netPnl").asDouble());
        assertEquals(0, trade.get("uncountedFees").size());
        assertTrue(document(program.run("verify", "--json")).get("equal").asBoolean());
        document(program.run("undo-import", rates.get("batch").asString(), "--json"));
        assertEquals(hash, document(program.run("status", "--json")).get("stateHash").asString());
    }

    @Test
    void theLaterRateOfADayWinsInTheFileAndOverFormerFiles() {
        InProcess program = program();
        program.run(
                "import",
                file(
                        "eur.csv",
                        FILLS.substring(0, FILLS.length() - 1),
                        "2025-03-03T10:00:00Z,a,main,DAX,BUY,1,100,0,EUR,",
                        "2025-03-03T11:00:00Z,a,main,DAX,SELL,1,110,0,EUR,",
                        "2025-03-03T10:00:00Z,a,main,ES,BUY,1,100,0,USD,",
                        "2025-03-03T11:00:00Z,a,main,ES,SELL,1,105,0,USD,",
                        "2025-03-03T10:00:00Z,a,main,JGB,BUY,1,100,0,JPY,",
                        "2025-03-03T11:00:00Z,a,main,JGB,SELL,1,101,0,JPY,"));
        assertFalse(program.run("trades").out().contains("in all"));
        program.run("settings", "set", "base_currency", "USD");
        JsonNode first =
                document(
                        program.run(
                                "import-rates",
                                file(
                                        "r1.csv",
                                        "date,from,to,rate",
                                        "2025-02-01,EUR,USD,9",
                                        "2025-03-03,EUR,USD,1.1",
                                        "2025-03-03,EUR,USD,1.2"),
                                "--json"));
        assertEquals(2, first.get("rates").asInt());
        assertEquals(1, first.get("files").get(0).get("skipped").get(0).get("count").asInt());
        assertTrue(
                first.get("files")
                        .get(0)
                        .get("notes")
                        .get(0)
                        .asString()
                        .contains("No rate of EUR in USD from 2025-02-02 to 2025-03-02"));
        assertTrue(
                program.run("trades")
                        .out()
                        .contains("in all 17.00 USD (without 1 trade that lacks a rate)"));
        JsonNode second =
                document(
                        program.run(
                                "import-rates",
                                file("r2.csv", "date,from,to,rate", "2025-03-03,EUR,USD,1.3"),
                                "--json"));
        JsonNode quality = document(program.run("trust", "--json")).get("quality");
        assertEquals(18, quality.get("netInBase").asDouble());
        assertEquals(1, quality.get("tradesWithoutRate").asInt());
        document(program.run("undo-import", second.get("batch").asString(), "--json"));
        assertEquals(
                17,
                document(program.run("trust", "--json"))
                        .get("quality")
                        .get("netInBase")
                        .asDouble());
        assertEquals(
                3,
                program.run(
                                "import-rates",
                                file(
                                        "r3.csv",
                                        "date,from,to,rate",
                                        "2025-03-04,EUR,USD,1.3",
                                        "x,EUR,USD,1",
                                        "2025-03-05,EUR,EUR,1",
                                        "2025-03-05,EUR,USD,-1"))
                        .status());
    }

    /// One contract each way: 2 × (0.50 + 0.25) = 1.50 by the profile; the account that states its costs keeps them.
    @Test
    void aFeeProfileIsMarkedAsEstimatedAndLeavesStatedCostsAlone() {
        InProcess program = program();
        program.run("settings", "set", "fees.main.per_fill", "0.50");
        program.run("settings", "set", "fees.main.per_unit", "0.25");
        assertEquals(1, program.run("settings", "set", "fees.main.per_moon", "1").status());
        assertEquals(1, program.run("settings", "set", "fees.main.per_unit", "x").status());
        program.run(
                "import",
                file(
                        "f.csv",
                        FILLS.substring(0, FILLS.length() - 1),
                        "2025-03-03T10:00:00Z,a,main,ES,BUY,1,100,,USD,50",
                        "2025-03-03T11:00:00Z,a,main,ES,SELL,1,101,,USD,50",
                        "2025-03-03T12:00:00Z,b,main,ES,BUY,1,100,2,USD,50",
                        "2025-03-03T13:00:00Z,b,main,ES,SELL,1,101,2,USD,50",
                        "2025-03-03T14:00:00Z,c,other,ES,BUY,1,100,,USD,50",
                        "2025-03-03T15:00:00Z,c,other,ES,SELL,1,101,,USD,50"));
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        assertEquals(48.5, trades.get(0).get("netPnl").asDouble());
        assertTrue(trades.get(0).get("costsEstimated").asBoolean());
        assertEquals(1.5, trades.get(0).get("commission").asDouble());
        assertEquals(46, trades.get(1).get("netPnl").asDouble());
        assertFalse(trades.get(1).get("costsEstimated").asBoolean());
        assertTrue(trades.get(2).get("costs").isNull());
        Ran page = program.run("trades");
        assertTrue(page.out().contains("≈1.50"), page.out());
        assertTrue(page.out().contains("≈ costs estimated"), page.out());
        assertTrue(program.run("trust").out().contains("estimated by the fee profile"));
    }

    @Test
    void columnsOfCostsSurviveAndMissingOnesAreNotZero() {
        InProcess program = program();
        program.run(
                "import",
                file(
                        "c.csv",
                        "time,bot,symbol,side,quantity,price,commission,fees,funding",
                        "2025-03-03T10:00:00Z,a,ES,BUY,3,100,0.90,,",
                        "2025-03-03T11:00:00Z,a,ES,SELL,1,101,0.30,0.12,-0.05",
                        "2025-03-03T12:00:00Z,a,ES,SELL,2,101,0.60,,"));
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        JsonNode one = trades.get(trades.get(0).get("quantity").asInt() == 1 ? 0 : 1);
        JsonNode two = trades.get(trades.get(0).get("quantity").asInt() == 1 ? 1 : 0);
        assertEquals(0.6, one.get("commission").asDouble());
        assertEquals(0.12, one.get("fees").asDouble());
        assertEquals(-0.05, one.get("funding").asDouble());
        assertEquals(0.67, one.get("costs").asDouble());
        assertEquals(1.2, two.get("commission").asDouble());
        assertTrue(two.get("fees").isNull());
        assertTrue(two.get("funding").isNull());
    }

    /// Helsinki is two hours ahead of UTC in March, until the 30th, then three.
    @Test
    void everyTradeNamesItsFileItsLineAndTheClockItWasReadBy() {
        InProcess program = program();
        program.run(
                "import",
                file(
                        "z.csv",
                        "time,bot,symbol,side,quantity,price",
                        "2025-03-29 10:00:00,a,X,BUY,1,100",
                        "2025-03-31 10:00:00,a,X,SELL,1,101"),
                "--zone",
                "Europe/Helsinki");
        program.run(
                "import",
                file(
                        "u.csv",
                        "bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price",
                        "b,X,LONG,1,2025-04-03T10:00:00Z,100,2025-04-03T11:00:00Z,110"));
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        JsonNode first = trades.get(0);
        assertEquals("2025-03-29T08:00:00Z", first.get("entryTime").asString());
        assertEquals("2025-03-31T07:00:00Z", first.get("exitTime").asString());
        JsonNode rows = first.get("rows");
        assertEquals(2, rows.size());
        assertEquals("z.csv", rows.get(0).get("file").asString());
        assertEquals(2, rows.get(0).get("line").asInt());
        assertEquals("Europe/Helsinki", rows.get(0).get("zone").asString());
        assertEquals("2025-03-29T10:00", rows.get(0).get("localTime").asString());
        assertEquals(3, rows.get(1).get("line").asInt());
        assertEquals("2025-03-31T10:00", rows.get(1).get("localTime").asString());
        JsonNode stated = trades.get(1).get("rows").get(0);
        assertEquals("u.csv", stated.get("file").asString());
        assertTrue(stated.get("zone").isNull());
        assertTrue(stated.get("localTime").isNull());
    }

    @Test
    void aResultThatDoesNotFollowFromItsPricesIsFlaggedWithBothFigures() {
        InProcess program = program();
        Ran imported =
                program.run(
                        "import",
                        file(
                                "t.csv",
                                "bot,symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,costs,net_pnl",
                                "a,X,LONG,1,2025-03-03T10:00:00Z,100.00,2025-03-03T11:00:00Z,110.00,1.00,9.00",
                                "a,X,LONG,1,2025-03-03T12:00:00Z,100.00,2025-03-03T13:00:00Z,110.00,1.00,8.00"));
        assertTrue(
                imported.out().contains("1 stated result does not follow from prices"),
                imported.out());
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        assertTrue(trades.get(0).get("difference").isNull());
        assertEquals(9, trades.get(0).get("statedPnl").asDouble());
        assertEquals(-1, trades.get(1).get("difference").asDouble());
        assertEquals(8, trades.get(1).get("netPnl").asDouble());
        assertTrue(
                program.run("trades")
                        .out()
                        .contains("The file says 8 after costs, prices and costs give 9."));
        assertEquals("after costs", trades.get(1).get("statedPnlIs").asString());
        assertEquals("after costs", trades.get(1).get("computedPnlIs").asString());
        assertEquals(
                1,
                document(program.run("status", "--json"))
                        .get("quality")
                        .get("differingResults")
                        .asInt());
    }
}
