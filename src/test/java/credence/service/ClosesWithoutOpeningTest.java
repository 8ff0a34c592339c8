package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.testkit.MemoryStore;
import credence.testkit.RowFiles;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// An import says how many closes stand without an opening, and when a later one brings it.
class ClosesWithoutOpeningTest {

    private final RowFiles files = new RowFiles();
    private final Workspace workspace =
            Workspace.open(
                    new MemoryStore(),
                    files,
                    InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    private static SourceRow fill(String key, int minute, Side side, PositionEffect effect) {
        return new Fill(
                new RowKey(key),
                minute,
                Instant.parse("2026-01-05T10:00:00Z").plusSeconds(60L * minute),
                AccountId.DEFAULT,
                new BotId("alpha"),
                Symbol.of("AMD"),
                side,
                effect,
                Quantity.of("1"),
                Price.of("100"),
                Costs.UNSTATED,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>());
    }

    private List<String> bring(SourceRow... rows) {
        return files.bring(workspace, List.of(rows)).remarks();
    }

    @Test
    void closesWithoutAnOpeningAreCountedWhenTheyComeAndWhenTheirOpeningDoes() {
        List<String> first =
                bring(
                        fill("c1", 5, Side.SELL, PositionEffect.CLOSE),
                        fill("c2", 6, Side.SELL, PositionEffect.CLOSE),
                        fill("o3", 7, Side.BUY, PositionEffect.OPEN));
        assertEquals(1, first.size());
        assertTrue(first.getFirst().startsWith("2 closes have no opening in these files"));

        List<String> second = bring(fill("o1", 1, Side.BUY, PositionEffect.OPEN));
        assertEquals(
                List.of("1 close of earlier imports had no opening, and has one now."), second);

        assertEquals(List.of(), bring(fill("o4", 8, Side.BUY, PositionEffect.OPEN)));
    }
}
