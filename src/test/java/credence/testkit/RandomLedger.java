package credence.testkit;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.RowKey;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Fills of two accounts, three bots and five instruments in three currencies, by a seed: longs and shorts, partial exits, reversals,
/// scaling in, several fills of one second, sizes and prices that do not divide, costs in columns that may be missing.
public final class RandomLedger {

    private record Instrument(String symbol, String multiplier, String currency, int places) {}

    private static final List<Instrument> INSTRUMENTS =
            List.of(
                    new Instrument("ES", "50", "USD", 2),
                    new Instrument("FDAX", "25", "EUR", 1),
                    new Instrument("ETHUSDT", "1", "USDT", 2),
                    new Instrument("XBTUSD", "0.001", "USD", 1),
                    new Instrument("6J", "12500000", "USD", 7));

    private final DrawSequence draws;

    private RandomLedger(long seed) {
        this.draws = Draws.of(seed, "random-ledger").inOrder();
    }

    /// 2 to 81 fills, oldest first.
    public static List<Fill> fills(long seed) {
        RandomLedger ledger = new RandomLedger(seed);
        List<Fill> fills = new ArrayList<>();
        Instant time = Instant.parse("2025-01-01T00:00:00Z");
        int count = 2 + ledger.draws.below(80);
        for (int i = 0; i < count; i++) {
            // Every third fill comes in the very second of the one before.
            time = time.plusSeconds(ledger.draws.below(3) == 0 ? 0 : ledger.draws.below(5000));
            fills.add(ledger.fill(i, time));
        }
        return fills;
    }

    private Fill fill(int number, Instant time) {
        Instrument of = INSTRUMENTS.get(draws.below(INSTRUMENTS.size()));
        TreeMap<String, String> extras = new TreeMap<>();
        if (draws.happens(0.5)) {
            extras.put("execution_id", "e" + number);
        }
        return new Fill(
                new RowKey("f" + number),
                0,
                time,
                new AccountId(draws.happens(0.7) ? "main" : "other, \"old\""),
                new BotId("bot " + draws.below(3)),
                new Symbol(of.symbol),
                draws.happens(0.5) ? Side.BUY : Side.SELL,
                PositionEffect.UNKNOWN,
                new Quantity(BigDecimal.valueOf(1 + draws.below(30), draws.below(4))),
                new Price(BigDecimal.valueOf(1 + draws.below(90_000), of.places)),
                new Costs(cost(), cost(), cost()),
                new CurrencyCode(of.currency),
                new BigDecimal(of.multiplier),
                Optional.empty(),
                draws.happens(0.2) ? Optional.of("entry, \"A\"") : Optional.empty(),
                SourceClass.LIVE,
                extras);
    }

    /// Missing in one of three, else −2.00 to 5.00, some with more places than money has.
    private Optional<BigDecimal> cost() {
        return draws.below(3) == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(draws.below(700) - 200, 2 + draws.below(5)));
    }
}
