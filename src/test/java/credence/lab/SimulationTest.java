package credence.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.fact.Bar;
import credence.core.fact.ExitReason;
import credence.core.fact.Prediction;
import credence.core.fact.TradeRecord;
import credence.core.value.Direction;
import credence.core.value.Symbol;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The simulated record against what is stated of it: seed 2, twelve specimens and forty ordinary bots over two years.
/// Statistical bounds are five standard errors of the closed form.
class SimulationTest {

    private static Simulation simulation;
    private static final Map<Symbol, TreeMap<Instant, Bar>> BARS = new HashMap<>();

    @BeforeAll
    static void simulate() {
        simulation = Simulation.of(SimulationParameters.of(52, 730, 2));
        for (Market market : simulation.markets()) {
            for (Bar bar : market.bars()) {
                BARS.computeIfAbsent(bar.symbol(), _ -> new TreeMap<>()).put(bar.time(), bar);
            }
        }
    }

    private static Bar barAt(TradeRecord row, Instant time) {
        return BARS.get(row.symbol()).floorEntry(time).getValue();
    }

    @Test
    void everyTradeIsEnteredAtTheOpenOfABarAndLeftInsideOne() {
        for (SimulatedBot bot : simulation.bots()) {
            for (TradeRecord row : bot.rows()) {
                Bar entry = barAt(row, row.entryTime());
                assertEquals(row.entryTime(), entry.time());
                assertEquals(entry.open(), row.entryPrice().value().doubleValue());
                row.exit()
                        .ifPresent(
                                exit -> {
                                    Bar last = barAt(row, exit.time());
                                    double price = exit.price().value().doubleValue();
                                    assertTrue(
                                            price >= last.low() && price <= last.high(),
                                            () -> row + " outside " + last);
                                    assertTrue(
                                            exit.time().isAfter(row.entryTime())
                                                    && exit.time().isBefore(last.closeTime()));
                                });
            }
        }
    }

    /// Replays each closed trade on the bars alone: its own end must be the first of its levels that they reach.
    @Test
    void noStopAndNoTargetWasReachedBeforeTheTradeEnded() {
        for (SimulatedBot bot : simulation.bots()) {
            for (TradeRecord row : bot.rows()) {
                TradeRecord.Exit exit = row.exit().orElse(null);
                if (exit == null) {
                    continue;
                }
                Bar last = barAt(row, exit.time());
                for (Bar bar :
                        BARS.get(row.symbol())
                                .subMap(row.entryTime(), true, last.time(), true)
                                .values()) {
                    boolean end = bar.equals(last);
                    if (end && exit.reason() == ExitReason.SIGNAL) {
                        // After a trade was cut, the rest of the bar may go where it likes.
                        continue;
                    }
                    row.stop()
                            .ifPresent(
                                    stop -> {
                                        boolean reached =
                                                reached(
                                                        row.direction(),
                                                        bar,
                                                        stop.value().doubleValue(),
                                                        false);
                                        assertEquals(
                                                end && exit.reason() == ExitReason.SL,
                                                reached,
                                                () -> "stop of " + row + " in " + bar);
                                    });
                    row.takeProfit()
                            .ifPresent(
                                    target -> {
                                        boolean reached =
                                                reached(
                                                        row.direction(),
                                                        bar,
                                                        target.value().doubleValue(),
                                                        true);
                                        assertEquals(
                                                end && exit.reason() == ExitReason.TP,
                                                reached,
                                                () -> "target of " + row + " in " + bar);
                                    });
                }
            }
        }
    }

    private static boolean reached(Direction direction, Bar bar, double level, boolean target) {
        boolean above = (direction == Direction.LONG) == target;
        return above ? bar.high() >= level : bar.low() <= level;
    }

    @Test
    void adverseAndFavourableExcursionsAreThoseOfTheBars() {
        TradeRecord row = simulation.bot("plumb-es-meanrev").rows().getFirst();
        TradeRecord.Exit exit = row.exit().orElseThrow();
        double worst = 0;
        double best = 0;
        double entry = row.entryPrice().value().doubleValue();
        for (Bar bar :
                BARS.get(row.symbol()).subMap(row.entryTime(), true, exit.time(), true).values()) {
            double up = bar.high() - entry;
            double down = entry - bar.low();
            best = Math.max(best, row.direction() == Direction.LONG ? up : down);
            worst = Math.max(worst, row.direction() == Direction.LONG ? down : up);
        }
        double end = exit.price().value().doubleValue() - entry;
        double result = end * row.direction().sign();
        double unit = row.quantity().value().doubleValue() * 50;
        assertEquals(
                (result > 0 ? result : best) * unit, exit.mfe().orElseThrow().doubleValue(), 1e-6);
        assertEquals(
                (result < 0 ? -result : worst) * unit,
                exit.mae().orElseThrow().doubleValue(),
                1e-6);
    }

    @Test
    void winRatesAreTheStatedOnes() {
        for (SimulatedBot bot : simulation.bots()) {
            if (bot.kind() == BotKind.LUCKY) {
                continue;
            }
            List<SimulatedTrade> closed = bot.closed();
            double expected = 0;
            double variance = 0;
            for (int i = 0; i < closed.size(); i++) {
                double p = bot.plan().skill().winRate(i, closed.get(i).regime());
                expected += p;
                variance += p * (1 - p);
            }
            if (bot.kind() == BotKind.NEVER_CLOSER) {
                // Only its winners are closed.
                assertEquals(closed.size(), bot.hits());
            } else {
                assertEquals(
                        expected, bot.hits(), 5 * StrictMath.sqrt(variance) + 1, bot.plan().name());
            }
        }
    }

    /// Of all ordinary bots together the squared deviations must look like those of one binomial each.
    @Test
    void winRatesScatterNoMoreAndNoLessThanChance() {
        double chiSquare = 0;
        int bots = 0;
        for (SimulatedBot bot : simulation.bots().subList(12, 52)) {
            int n = bot.closed().size();
            if (n >= 20) {
                double p = bot.plan().skill().winRate(0, Regime.NEUTRAL);
                double z = (bot.hits() - n * p) / StrictMath.sqrt(n * p * (1 - p));
                chiSquare += z * z;
                bots++;
            }
        }
        assertTrue(bots >= 20, "enough bots to say so: " + bots);
        assertEquals(bots, chiSquare, 5 * StrictMath.sqrt(2.0 * bots));
    }

    @Test
    void theDecayingBotTurnsAtTradeThreeHundred() {
        List<SimulatedTrade> closed = simulation.bot("meridian-btc-momentum").closed();
        assertEquals(0.65, rate(closed.subList(0, 300)), 5 * StrictMath.sqrt(0.65 * 0.35 / 300));
        List<SimulatedTrade> after = closed.subList(300, closed.size());
        assertEquals(0.40, rate(after), 5 * StrictMath.sqrt(0.4 * 0.6 / after.size()));
    }

    @Test
    void theRegimeBotWinsByRegime() {
        List<SimulatedTrade> closed = simulation.bot("seasons-eth-trend").closed();
        List<SimulatedTrade> trending =
                closed.stream().filter(t -> t.regime() == Regime.TRENDING).toList();
        List<SimulatedTrade> ranging =
                closed.stream().filter(t -> t.regime() == Regime.RANGING).toList();
        assertEquals(0.70, rate(trending), 5 * StrictMath.sqrt(0.7 * 0.3 / trending.size()));
        assertEquals(0.38, rate(ranging), 5 * StrictMath.sqrt(0.38 * 0.62 / ranging.size()));
    }

    private static double rate(List<SimulatedTrade> trades) {
        return (double) trades.stream().filter(t -> t.grossR() > 0).count() / trades.size();
    }

    @Test
    void theLuckyBotShowsWhatItIsNot() {
        SimulatedBot comet = simulation.bot("comet-eth-news");
        assertTrue(comet.hits() >= 0.64 * 45, "shows " + comet.hits());
        assertEquals(-0.04, comet.edge(), 1e-12);
    }

    @Test
    void spreadPayoffsHaveTheMeansOfTheirFormula() {
        SimulatedBot harbor = simulation.bot("harbor-es-opening");
        // Wins uniform on 0.6…2.2: mean 1.4, variance 1.6²/12. Losses 1 with 70 %, else uniform on
        // 0.3…1: mean 0.895.
        assertEquals(1.4, harbor.plan().payoff().meanWin(), 1e-12);
        assertEquals(0.895, harbor.plan().payoff().meanLoss(), 1e-12);
        List<SimulatedTrade> won = harbor.closed().stream().filter(t -> t.grossR() > 0).toList();
        List<SimulatedTrade> lost = harbor.closed().stream().filter(t -> t.grossR() < 0).toList();
        double win = won.stream().mapToDouble(SimulatedTrade::grossR).average().orElseThrow();
        double loss = -lost.stream().mapToDouble(SimulatedTrade::grossR).average().orElseThrow();
        assertEquals(1.4, win, 5 * StrictMath.sqrt(1.6 * 1.6 / 12 / won.size()));
        // E[x²] = 0.7 + 0.3 · (1 − 0.3³) / (3 · 0.7), variance that less 0.895².
        double variance = 0.7 + 0.3 * (1 - 0.027) / 2.1 - 0.895 * 0.895;
        assertEquals(0.895, loss, 5 * StrictMath.sqrt(variance / lost.size()));
    }

    @Test
    void theScalperWinsNearlyAlwaysAndLoses() {
        SimulatedBot penny = simulation.bot("penny-eth-scalper");
        assertTrue(penny.hits() > 0.92 * penny.closed().size());
        assertTrue(penny.mean(t -> t.grossR() - t.costR()) < 0);
    }

    @Test
    void theNeverCloserClosesOnlyWinnersAndItsMarksEatThem() {
        SimulatedBot patience = simulation.bot("patience-btc-grid");
        List<TradeRecord> open = patience.rows().stream().filter(TradeRecord::isOpen).toList();
        assertTrue(open.size() >= 5, "open " + open.size());
        assertTrue(
                patience.rows().stream()
                        .flatMap(row -> row.exit().stream())
                        .allMatch(exit -> exit.netPnl().orElseThrow().signum() > 0));
        assertTrue(open.stream().allMatch(row -> row.mark().isPresent() && row.stop().isEmpty()));
        assertTrue(patience.edge() < 0, "all in all " + patience.edge());
    }

    @Test
    void theDuplicateDiffersOnlyInNameAndIds() {
        List<TradeRecord> anvil = simulation.bot("anvil-btc-breakout").rows();
        List<TradeRecord> forge = simulation.bot("forge-btc-breakout").rows();
        assertEquals(anvil.size(), forge.size());
        for (int i = 0; i < anvil.size(); i++) {
            TradeRecord a = anvil.get(i);
            TradeRecord b = forge.get(i);
            assertEquals(a.opened().time(), b.opened().time());
            assertEquals(a.direction(), b.direction());
            assertEquals(a.quantity(), b.quantity());
            assertEquals(a.entryPrice(), b.entryPrice());
            assertEquals(a.exit(), b.exit());
            assertFalse(a.key().equals(b.key()));
        }
    }

    @Test
    void statedConfidencesAreWrongByTheStatedBias() {
        // A calibrated bot, one that adds 20 points, and one that always says 68 %.
        assertMiscalibration("harbor-es-opening", 0);
        assertMiscalibration("drift-mnq-reversal", 0.20);
        SimulatedBot meridian = simulation.bot("meridian-btc-momentum");
        assertTrue(
                meridian.predictions().stream()
                        .allMatch(p -> p.call().confidence().orElseThrow() == 0.68));
    }

    private static void assertMiscalibration(String name, double bias) {
        SimulatedBot bot = simulation.bot(name);
        double difference =
                bot.closed().stream()
                        .mapToDouble(
                                t ->
                                        t.prediction()
                                                        .orElseThrow()
                                                        .call()
                                                        .confidence()
                                                        .orElseThrow()
                                                - (t.grossR() > 0 ? 1 : 0))
                        .average()
                        .orElseThrow();
        assertEquals(bias, difference, 5 * StrictMath.sqrt(0.25 / bot.closed().size()), name);
    }

    @Test
    void oneComponentKnowsSomethingAndThreeDoNot() {
        Map<String, int[]> counts = new TreeMap<>();
        for (SimulatedBot bot : simulation.bots()) {
            for (SimulatedTrade trade : bot.closed()) {
                trade.prediction().ifPresent(p -> count(counts, p, trade.grossR() > 0));
            }
        }
        assertEquals(
                List.of("ai", "sentiment", "technical", "theme"), List.copyOf(counts.keySet()));
        counts.forEach(
                (name, c) -> {
                    double accuracy = name.equals("technical") ? 0.62 : 0.50;
                    assertEquals(
                            accuracy,
                            (double) c[1] / c[0],
                            5 * StrictMath.sqrt(accuracy * (1 - accuracy) / c[0]),
                            name);
                    assertEquals(
                            0.85,
                            (double) c[0] / c[2],
                            5 * StrictMath.sqrt(0.85 * 0.15 / c[2]),
                            name);
                });
    }

    /// Calls, right calls, trades: a call is right when it agreed with a winner or disagreed with a loser.
    private static void count(Map<String, int[]> counts, Prediction prediction, boolean won) {
        prediction
                .call()
                .scores()
                .forEach(
                        (name, score) -> {
                            int[] c = counts.computeIfAbsent(name, _ -> new int[3]);
                            c[2]++;
                            if (score > 5.5 || score < 4.5) {
                                c[0]++;
                                boolean agreed =
                                        (score > 5.5) == (prediction.direction() == Direction.LONG);
                                c[1] += agreed == won ? 1 : 0;
                            }
                        });
    }

    @Test
    void netIsGrossLessStatedCostsOnEveryRow() {
        for (SimulatedBot bot : simulation.bots()) {
            for (TradeRecord row : bot.rows()) {
                row.exit()
                        .ifPresent(
                                exit -> {
                                    BigDecimal gross =
                                            exit.price()
                                                    .value()
                                                    .subtract(row.entryPrice().value())
                                                    .multiply(row.quantity().value())
                                                    .multiply(row.multiplier())
                                                    .multiply(
                                                            BigDecimal.valueOf(
                                                                    row.direction().sign()));
                                    assertEquals(
                                            0,
                                            gross.subtract(exit.costs().orElse(BigDecimal.ZERO))
                                                    .compareTo(exit.netPnl().orElseThrow()));
                                    assertEquals(
                                            bot.plan().statesCosts(), exit.costs().isPresent());
                                });
            }
        }
    }

    @Test
    void aBotDoesNotDependOnHowManyOthersThereAre() {
        Simulation few = Simulation.of(SimulationParameters.of(3, 730, 2));
        assertEquals(simulation.bots().get(2).rows(), few.bots().get(2).rows());
    }

    @Test
    void tradesOfABotAreInOrderAndShareNoEntry() {
        for (SimulatedBot bot : simulation.bots()) {
            List<Instant> entries = bot.rows().stream().map(TradeRecord::entryTime).toList();
            assertEquals(entries.stream().sorted().distinct().toList(), entries, bot.plan().name());
        }
    }

    @Test
    void namesAreUnique() {
        assertEquals(52, simulation.bots().stream().map(SimulatedBot::bot).distinct().count());
    }

    @Test
    void oneDayIsEnoughForTheSimulatorIfNotForTheTrader(@TempDir Path directory)
            throws IOException {
        Simulation tiny = Simulation.of(SimulationParameters.of(12, 1, 1));
        List<Path> files = tiny.writeTo(directory);
        assertTrue(files.stream().allMatch(Files::exists));
        for (Path file : files) {
            assertTrue(Files.readAllLines(file).size() > 1, () -> file + " has no rows");
        }
    }

    @Test
    void nothingIsOverwritten(@TempDir Path directory) throws IOException {
        Simulation tiny = Simulation.of(SimulationParameters.of(1, 30, 1));
        Files.writeString(directory.resolve("truth.json"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> tiny.writeTo(directory));
        try (var files = Files.list(directory)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void parametersOutOfRangeAreRefusedInWords() {
        IllegalArgumentException e =
                assertThrows(
                        IllegalArgumentException.class, () -> SimulationParameters.of(0, 10, 1));
        assertEquals("bots must be 1 to 1000, not 0", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SimulationParameters.of(1, 0, 1));
    }
}
