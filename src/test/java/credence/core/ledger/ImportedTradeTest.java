package credence.core.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
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

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

class ImportedTradeTest {

    /// Short 3 contracts of 50 a point from 100.5 to 98: gross 2.5 × 3 × 50 = 375.
    private static Trade imported(Optional<String> costs, Optional<String> net) {
        TradeRecord row =
                new TradeRecord(
                        new RowKey("r1"),
                        1,
                        AccountId.DEFAULT,
                        new BotId("b"),
                        Symbol.of("ES"),
                        Direction.SHORT,
                        Quantity.of("3"),
                        Instant.parse("2025-01-01T10:00:00Z"),
                        Price.of("100.50"),
                        Optional.of(
                                new TradeRecord.Exit(
                                        Instant.parse("2025-01-01T11:00:00Z"),
                                        Price.of("98.00"),
                                        costs.map(BigDecimal::new),
                                        net.map(BigDecimal::new),
                                        Optional.of(new BigDecimal("40")),
                                        Optional.of(new BigDecimal("400")),
                                        ExitReason.TP)),
                        Optional.empty(),
                        new BigDecimal("50"),
                        CurrencyCode.USD,
                        Optional.empty(),
                        Optional.empty(),
                        SourceClass.LIVE,
                        CallDetails.NONE,
                        new TreeMap<>());
        return Trade.imported(row.opened(), row.exit().orElseThrow());
    }

    @Test
    void theStatedResultCounts() {
        Trade trade = imported(Optional.of("6.00"), Optional.of("368.90"));
        assertEquals(new BigDecimal("375"), trade.grossPnl().orElseThrow());
        assertEquals(new BigDecimal("368.9"), trade.netPnl().orElseThrow());
        assertEquals(new BigDecimal("6"), trade.costs());
        assertTrue(trade.costsStated());
    }

    @Test
    void withoutAStatedResultItIsGrossLessCosts() {
        assertEquals(
                new BigDecimal("369"),
                imported(Optional.of("6"), Optional.empty()).netPnl().orElseThrow());
    }

    @Test
    void withoutCostsTheyAreNotStatedRatherThanZero() {
        Trade trade = imported(Optional.empty(), Optional.empty());
        assertFalse(trade.costsStated());
        assertEquals(new BigDecimal("375"), trade.netPnl().orElseThrow());
    }

    @Test
    void theRowItselfIsTradeAndLot() {
        Trade trade = imported(Optional.empty(), Optional.empty());
        assertEquals("r1", trade.id());
        assertEquals("r1", trade.lot());
        assertEquals(ExitReason.TP, trade.exitReason());
        assertEquals(Optional.of(new BigDecimal("40")), trade.mae());
    }
}
