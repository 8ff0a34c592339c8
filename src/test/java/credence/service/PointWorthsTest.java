package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.brain.Configuration;
import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.service.port.Statement;
import credence.service.port.StoredRow;
import credence.service.port.StoredRows;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Who says what a point of a trade is worth, for every kind of row there is.
class PointWorthsTest {

    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    private static TradeRecord row(int number, String symbol, String multiplier, String source) {
        TreeMap<String, String> extras = new TreeMap<>();
        if (!source.isEmpty()) {
            extras.put(Extra.MULTIPLIER_SOURCE, source);
        }
        return new TradeRecord(
                new RowKey("%032x".formatted(number)),
                number,
                AccountId.DEFAULT,
                new BotId("b"),
                new Symbol(symbol),
                Direction.LONG,
                Quantity.of("1"),
                AT,
                Price.of("100"),
                Optional.of(
                        new TradeRecord.Exit(
                                AT.plusSeconds(60),
                                Price.of("101"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                ExitReason.UNKNOWN)),
                Optional.empty(),
                new BigDecimal(multiplier),
                CurrencyCode.USD,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                CallDetails.NONE,
                extras);
    }

    private static TradeView view(String symbol, String multiplier) {
        return new TradeView(
                        "x",
                        "b",
                        "default",
                        symbol,
                        "LONG",
                        BigDecimal.ONE,
                        AT,
                        BigDecimal.TEN,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "USD",
                        null,
                        null,
                        "UNKNOWN",
                        "LIVE",
                        true,
                        false)
                .with(TradeEvidence.open(new BigDecimal(multiplier)));
    }

    private static PointWorths worths(TradeRecord... rows) {
        List<StoredRow> stored =
                java.util.stream.Stream.of(rows)
                        .map(
                                r ->
                                        new StoredRow(
                                                r,
                                                List.of(
                                                        new Statement(
                                                                1, 1, 2, r.sequence(), false))))
                        .toList();
        return new PointWorths(StoredRows.of(stored), Set.of(), Configuration.DEFAULT);
    }

    @Test
    void eachSourceIsNamedWithTheNumber() {
        PointWorths worths =
                worths(
                        row(1, "ESH6", "50", "table"),
                        row(2, "AAPL260116C00200000", "100", "option"),
                        row(3, "NQH6", "20", ""),
                        row(4, "FOO", "1", ""));

        assertEquals(
                "×50 — table of common futures",
                worths.on(view("ESH6", "50.0")).evidence().pointWorth());
        assertEquals(
                "×100 — standard option",
                worths.on(view("AAPL260116C00200000", "100")).evidence().pointWorth());
        assertEquals("×20 — the file", worths.on(view("NQH6", "20")).evidence().pointWorth());
        assertEquals(
                "×1 — not a futures contract", worths.on(view("FOO", "1")).evidence().pointWorth());
        assertEquals(List.of(), worths.on(view("ESH6", "50")).remarks());
    }

    @Test
    void aPointThatAnEarlierVersionTookForOneIsSaidWithWhatToDo() {
        TradeView es = worths(row(1, "ESH6", "1", "")).on(view("ESH6", "1"));

        assertEquals("×1 — nobody said", es.evidence().pointWorth());
        assertTrue(
                es.remarks().getFirst().contains("Set multiplier.ES, money per point"),
                () -> es.remarks().toString());
    }

    @Test
    void aFileThatSaysOneIsBelieved() {
        TradeView es = worths(row(1, "ESH6", "1", Extra.FILE)).on(view("ESH6", "1"));

        assertEquals("×1 — the file", es.evidence().pointWorth());
        assertFalse(es.remarks().stream().anyMatch(r -> r.contains("nobody said")));
    }
}
