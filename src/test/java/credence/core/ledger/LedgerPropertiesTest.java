package credence.core.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Costs;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Laws that hold for any list of fills; 60 random lists (seeds 0 to 59) with each method.
class LedgerPropertiesTest {

    record Case(MatchingMethod method, int seed) {}

    static Stream<Case> cases() {
        return Stream.of(MatchingMethod.values())
                .flatMap(method -> IntStream.range(0, 60).mapToObj(seed -> new Case(method, seed)));
    }

    /// 10 to 89 fills of two bots in two contracts; sizes and prices that do not divide; some say what they do.
    private static List<Fill> fills(int seed) {
        DrawSequence draws = Draws.of(seed, "ledger-test").inOrder();
        List<Fills> makers =
                List.of(
                        Fills.of("a", "ES", "50"),
                        Fills.of("a", "MNQ", "2"),
                        Fills.of("b", "ES", "50"),
                        Fills.of("b", "BTC", "0.001"));
        List<Fill> fills = new ArrayList<>();
        int count = 10 + draws.below(80);
        for (int i = 0; i < count; i++) {
            Side side = draws.happens(0.5) ? Side.BUY : Side.SELL;
            String quantity =
                    BigDecimal.valueOf(1 + draws.below(700), draws.below(4)).toPlainString();
            String price =
                    BigDecimal.valueOf(5000 + draws.below(3000), draws.below(5)).toPlainString();
            Costs costs =
                    draws.happens(0.8)
                            ? Costs.ofTotal(BigDecimal.valueOf(draws.below(500) - 50, 2))
                            : Costs.UNSTATED;
            int maker = draws.below(makers.size());
            Fill fill = makers.get(maker).fill(side, quantity, price, costs);
            // Own keys: the makers number their fills each for itself.
            fill = Fills.piece(fill, "k" + i, fill.quantity().value(), BigDecimal.ZERO);
            fill = Fills.withCosts(fill, costs);
            double effect = draws.uniform();
            fills.add(
                    effect < 0.1
                            ? Fills.withEffect(fill, PositionEffect.CLOSE)
                            : effect < 0.2 ? Fills.withEffect(fill, PositionEffect.OPEN) : fill);
        }
        return fills;
    }

    /// All that a run leaves behind.
    private record Outcome(Ledger ledger, List<LedgerEvent> events) {

        static Outcome of(MatchingMethod method, List<Fill> fills) {
            Ledger ledger = new Ledger(method);
            List<LedgerEvent> events = new ArrayList<>();
            fills.forEach(fill -> events.addAll(ledger.apply(fill)));
            return new Outcome(ledger, events);
        }

        List<Trade> trades() {
            return events.stream()
                    .filter(LedgerEvent.TradeCompleted.class::isInstance)
                    .map(e -> ((LedgerEvent.TradeCompleted) e).trade())
                    .toList();
        }

        List<LedgerEvent.UnmatchedClose> unmatched() {
            return events.stream()
                    .filter(LedgerEvent.UnmatchedClose.class::isInstance)
                    .map(LedgerEvent.UnmatchedClose.class::cast)
                    .toList();
        }

        BigDecimal gross() {
            return sum(trades().stream().map(t -> t.grossPnl().orElseThrow()));
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(Fill fill) {
        return fill.side() == Side.BUY ? fill.quantity().value() : fill.quantity().value().negate();
    }

    private static void assertSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(
                0, expected.compareTo(actual), () -> "expected " + expected + " but was " + actual);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsOpenIsWhatWasBoughtLessWhatWasSold(Case c) {
        List<Fill> fills = fills(c.seed);
        Outcome outcome = Outcome.of(c.method, fills);
        BigDecimal open =
                sum(
                        outcome.ledger.openLots().stream()
                                .map(
                                        lot ->
                                                lot.remaining()
                                                        .value()
                                                        .multiply(
                                                                BigDecimal.valueOf(
                                                                        lot.direction().sign()))));
        BigDecimal unmatched =
                sum(
                        outcome.unmatched().stream()
                                .map(
                                        u ->
                                                u.fill().side() == Side.BUY
                                                        ? u.quantity().value()
                                                        : u.quantity().value().negate()));
        assertSame(sum(fills.stream().map(LedgerPropertiesTest::signed)), open.add(unmatched));
    }

    /// Marked at nothing, what is open is worth minus its basis: Σ gross − Σ open basis = −Σ signed quantity × price × multiplier.
    @ParameterizedTest
    @MethodSource("cases")
    void grossIsTheCashThatCameInBesideWhatIsStillOpen(Case c) {
        List<Fill> fills = fills(c.seed);
        Outcome outcome = Outcome.of(c.method, fills);
        // A mark at one price for all: with the average method the shown price is rounded, so the
        // basis is asked through
        // a closing of all at that mark instead.
        BigDecimal mark = new BigDecimal("1.25");
        BigDecimal cash =
                sum(
                        fills.stream()
                                .map(
                                        f ->
                                                signed(f)
                                                        .multiply(f.price().value())
                                                        .multiply(f.multiplier())
                                                        .negate()));
        BigDecimal unmatchedCash =
                sum(
                        outcome.unmatched().stream()
                                .map(
                                        u ->
                                                (u.fill().side() == Side.BUY
                                                                ? u.quantity().value().negate()
                                                                : u.quantity().value())
                                                        .multiply(u.fill().price().value())
                                                        .multiply(u.fill().multiplier())));
        BigDecimal openAtMark =
                sum(
                        outcome.ledger.openLots().stream()
                                .map(
                                        lot ->
                                                lot.remaining()
                                                        .value()
                                                        .multiply(
                                                                BigDecimal.valueOf(
                                                                        lot.direction().sign()))
                                                        .multiply(mark)
                                                        .multiply(lot.multiplier().orElseThrow())));
        BigDecimal gross = outcome.gross().add(closeAll(outcome.ledger, fills, mark));
        assertSame(cash.subtract(unmatchedCash).add(openAtMark), gross);
    }

    /// Closes every open lot at one price and returns the gross of doing so.
    private static BigDecimal closeAll(Ledger ledger, List<Fill> fills, BigDecimal mark) {
        List<Trade> trades = new ArrayList<>();
        int i = 0;
        for (OpenLot lot : ledger.openLots()) {
            Fill like =
                    fills.stream()
                            .filter(
                                    f ->
                                            f.bot().equals(lot.bot())
                                                    && f.symbol().equals(lot.symbol()))
                            .findFirst()
                            .orElseThrow();
            Fill close =
                    Fills.closing(
                            like,
                            "close" + i++,
                            lot,
                            mark,
                            fills.getLast().time().plusSeconds(86_400));
            ledger.apply(close).forEach(e -> trades.add(((LedgerEvent.TradeCompleted) e).trade()));
        }
        assertTrue(ledger.openLots().isEmpty());
        return sum(trades.stream().map(t -> t.grossPnl().orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void costsChargedOpenAndUnmatchedAddUpToCostsStated(Case c) {
        List<Fill> fills = fills(c.seed);
        Outcome outcome = Outcome.of(c.method, fills);
        BigDecimal charged = sum(outcome.trades().stream().map(Trade::costs));
        BigDecimal waiting = sum(outcome.ledger.openLots().stream().map(OpenLot::costsRemaining));
        BigDecimal unmatched =
                sum(outcome.unmatched().stream().map(LedgerEvent.UnmatchedClose::costs));
        assertSame(
                sum(fills.stream().map(f -> f.costs().total())),
                charged.add(waiting).add(unmatched));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFillInTwoPiecesOfOnePriceEarnsTheSame(Case c) {
        List<Fill> fills = fills(c.seed);
        List<Fill> pieces = new ArrayList<>();
        for (Fill fill : fills) {
            BigDecimal some = fill.quantity().value().multiply(new BigDecimal("0.37"));
            BigDecimal cost = fill.costs().total().multiply(new BigDecimal("0.37"));
            pieces.add(Fills.piece(fill, fill.key().value() + "a", some, cost));
            pieces.add(
                    Fills.piece(
                            fill,
                            fill.key().value() + "b",
                            fill.quantity().value().subtract(some),
                            fill.costs().total().subtract(cost)));
        }
        Outcome whole = Outcome.of(c.method, fills);
        Outcome split = Outcome.of(c.method, pieces);
        BigDecimal difference = whole.gross().subtract(split.gross()).abs();
        if (c.method == MatchingMethod.AVERAGE) {
            // What is still open may carry the rounding of the 18th digit of a share.
            assertTrue(difference.compareTo(new BigDecimal("1E-12")) < 0, difference::toString);
        } else {
            assertSame(BigDecimal.ZERO, difference);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLedgerWrittenAndReadInTheMiddleGoesOnAsIfNothingHadHappened(Case c) {
        List<Fill> fills = fills(c.seed);
        Ledger ledger = new Ledger(c.method);
        Ledger restored = new Ledger(c.method);
        for (Fill fill : fills) {
            assertEquals(ledger.apply(fill), restored.apply(fill));
            byte[] bytes = bytes(ledger);
            assertArrayEquals(bytes, bytes(restored));
            restored = read(bytes);
            assertEquals(ledger.openLots(), restored.openLots());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyTradeHasItsOwnIdAndALotFinishesOnce(Case c) {
        Outcome outcome = Outcome.of(c.method, fills(c.seed));
        List<String> ids = outcome.trades().stream().map(Trade::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        List<String> finished =
                outcome.events.stream()
                        .filter(e -> e instanceof LedgerEvent.TradeCompleted t && t.lotFinished())
                        .map(e -> ((LedgerEvent.TradeCompleted) e).trade().lot())
                        .toList();
        assertEquals(finished.size(), finished.stream().distinct().count());
        assertTrue(
                outcome.ledger.openLots().stream().noneMatch(lot -> finished.contains(lot.id())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void netIsGrossLessCosts(Case c) {
        for (Trade trade : Outcome.of(c.method, fills(c.seed)).trades()) {
            assertSame(
                    trade.grossPnl().orElseThrow().subtract(trade.costs()),
                    trade.netPnl().orElseThrow());
            assertEquals(Optional.empty(), trade.mae());
        }
    }

    @Test
    void aSnapshotOfAnotherFormatIsRefused() {
        assertThrows(
                IOException.class,
                () ->
                        Ledger.read(
                                new DataInputStream(new ByteArrayInputStream(new byte[] {9, 0}))));
    }

    private static byte[] bytes(Ledger ledger) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ledger.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Ledger read(byte[] bytes) {
        try {
            return Ledger.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
