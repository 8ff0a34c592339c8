package credence.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.testkit.Bars;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Bars from the file to the screen: regimes, situations, and what they change for the bots.
class MarketProgramTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @TempDir Path folder;

    private InProcess program() {
        return new InProcess(folder.resolve("w"));
    }

    private static JsonNode document(Ran ran) {
        assertEquals(0, ran.status(), ran.err());
        return ran.document();
    }

    private Path trades() {
        StringBuilder text =
                new StringBuilder(
                        "bot,account,symbol,side,quantity,entry_time,entry_price,exit_time,"
                                + "exit_price,currency\n");
        for (int i = 0; i < 30; i++) {
            Instant in = START.plus(Duration.ofHours(300 + 6L * i));
            text.append(
                    "a,main,ETHUSDT,LONG,1,%s,1000,%s,%d,USDT%n"
                            .formatted(in, in.plusSeconds(3_600), i % 3 == 0 ? 990 : 1007));
        }
        return Journals.write(folder.resolve("trades.csv"), text.toString());
    }

    private Path bars() {
        List<Bar> bars = Bars.wandering(9, "ETHUSDT", Duration.ofHours(1), START, 500, 0);
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (Bar b : bars) {
            text.append(
                    "%s,%s,%s,%s,%s,%s%n"
                            .formatted(
                                    b.time(), b.open(), b.high(), b.low(), b.close(), b.volume()));
        }
        return Journals.write(folder.resolve("bars.csv"), text.toString());
    }

    @Test
    void aSymbolWithoutBarsSaysWhatToImportAndFails() {
        InProcess program = program();
        assertEquals(0, program.run("import", trades()).status());
        for (String command : List.of("regimes", "situations")) {
            Ran ran = program.run(command, "--symbol", "ETHUSDT", "--json");
            assertEquals(1, ran.status());
            assertEquals("", ran.out());
            assertTrue(
                    ran.err()
                            .contains(
                                    "There are no bars of ETHUSDT: nothing is known of its market."
                                            + " Import some: credence import-bars FILE --symbol"
                                            + " ETHUSDT."),
                    ran.err());
        }
        Ran none = program.run("situations");
        assertEquals(1, none.status());
        assertTrue(none.err().contains("There are no bars of any symbol"), none.err());
        assertFalse(program.run("trust").out().contains("regime"), "nothing is said of regimes");
    }

    @Test
    void withBarsRegimesSituationsAndTheBoardSpeakOfTheSameMarket() {
        InProcess program = program();
        assertEquals(0, program.run("import", trades()).status());
        JsonNode before = document(program.run("trust", "--json")).get("bots").get(0);
        assertEquals("NOT_READY", before.get("regime").get("status").asString());
        assertTrue(before.get("regime").get("dependence").isNull());
        assertEquals(0, before.get("rungs").path("ATR").asInt());
        assertEquals(0, program.run("import-bars", bars(), "--symbol", "ETHUSDT").status());
        JsonNode after = document(program.run("trust", "--json")).get("bots").get(0);
        assertEquals("OK", after.get("regime").get("status").asString());
        assertEquals(30, after.get("rungs").get("ATR").asInt());
        assertEquals("OK", after.get("regime").get("dependence").get("status").asString());

        JsonNode regimes = document(program.run("regimes", "--symbol", "ETHUSDT", "--json"));
        for (String key : List.of("spans", "current", "shares", "results", "days", "modelCard")) {
            assertTrue(regimes.has(key), key);
        }
        JsonNode span = regimes.get("spans").get(0);
        assertEquals(
                List.of("from", "to", "regime", "meanProbability"),
                List.copyOf(span.propertyNames()));
        double share = 0;
        for (JsonNode s : regimes.get("shares")) {
            share += s.get("share").asDouble();
        }
        assertEquals(1, share, 1e-9);
        String words = program.run("regimes", "--symbol", "eth/usdt").out();
        assertTrue(words.contains("ETHUSDT, four regimes"), words);
        assertTrue(words.contains("Mean R by the regime in force at entry"), words);
        assertTrue(
                program.run("regimes", "--symbol", "ETHUSDT", "--taxonomy", "seven").status() == 0);
        Ran five = program.run("regimes", "--symbol", "ETHUSDT", "--taxonomy", "five");
        assertTrue(five.out().contains("Still warming up"), five.out());
        assertEquals(
                2, program.run("regimes", "--symbol", "ETHUSDT", "--taxonomy", "six").status());

        JsonNode situations = document(program.run("situations", "--json"));
        assertEquals("ETHUSDT", situations.get("symbol").asString());
        assertEquals("UNKNOWN", situations.get("current").get("correlation").asString());
        assertTrue(situations.get("library").size() > 5);
        assertTrue(program.run("situations").out().contains("Moments like this one"));
        assertTrue(program.run("trust").out().contains("regime now"));
        assertTrue(document(program.run("verify", "--json")).get("equal").asBoolean());
    }

    /// What is asked of the market as of the entry is another way to the same reading.
    @Test
    void everyTradeSaysTheRegimeAndTheSituationItWasEnteredIn() {
        InProcess program = program();
        assertEquals(0, program.run("import", trades()).status());
        JsonNode bare = document(program.run("trades", "--json")).get("trades").get(0);
        assertEquals("UNKNOWN", bare.get("regimeAtEntry").get("name").asString());
        assertTrue(bare.get("regimeAtEntry").get("probability").isNull());
        assertEquals("UNKNOWN", bare.get("situationAtEntry").get("momentum").asString());
        // 300 hours after midnight: noon.
        assertEquals("EUROPE", bare.get("situationAtEntry").get("session").asString());

        assertEquals(0, program.run("import-bars", bars(), "--symbol", "ETHUSDT").status());
        JsonNode trades = document(program.run("trades", "--json")).get("trades");
        assertEquals(30, trades.size());
        for (int i : new int[] {0, 7, 16, 29}) {
            JsonNode trade = trades.get(i);
            String at = trade.get("entryTime").asString();
            JsonNode then =
                    document(
                            program.run("regimes", "--symbol", "ETHUSDT", "--as-of", at, "--json"));
            JsonNode name = then.get("current");
            assertEquals(
                    name.get("regime").asString(),
                    trade.get("regimeAtEntry").get("name").asString(),
                    at);
            assertEquals(
                    name.get("probability").asDouble(),
                    trade.get("regimeAtEntry").get("probability").asDouble(),
                    at);
            assertEquals(
                    document(
                                    program.run(
                                            "situations",
                                            "--symbol",
                                            "ETHUSDT",
                                            "--as-of",
                                            at,
                                            "--json"))
                            .get("current"),
                    trade.get("situationAtEntry"),
                    at);
        }
    }

    @Test
    void asOfAMomentTheMarketIsReadAsItWasThen() {
        InProcess program = program();
        assertEquals(0, program.run("import-bars", bars(), "--symbol", "ETHUSDT").status());
        JsonNode then =
                document(
                        program.run(
                                "regimes",
                                "--symbol",
                                "ETHUSDT",
                                "--as-of",
                                "2025-01-19T10:30:00Z",
                                "--json"));
        assertEquals("2025-01-19T10:00:00Z", then.get("current").get("at").asString());
        Ran early =
                program.run("regimes", "--symbol", "ETHUSDT", "--as-of", "2024-12-31T00:00:00Z");
        assertEquals(1, early.status());
        assertTrue(early.err().contains("There are no bars of ETHUSDT by 2024-12-31"), early.err());
    }

    @Test
    void thresholdsAndBenchmarkAreSettingsThatMoveTheState() {
        InProcess program = program();
        assertEquals(0, program.run("import-bars", bars(), "--symbol", "ETHUSDT").status());
        String hash = document(program.run("status", "--json")).get("stateHash").asString();
        document(program.run("settings", "set", "market.benchmark", "ETH/USDT", "--json"));
        JsonNode situations = document(program.run("situations", "--json"));
        assertEquals(
                "HIGH", situations.get("current").get("correlation").asString(), "with itself");
        document(program.run("settings", "set", "regimes.thresholds", "absolute", "--json"));
        String other = document(program.run("status", "--json")).get("stateHash").asString();
        assertFalse(hash.equals(other));
        assertEquals(1, program.run("settings", "set", "regimes.thresholds", "wild").status());
        assertTrue(document(program.run("verify", "--json")).get("equal").asBoolean());
        document(program.run("settings", "set", "regimes.thresholds", "", "--json"));
        document(program.run("settings", "set", "market.benchmark", "", "--json"));
        assertEquals(hash, document(program.run("status", "--json")).get("stateHash").asString());
    }
}
