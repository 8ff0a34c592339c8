package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Costs;
import credence.core.fact.Extra;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static SourceRow fill(
            String key, int minute, Side side, String quantity, Costs costs, String... fee) {
        TreeMap<String, String> extras = new TreeMap<>();
        if (fee.length > 0) {
            extras.put(Extra.FEE, fee[0]);
            extras.put(Extra.FEE_CURRENCY, fee[1]);
        }
        return new Fill(
                new RowKey(key),
                minute,
                Instant.parse("2026-01-05T10:00:00Z").plusSeconds(60L * minute),
                AccountId.DEFAULT,
                new BotId("alpha"),
                Symbol.of("AMD"),
                side,
                side == Side.BUY ? PositionEffect.OPEN : PositionEffect.CLOSE,
                Quantity.of(quantity),
                Price.of("100"),
                costs,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                extras);
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

    /// Five are sold for a fee of 10, two of them were bought in the file: two fifths are 4, the rest is 6.
    @Test
    void aCloseOfMoreThanIsOpenCarriesTheRestOfItsCosts() {
        bring(
                fill("o1", 1, Side.BUY, "2", Costs.UNSTATED),
                fill("c1", 2, Side.SELL, "5", Costs.ofTotal(BigDecimal.TEN)));

        assertEquals(Map.of("LONG", "4", "SELL", "6"), each(TradeView::costs));
    }

    /// A fee of 0.5 BNB that no rate turns into dollars: 0.2 and 0.3.
    @Test
    void aFeeInAnotherCoinIsSharedAlike() {
        bring(
                fill("o1", 1, Side.BUY, "2", Costs.UNSTATED),
                fill("c1", 2, Side.SELL, "5", Costs.UNSTATED, "0.5", "BNB"));

        assertEquals(
                Map.of("LONG", "0.2", "SELL", "0.3"),
                each(t -> t.evidence().uncountedFees().getFirst().amount()));
    }

    private Map<String, String> each(Function<TradeView, BigDecimal> figure) {
        return workspace.beliefs().trades(TradeQuery.ALL).stream()
                .collect(
                        Collectors.toMap(
                                TradeView::side,
                                t -> figure.apply(t).stripTrailingZeros().toPlainString()));
    }
}
