package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.core.fact.Costs;
import credence.core.fact.Fact;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Fills of one instant whose source says which open and which close, in whatever order they come.
class SameInstantTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final List<String> trades = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();

    private static Fill fill(
            String key, long place, Instant at, PositionEffect effect, Side side, String price) {
        return fill(key, place, at, effect, side, "1", price);
    }

    private static Fill fill(
            String key,
            long place,
            Instant at,
            PositionEffect effect,
            Side side,
            String quantity,
            String price) {
        return new Fill(
                new RowKey(key),
                place,
                at,
                AccountId.DEFAULT,
                new BotId("alpha"),
                Symbol.of("GOOGL"),
                side,
                effect,
                Quantity.of(quantity),
                Price.of(price),
                Costs.UNSTATED,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>());
    }

    private static Configuration matching(MatchingMethod method) {
        Configuration d = Configuration.DEFAULT;
        return new Configuration(
                d.belief(),
                d.assumedBpsPerSide(),
                d.weightBase(),
                method,
                d.seed(),
                d.symbolAliases(),
                d.botNames(),
                d.multipliers(),
                d.sources());
    }

    private BrainState fold(MatchingMethod method, Fact... facts) {
        trades.clear();
        unmatched.clear();
        return new Replay(List.of(facts))
                .fold(
                        matching(method),
                        new BrainObserver() {
                            @Override
                            public void tradeClosed(Trade trade, boolean finished) {
                                trades.add(trade.id());
                            }

                            @Override
                            public void unmatched(
                                    Fill fill,
                                    Quantity quantity,
                                    BigDecimal costs,
                                    Optional<BigDecimal> stated) {
                                unmatched.add(fill.key().value() + " " + quantity.value());
                            }
                        })
                .state();
    }

    @Test
    void aCloseBeforeItsOpeningOfTheSameInstantIsOneTrade() {
        for (MatchingMethod method : MatchingMethod.values()) {
            BrainState state =
                    fold(
                            method,
                            fill("a", 1, NOON, PositionEffect.CLOSE, Side.SELL, "122.34"),
                            fill("b", 2, NOON, PositionEffect.OPEN, Side.BUY, "122.34"));

            assertEquals(List.of("b/a"), trades);
            assertEquals(List.of(), unmatched);
            assertEquals(0, state.unmatched());
            assertEquals(0, state.openEntries().size());
        }
    }

    @Test
    void oneNumberForBothMakesNoDifference() {
        // XTB gives a purchase and a sale of one second one number: then the keys decide which
        // comes first.
        fold(
                MatchingMethod.FIFO,
                fill("a", 7, NOON, PositionEffect.CLOSE, Side.SELL, "1"),
                fill("b", 7, NOON, PositionEffect.OPEN, Side.BUY, "1"));
        assertEquals(List.of("b/a"), trades);

        fold(
                MatchingMethod.FIFO,
                fill("b", 7, NOON, PositionEffect.CLOSE, Side.SELL, "1"),
                fill("a", 7, NOON, PositionEffect.OPEN, Side.BUY, "1"));
        assertEquals(List.of("a/b"), trades);
    }

    @Test
    void whereSomethingIsOpenTheSourcesOrderHolds() {
        fold(
                MatchingMethod.LIFO,
                fill("old", 1, NOON.minusSeconds(60), PositionEffect.OPEN, Side.BUY, "100"),
                fill("close", 2, NOON, PositionEffect.CLOSE, Side.SELL, "101"),
                fill("again", 3, NOON, PositionEffect.OPEN, Side.BUY, "101"));

        assertEquals(List.of("old/close"), trades);
    }

    @Test
    void aCloseOfMoreThanIsOpenWaitsForTheRest() {
        BrainState state =
                fold(
                        MatchingMethod.FIFO,
                        fill("old", 1, NOON.minusSeconds(60), PositionEffect.OPEN, Side.BUY, "100"),
                        fill("close", 2, NOON, PositionEffect.CLOSE, Side.SELL, "3", "101"),
                        fill("more", 3, NOON, PositionEffect.OPEN, Side.BUY, "2", "100.5"));

        assertEquals(List.of("old/close", "more/close"), trades);
        assertEquals(0, state.openEntries().size());
    }

    @Test
    void whatStillFindsNothingAtTheEndOfTheInstantHasNoOpening() {
        BrainState state =
                fold(
                        MatchingMethod.FIFO,
                        fill("close", 1, NOON, PositionEffect.CLOSE, Side.SELL, "3", "101"),
                        fill("open", 2, NOON, PositionEffect.OPEN, Side.BUY, "2", "100"),
                        fill("later", 3, NOON.plusSeconds(1), PositionEffect.OPEN, Side.BUY, "9"));

        assertEquals(List.of("open/close"), trades);
        assertEquals(List.of("close 1"), unmatched);
        assertEquals(1, state.unmatched());
        assertEquals(1, state.openEntries().size());
    }

    @Test
    void aCloseOfAShortWaitsForNoLong() {
        fold(
                MatchingMethod.FIFO,
                fill("close", 1, NOON, PositionEffect.CLOSE, Side.BUY, "101"),
                fill("open", 2, NOON, PositionEffect.OPEN, Side.BUY, "100"));

        assertEquals(List.of(), trades);
        assertEquals(List.of("close 1"), unmatched);
    }
}
