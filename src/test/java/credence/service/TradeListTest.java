package credence.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.ResultBasis;
import credence.core.market.Situations;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.core.value.Regime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Trades come out of the packed list as they went in, whatever of them is absent, and in one order.
class TradeListTest {

    private static final long SEED = 61;

    private final DrawSequence draws = Draws.of(SEED, "trades").inOrder();

    private <T> @Nullable T perhaps(Supplier<T> made) {
        return draws.below(3) == 0 ? null : made.get();
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(draws.below(2_000_000) - 1_000_000, draws.below(9));
    }

    private Instant moment() {
        return Instant.ofEpochSecond(1_700_000_000L + draws.below(500), draws.below(2) * 123L);
    }

    private String key() {
        return String.format("%016x%016x", draws.below(1 << 30), draws.below(1 << 30));
    }

    private TradeView trade(int i) {
        Instant entry = moment();
        return new TradeView(
                i % 3 == 0 ? key() + "/" + key() : i % 3 == 1 ? key() : "row " + i + "/網",
                "bot-" + draws.below(5),
                "account-" + draws.below(2),
                "ETHUSDT",
                "LONG",
                number(),
                entry,
                number(),
                perhaps(this::moment),
                perhaps(this::number),
                perhaps(this::number),
                perhaps(this::number),
                perhaps(this::number),
                "USDT",
                perhaps(() -> draws.below(100) / 7.0 - 5),
                perhaps(() -> "STOP"),
                "TP",
                "LIVE",
                draws.below(2) == 0,
                draws.below(2) == 0,
                draws.below(2) == 0
                        ? TradeEvidence.NONE
                        : new TradeEvidence(
                                perhaps(this::number),
                                perhaps(this::number),
                                null,
                                perhaps(this::number),
                                perhaps(this::number),
                                perhaps(this::number),
                                draws.below(2) == 0,
                                draws.below(2) == 0,
                                perhaps(this::number),
                                perhaps(this::number),
                                ResultBasis.values()[draws.below(5)],
                                ResultBasis.values()[draws.below(5)],
                                draws.below(2) == 0,
                                perhaps(() -> new Money(number(), new CurrencyCode("EUR"))),
                                perhaps(() -> "50 of 2021-03-15 at 60.86"),
                                draws.below(2) == 0
                                        ? List.of()
                                        : List.of(new Money(number(), new CurrencyCode("BNB")))),
                draws.below(2) == 0
                        ? EntryMarket.unknown(entry)
                        : new EntryMarket(
                                Regime.RANGING,
                                draws.below(5) / 4.0,
                                Situations.unknown(moment())));
    }

    private static List<TradeView> sorted(List<TradeView> trades) {
        return trades.stream()
                .sorted(
                        Comparator.comparing(TradeView::entryTime)
                                .thenComparing(TradeView::bot)
                                .thenComparing(TradeView::account)
                                .thenComparing(TradeView::id))
                .toList();
    }

    @Test
    void fewAndManyComeOutAsTheyWentIn() {
        for (int count : new int[] {0, 1, 300, TradeList.UNPACKED + 1}) {
            List<TradeView> trades = new ArrayList<>();
            PackedTrades packed = new PackedTrades();
            for (int i = 0; i < count; i++) {
                trades.add(trade(i));
                packed.add(trades.getLast());
            }
            List<TradeView> list = TradeList.of(packed);
            List<TradeView> expected = sorted(trades);
            assertEquals(expected, list);
            assertEquals(
                    expected.stream().filter(t -> t.bot().equals("bot-3")).toList(),
                    TradeList.matching(list, t -> t.bot().equals("bot-3")));
        }
    }

    @Test
    void whatIsLearnedLaterStandsInPlaceOfWhatWasThere() {
        PackedTrades packed = new PackedTrades();
        TradeView first = trade(0);
        TradeView second = trade(1);
        packed.add(first);
        packed.add(second);
        packed.learned(0, 1.25, "RELATIVE");
        assertEquals(1.25, packed.get(0).r());
        assertEquals("RELATIVE", packed.get(0).rung());
        packed.learned(0, null, "STOP");
        assertEquals("STOP", packed.get(0).rung());
        assertTrue(packed.get(0).r() == null && second.equals(packed.get(1)));
        packed.replace(0, second);
        assertEquals(second, packed.get(0));
    }
}
