package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class TrustDocumentTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(out, StandardCharsets.UTF_8, err, StandardCharsets.UTF_8, 120, false);

    private JsonNode document() {
        Json.write(console, json -> TrustDocument.write(json, Boards.two(), Optional.empty()));
        console.flush();
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(out.toString(StandardCharsets.UTF_8));
    }

    /// The keys of `trust` that scripts rely on, as the product's description lists them.
    @Test
    void everyBotHasTheKeysThatScriptsRelyOn() {
        List<String> keys =
                List.of(
                        "bot",
                        "state",
                        "verdict",
                        "duplicateClass",
                        "trades",
                        "outcomes",
                        "wins",
                        "accuracy",
                        "breakEven",
                        "confidence",
                        "beliefWeight",
                        "effectiveWeight",
                        "trust",
                        "parts",
                        "expectancyR",
                        "probabilityOfEdge",
                        "regime",
                        "strikes",
                        "override");
        for (JsonNode bot : document().get("bots")) {
            keys.forEach(key -> assertTrue(bot.has(key), key));
            List.of("history", "consistency", "situation", "diversity")
                    .forEach(part -> assertTrue(bot.get("parts").has(part), part));
        }
    }

    @Test
    void everyEstimateHasOneShape() {
        JsonNode bot = document().get("bots").get(0);
        for (String key :
                List.of(
                        "accuracy",
                        "confidence",
                        "beliefWeight",
                        "effectiveWeight",
                        "trust",
                        "expectancyR",
                        "probabilityOfEdge")) {
            assertEquals(
                    List.of("value", "low", "high", "n", "status"),
                    List.copyOf(bot.get(key).propertyNames()),
                    key);
        }
        assertEquals(0.5625, bot.get("accuracy").get("value").asDouble());
        assertEquals(48, bot.get("accuracy").get("n").asInt());
        assertEquals("OK", bot.get("accuracy").get("status").asString());
    }

    @Test
    void theRegimeOfABotWithoutBarsIsNotReadyAndItsBeliefsAreMarkedBorrowed() {
        JsonNode regime = document().get("bots").get(0).get("regime");
        assertEquals("NOT_READY", regime.get("status").asString());
        assertTrue(regime.get("now").isNull());
        assertEquals(0, regime.get("weight").get("share").asDouble());
        for (String name : List.of("TRENDING", "VOLATILE", "RANGING", "NEUTRAL")) {
            assertTrue(regime.get("beliefs").get(name).get("borrowed").asBoolean(), name);
        }
    }

    @Test
    void anUndefinedStatisticIsNullWithItsReason() {
        JsonNode trust = document().get("bots").get(0).get("trust");
        assertTrue(trust.get("value").isNull());
        assertEquals("NOT_READY", trust.get("status").asString());
    }

    @Test
    void exactMoneyKeepsEveryDigit() {
        JsonNode net = document().get("bots").get(0).get("netPnl").get("USDT");
        assertEquals(new BigDecimal("51255.310000000000000001"), net.decimalValue());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("51255.310000000000000001"));
    }

    @Test
    void breakEvenIsACountAndTheRateStandsBesideIt() {
        JsonNode bot = document().get("bots").get(0);
        assertEquals(2, bot.get("breakEven").asInt());
        assertEquals(0.41, bot.get("breakEvenRate").get("value").asDouble());
    }

    @Test
    void thePlainMeanOfRStandsBesideTheBelievedOne() {
        JsonNode bot = document().get("bots").get(0);
        assertEquals(0.12, bot.get("expectancyR").get("value").asDouble());
        assertEquals(0.08, bot.get("plainMeanR").get("value").asDouble());
        assertEquals(38, bot.get("plainMeanR").get("n").asInt());
    }

    @Test
    void momentsAreIsoInUtcAndNamesUtf8() {
        JsonNode document = document();
        assertEquals("2025-06-30T14:00:00Z", document.get("asOf").asString());
        assertEquals("網格 bot", document.get("bots").get(1).get("bot").asString());
    }

    @Test
    void theDocumentIsTheWholeOutput() {
        document();
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("{") && text.endsWith("}\n"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theBoardAsTextFitsTheWidthAndKeepsBothEndsOfANameReadable() {
        new TrustPage(Boards.two(), Optional.empty()).print(console);
        console.flush();
        String text = out.toString(StandardCharsets.UTF_8);
        text.lines().forEach(line -> assertTrue(Cell.width(line) <= 120, line));
        assertTrue(text.contains("None of these 2 bots is proven."));
        assertTrue(text.contains("order-dual-stop"), text);
        assertTrue(text.contains("56.3 % (45.0–67.0)"), text);
        assertTrue(text.contains("+0.12 (−0.05…+0.30)"), text);
        assertTrue(text.contains("no costs in file"), text);
    }
}
