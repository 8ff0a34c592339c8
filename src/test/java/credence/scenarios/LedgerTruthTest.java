package credence.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import credence.core.csv.CredenceCsv;
import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.RowKey;
import credence.core.ledger.Ledger;
import credence.core.ledger.LedgerEvent;
import credence.core.ledger.MatchingMethod;
import credence.core.ledger.OpenLot;
import credence.core.ledger.Trade;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Side;
import credence.imports.Choices;
import credence.imports.Journal;
import credence.service.port.ParsedFile;
import credence.testkit.RandomLedger;
import credence.testkit.Shrinking;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two laws of any ledger, seeds 0 to 149: what goes out as Credence's CSV comes in again as it was; and to the last digit, per
/// currency, the net of the trades and what is open are the cash that came and went. A ledger that breaks one is halved until it
/// can be read, and printed with its seed.
class LedgerTruthTest {

    private static final int SEEDS = 150;

    /// At this price all that is open is taken to be worth.
    private static final BigDecimal MARK = new BigDecimal("417.3");

    @TempDir Path folder;

    record Case(MatchingMethod method, int seed) {}

    static Stream<Case> cases() {
        return Stream.of(MatchingMethod.values())
                .flatMap(m -> IntStream.range(0, SEEDS).mapToObj(seed -> new Case(m, seed)));
    }

    /// Says what is wrong with a ledger, if anything.
    private interface Law extends Function<List<Fill>, Optional<String>> {}

    private static void hold(int seed, Law law) {
        List<Fill> fills = RandomLedger.fills(seed);
        if (law.apply(fills).isPresent()) {
            List<Fill> small = Shrinking.of(fills, some -> law.apply(some).isPresent());
            fail("seed " + seed + ": " + law.apply(small).orElse("") + " in\n" + csv(small));
        }
    }

    private static String csv(List<Fill> fills) {
        try {
            StringBuilder text = new StringBuilder();
            CredenceCsv.writeFills(fills, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatGoesOutComesInAsItWas() {
        for (int seed = 0; seed < SEEDS; seed++) {
            hold(
                    seed,
                    fills -> {
                        ParsedFile once =
                                new Journal(folder).read("l.csv", csv(fills), Choices.NONE);
                        List<Fill> in = once.rows().stream().map(r -> (Fill) r.row()).toList();
                        ParsedFile twice = new Journal(folder).read("m.csv", csv(in), Choices.NONE);
                        if (once.error() != null || !once.refused().isEmpty()) {
                            return Optional.of("refused: " + once.error() + once.refused());
                        }
                        if (!in.stream().map(f -> like(f, f)).toList().equals(likes(fills, in))) {
                            return Optional.of("read as\n" + csv(in));
                        }
                        return in.equals(twice.rows().stream().map(r -> r.row()).toList())
                                ? Optional.empty()
                                : Optional.of("other keys or places the second time");
                    });
        }
    }

    private static List<Fill> likes(List<Fill> fills, List<Fill> in) {
        return IntStream.range(0, Math.min(fills.size(), in.size()))
                .mapToObj(i -> like(fills.get(i), in.get(i)))
                .toList();
    }

    /// A fill under the key and place of another: those follow from the content and are not written.
    private static Fill like(Fill fill, Fill other) {
        return copy(
                fill,
                other.key(),
                other.sequence(),
                fill.side(),
                fill.quantity().value(),
                fill.price().value(),
                fill.costs());
    }

    private static Fill copy(
            Fill f,
            RowKey key,
            long sequence,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            Costs costs) {
        return new Fill(
                key,
                sequence,
                f.time(),
                f.account(),
                f.bot(),
                f.symbol(),
                side,
                f.effect(),
                new credence.core.value.Quantity(quantity),
                new Price(price),
                costs,
                f.currency(),
                f.multiplier(),
                f.stop(),
                f.tag(),
                f.source(),
                f.extras());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNetOfTheTradesAndWhatIsOpenAreTheCashThatCameAndWent(Case c) {
        hold(c.seed, fills -> cashLaw(c.method, fills));
    }

    private static Optional<String> cashLaw(MatchingMethod method, List<Fill> fills) {
        Ledger ledger = new Ledger(method);
        Map<CurrencyCode, BigDecimal> cash = new TreeMap<>();
        Map<CurrencyCode, BigDecimal> earned = new TreeMap<>();
        for (Fill f : fills) {
            BigDecimal value =
                    f.quantity().value().multiply(f.price().value()).multiply(f.multiplier());
            add(cash, f.currency(), f.side() == Side.BUY ? value.negate() : value);
            Stream.of(f.costs().commission(), f.costs().fees(), f.costs().funding())
                    .flatMap(Optional::stream)
                    .forEach(paid -> add(cash, f.currency(), paid.negate()));
            count(ledger.apply(f), earned);
        }
        // What is open is worth its quantity at the mark; closing it there, free of charge, earns
        // what is not yet realised, less the
        // entry costs that no trade has borne yet.
        int n = 0;
        for (OpenLot lot : ledger.openLots()) {
            BigDecimal sign = BigDecimal.valueOf(lot.direction().sign());
            add(
                    cash,
                    lot.currency(),
                    lot.remaining()
                            .value()
                            .multiply(MARK)
                            .multiply(lot.multiplier().orElseThrow())
                            .multiply(sign));
            Fill like =
                    fills.stream()
                            .filter(
                                    f ->
                                            f.account().equals(lot.account())
                                                    && f.bot().equals(lot.bot())
                                                    && f.symbol().equals(lot.symbol()))
                            .reduce((a, b) -> b)
                            .orElseThrow();
            count(
                    ledger.apply(
                            copy(
                                    like,
                                    new RowKey("close" + n++),
                                    n,
                                    lot.direction() == Direction.LONG ? Side.SELL : Side.BUY,
                                    lot.remaining().value(),
                                    MARK,
                                    Costs.UNSTATED)),
                    earned);
        }
        if (!ledger.openLots().isEmpty()) {
            return Optional.of("something is still open");
        }
        for (CurrencyCode currency : cash.keySet()) {
            BigDecimal difference =
                    earned.getOrDefault(currency, BigDecimal.ZERO)
                            .subtract(cash.getOrDefault(currency, BigDecimal.ZERO));
            if (difference.signum() != 0) {
                return Optional.of("off by " + difference + " " + currency + " by " + method);
            }
        }
        return Optional.empty();
    }

    private static void count(List<LedgerEvent> events, Map<CurrencyCode, BigDecimal> earned) {
        for (LedgerEvent event : events) {
            if (event instanceof LedgerEvent.TradeCompleted completed) {
                Trade t = completed.trade();
                add(earned, t.currency(), t.netPnl().orElseThrow());
            }
        }
    }

    private static void add(
            Map<CurrencyCode, BigDecimal> sums, CurrencyCode currency, BigDecimal more) {
        sums.merge(currency, more, BigDecimal::add);
    }

    @Test
    void theGeneratorMakesWhatTheLawsAreAbout() {
        List<Fill> all = new ArrayList<>();
        int sameSecond = 0;
        int partial = 0;
        int shorts = 0;
        int reversals = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Fill> fills = RandomLedger.fills(seed);
            all.addAll(fills);
            Ledger ledger = new Ledger(MatchingMethod.FIFO);
            for (int i = 0; i < fills.size(); i++) {
                sameSecond += i > 0 && fills.get(i).time().equals(fills.get(i - 1).time()) ? 1 : 0;
                boolean closed = false;
                for (LedgerEvent event : ledger.apply(fills.get(i))) {
                    if (event instanceof LedgerEvent.TradeCompleted t) {
                        closed = true;
                        partial += t.lotFinished() ? 0 : 1;
                        shorts += t.trade().direction() == Direction.SHORT ? 1 : 0;
                    } else {
                        reversals += closed ? 1 : 0;
                    }
                }
            }
        }
        assertEquals(3, all.stream().map(Fill::currency).distinct().count());
        assertEquals(5, all.stream().map(Fill::multiplier).distinct().count());
        assertTrue(all.stream().anyMatch(f -> !f.costs().stated()));
        assertTrue(sameSecond > 500 && partial > 100 && shorts > 100 && reversals > 100);
    }

    /// Any list that holds both 7 and 11 breaks this law; nothing else is left of it.
    @Test
    void whatBreaksALawIsHalvedUntilNothingCanBeTakenAway() {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
        assertEquals(
                List.of(7, 11),
                Shrinking.of(numbers, some -> some.contains(7) && some.contains(11)));
    }
}
