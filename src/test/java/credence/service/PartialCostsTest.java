package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.ledger.Ledger;
import credence.core.ledger.LedgerEvent;
import credence.core.ledger.MatchingMethod;
import credence.core.ledger.Trade;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A future in euros: 2 EUR commission in, the one out in dollars without a rate. Net is 250 − 2.
class PartialCostsTest {

    private static Fill fill(int n, Side side, String price, Costs costs) {
        return new Fill(
                new RowKey("f" + n),
                n,
                Instant.parse("2026-01-05T10:00:00Z").plusSeconds(n),
                new AccountId("U2"),
                new BotId("a"),
                new Symbol("FDAXH6"),
                side,
                PositionEffect.UNKNOWN,
                Quantity.of("1"),
                Price.of(price),
                costs,
                new CurrencyCode("EUR"),
                new BigDecimal("25"),
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>());
    }

    @Test
    void whatWasTakenOffIsShownAndSaidToBeAPart() {
        Ledger ledger = new Ledger(MatchingMethod.FIFO);
        ledger.apply(fill(1, Side.BUY, "20000", Costs.ofTotal(new BigDecimal("2"))));
        Trade trade =
                ledger.apply(fill(2, Side.SELL, "20010", Costs.UNSTATED)).stream()
                        .filter(LedgerEvent.TradeCompleted.class::isInstance)
                        .map(e -> ((LedgerEvent.TradeCompleted) e).trade())
                        .findFirst()
                        .orElseThrow();
        assertEquals(0, new BigDecimal("248").compareTo(trade.netPnl().orElseThrow()));

        TradeEvidence evidence = TradeEvidence.of(trade, null, List.of());
        assertTrue(evidence.costsPartial());
        assertEquals(0, new BigDecimal("2").compareTo(evidence.commission()));
    }
}
