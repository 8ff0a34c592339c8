package credence.core.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.fact.CallDetails;
import credence.core.fact.Costs;
import credence.core.fact.ExitReason;
import credence.core.fact.Extra;
import credence.core.fact.Fact;
import credence.core.fact.Fill;
import credence.core.fact.PositionEffect;
import credence.core.fact.Rate;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.ledger.FeeProfile;
import credence.core.ledger.Rates;
import credence.core.ledger.StatedResult;
import credence.core.ledger.Trade;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// From the row to the sums of a bot: what nobody knows stays unknown, what is estimated says so, what is another currency is
/// not added.
class MoneyTest {

    private static final Instant NOON = Instant.parse("2025-03-03T12:00:00Z");
    private static final AccountId MAIN = new AccountId("main");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USDT = new CurrencyCode("USDT");
    private static final SortedMap<String, String> UNKNOWN =
            new TreeMap<>(Map.of(Extra.MULTIPLIER_SOURCE, Extra.UNKNOWN));

    private int rows;

    /// A fill of MNQ on the main account, one a minute.
    private Fill fill(
            Side side, String quantity, String price, Costs costs, Map<String, String> extras) {
        rows++;
        return new Fill(
                new RowKey("f" + rows),
                rows,
                NOON.plusSeconds(60L * rows),
                MAIN,
                new BotId("a"),
                new Symbol("MNQ"),
                side,
                PositionEffect.UNKNOWN,
                Quantity.of(quantity),
                Price.of(price),
                costs,
                CurrencyCode.USD,
                BigDecimal.ONE,
                Optional.empty(),
                Optional.empty(),
                SourceClass.LIVE,
                new TreeMap<>(extras));
    }

    /// Two contracts in at 20,000 and out an hour later, risk 10 points.
    private TradeRecord trade(
            String exit,
            Optional<String> costs,
            Optional<String> net,
            CurrencyCode currency,
            Map<String, String> extras) {
        rows++;
        return new TradeRecord(
                new RowKey("t" + rows),
                rows,
                MAIN,
                new BotId("a"),
                new Symbol("MNQ"),
                Direction.LONG,
                Quantity.of("2"),
                NOON.plusSeconds(60L * rows),
                Price.of("20000"),
                Optional.of(
                        new TradeRecord.Exit(
                                NOON.plusSeconds(60L * rows + 3600),
                                Price.of(exit),
                                costs.map(BigDecimal::new),
                                net.map(BigDecimal::new),
                                Optional.empty(),
                                Optional.empty(),
                                ExitReason.UNKNOWN)),
                Optional.empty(),
                BigDecimal.ONE,
                currency,
                Optional.of(Price.of("19990")),
                Optional.empty(),
                SourceClass.LIVE,
                CallDetails.NONE,
                new TreeMap<>(extras));
    }

    private static final class Seen implements BrainObserver {
        private final List<Trade> trades = new ArrayList<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<StatedResult> stated = new ArrayList<>();

        @Override
        public void tradeClosed(Trade trade, boolean finished) {
            trades.add(trade);
        }

        @Override
        public void stated(StatedResult result, List<Trade> of) {
            stated.add(result);
        }

        @Override
        public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
            outcomes.add(outcome);
        }
    }

    private static BrainState fold(
            Configuration configuration, BrainObserver observer, SourceRow... rows) {
        List<Fact> facts = new ArrayList<>();
        for (SourceRow row : rows) {
            facts.addAll(configuration.read(row).facts());
        }
        return new Replay(facts).fold(configuration, observer).state();
    }

    private static BotState bot(BrainState state) {
        return Objects.requireNonNull(state.bot(new BotId("a")));
    }

    private static Configuration with(SortedMap<Symbol, BigDecimal> multipliers) {
        Configuration d = Configuration.DEFAULT;
        return new Configuration(
                d.belief(),
                d.assumedBpsPerSide(),
                d.weightBase(),
                d.matching(),
                d.seed(),
                d.symbolAliases(),
                d.botNames(),
                multipliers,
                d.sources());
    }

    private static Configuration withMnq(String value) {
        return with(new TreeMap<>(Map.of(new Symbol("MNQ"), new BigDecimal(value))));
    }

    private static Rates rates(String... lines) {
        List<Rate> rates = new ArrayList<>();
        for (String line : lines) {
            String[] p = line.split(" ");
            LocalDate day = LocalDate.parse(p[0]);
            CurrencyCode from = new CurrencyCode(p[1]);
            CurrencyCode to = new CurrencyCode(p[2]);
            rates.add(new Rate(Rate.key(day, from, to), day, from, to, new BigDecimal(p[3])));
        }
        return Rates.of(rates);
    }

    private static void assertMoney(String expected, BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> "was " + actual);
    }

    @Test
    void withoutAMultiplierThereIsNoMoneyButPointsAndAWin() {
        Seen seen = new Seen();
        BrainState state =
                fold(
                        Configuration.DEFAULT,
                        seen,
                        fill(Side.BUY, "2", "20000.25", Costs.UNSTATED, UNKNOWN),
                        fill(Side.SELL, "2", "20012.50", Costs.UNSTATED, UNKNOWN));
        Trade trade = seen.trades.getFirst();
        assertEquals(Optional.empty(), trade.grossPnl());
        assertEquals(Optional.empty(), trade.netPnl());
        assertEquals(Optional.empty(), trade.multiplier());
        assertMoney("24.5", trade.points());
        assertEquals(Map.of(), bot(state).net());
        assertEquals(1, bot(state).wins());
        assertEquals(1, bot(state).trades());
        assertEquals(Map.of(new Symbol("MNQ"), 1), bot(state).books().withoutMoney());
        Outcome outcome = seen.outcomes.getFirst();
        assertEquals(1, outcome.result());
        assertEquals(12.25 / 20000.25, outcome.returnFraction(), 1e-15);
    }

    /// 15 points on a risk of 10 points, less 5 bp a side of 2 × (20,000 + 20,015): 40.015 of 20 points of risk.
    @Test
    void rComesFromPointsAloneWithAssumedCostsSinceCostsInMoneyCannotBeTakenFromPoints() {
        Seen seen = new Seen();
        fold(
                Configuration.DEFAULT,
                seen,
                trade("20015", Optional.of("3"), Optional.empty(), CurrencyCode.USD, UNKNOWN));
        assertEquals(RiskRung.STOP, seen.outcomes.getFirst().rung());
        assertEquals((30 - 40.015) / 20, seen.outcomes.getFirst().r().orElseThrow(), 1e-12);
    }

    @Test
    void theSourcesOwnResultIsMoneyAndDecidesTheWinEvenWithoutAMultiplier() {
        Seen seen = new Seen();
        BrainState state =
                fold(
                        Configuration.DEFAULT,
                        seen,
                        trade(
                                "20001",
                                Optional.of("6"),
                                Optional.of("-2.00"),
                                CurrencyCode.USD,
                                UNKNOWN));
        assertEquals(Optional.empty(), seen.trades.getFirst().grossPnl());
        assertMoney("-2", seen.trades.getFirst().netPnl().orElseThrow());
        assertEquals(0, bot(state).wins());
        assertEquals(0, seen.outcomes.getFirst().result());
        assertMoney("-2", bot(state).net().getOrDefault(CurrencyCode.USD, BigDecimal.ZERO));
        assertTrue(bot(state).books().withoutMoney().isEmpty());
    }

    /// 24.5 points at 2 dollars each, less 1.24 stated.
    @Test
    void whenTheUserSetsTheMultiplierMoneyAppears() {
        Costs each = Costs.ofTotal(new BigDecimal("0.62"));
        Fill in = fill(Side.BUY, "2", "20000.25", each, UNKNOWN);
        Fill out = fill(Side.SELL, "2", "20012.50", each, UNKNOWN);
        Seen seen = new Seen();
        BrainState state = fold(withMnq("2"), seen, in, out);
        assertMoney("49", seen.trades.getFirst().grossPnl().orElseThrow());
        assertMoney("47.76", seen.trades.getFirst().netPnl().orElseThrow());
        assertMoney("47.76", bot(state).net().getOrDefault(CurrencyCode.USD, BigDecimal.ZERO));
        assertTrue(bot(state).books().withoutMoney().isEmpty());
    }

    @Test
    void anUnknownMultiplierNeverClosesAFillOfAKnownOne() {
        BrainState state =
                fold(
                        Configuration.DEFAULT,
                        BrainObserver.NONE,
                        fill(Side.BUY, "1", "20000", Costs.UNSTATED, UNKNOWN),
                        fill(Side.SELL, "1", "20010", Costs.UNSTATED, Map.of()));
        assertEquals(0, bot(state).trades());
        assertEquals(2, state.openEntries().size());
    }

    @Test
    void aStateWithAllOfThisIsWrittenAndReadAsItWas() {
        Configuration configuration =
                Configuration.DEFAULT
                        .withMoney(
                                new TreeMap<>(
                                        Map.of(
                                                MAIN,
                                                new FeeProfile(
                                                        BigDecimal.ZERO,
                                                        BigDecimal.ONE,
                                                        BigDecimal.ZERO,
                                                        Optional.empty()))),
                                Optional.of(EUR))
                        .withRates(rates("2025-03-03 EUR USD 1.25"));
        BrainState state =
                fold(
                        configuration,
                        BrainObserver.NONE,
                        fill(Side.BUY, "3", "20000", Costs.UNSTATED, UNKNOWN),
                        fill(Side.SELL, "1", "20010", Costs.UNSTATED, UNKNOWN),
                        fill(
                                Side.BUY,
                                "2",
                                "20000",
                                new Costs(
                                        Optional.empty(),
                                        Optional.of(new BigDecimal("0.1")),
                                        Optional.of(new BigDecimal("-0.30"))),
                                Map.of(Extra.FEE, "0.1", Extra.FEE_CURRENCY, "BNB")),
                        trade("20001", Optional.of("1"), Optional.of("9"), EUR, Map.of()));
        byte[] bytes = state.encode();
        BrainState read = BrainState.decode(bytes, configuration);
        assertArrayEquals(bytes, read.encode());
        Books books = bot(read).books();
        assertEquals(Map.of(new CurrencyCode("BNB"), 1), books.uncountedFees());
        assertEquals(1, books.estimated());
        assertEquals(1, books.differing());
        assertMoney("9", books.base());
    }

    /// 2 contracts × 0.25 + 1 a fill, both ways: 3 in all, marked as estimated.
    @Test
    void aFeeProfileFillsInOnlyWhatIsMissing() {
        FeeProfile profile =
                new FeeProfile(
                        new BigDecimal("0.25"), BigDecimal.ONE, BigDecimal.ZERO, Optional.empty());
        Configuration configuration =
                Configuration.DEFAULT.withMoney(
                        new TreeMap<>(Map.of(MAIN, profile)), Optional.empty());
        Seen seen = new Seen();
        BrainState state =
                fold(
                        configuration,
                        seen,
                        fill(Side.BUY, "2", "20000", Costs.UNSTATED, Map.of()),
                        fill(Side.SELL, "2", "20010", Costs.UNSTATED, Map.of()),
                        trade(
                                "20010",
                                Optional.of("0"),
                                Optional.empty(),
                                CurrencyCode.USD,
                                Map.of()),
                        trade(
                                "20010",
                                Optional.empty(),
                                Optional.empty(),
                                CurrencyCode.USD,
                                Map.of()));
        assertMoney("3", seen.trades.get(0).costs());
        assertTrue(seen.trades.get(0).charges().estimated());
        assertMoney("17", seen.trades.get(0).netPnl().orElseThrow());
        assertMoney("20", seen.trades.get(1).netPnl().orElseThrow());
        assertMoney("17", seen.trades.get(2).netPnl().orElseThrow());
        assertEquals(2, bot(state).books().estimated());
        assertTrue(bot(state).costsSeen());
    }

    /// 0.01 % of 2 × 20,000 × 2 is 8 a side; in euros at 1.25 the fixed 1 is 1.25 dollars.
    @Test
    void aPercentageNeedsTheMultiplierAndAFixedFeeItsRate() {
        FeeProfile percent =
                new FeeProfile(
                        BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.01"), Optional.of(EUR));
        Rates rates = rates("2025-03-01 EUR USD 1.25");
        assertMoney(
                "9.25",
                percent.estimate(
                                new BigDecimal("2"),
                                new BigDecimal("20000"),
                                Optional.of(new BigDecimal("2")),
                                CurrencyCode.USD,
                                NOON,
                                rates)
                        .orElseThrow());
        assertEquals(
                Optional.empty(),
                percent.estimate(
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        Optional.empty(),
                        CurrencyCode.USD,
                        NOON,
                        rates));
        assertEquals(
                Optional.empty(),
                percent.estimate(
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        Optional.of(BigDecimal.ONE),
                        CurrencyCode.USD,
                        NOON,
                        Rates.NONE));
    }

    /// 0.002 BNB at 600 USDT, and one USDT is 1.01 dollars: 1.212 each way.
    @Test
    void aFeeInAnotherCoinCountsWhereTheUsersRatesKnowThePair() {
        Map<String, String> bnb = Map.of(Extra.FEE, "0.002", Extra.FEE_CURRENCY, "BNB");
        Fill in = fill(Side.BUY, "1", "20000", Costs.UNSTATED, bnb);
        Fill out = fill(Side.SELL, "1", "20010", Costs.UNSTATED, bnb);
        Seen seen = new Seen();
        BrainState state = fold(Configuration.DEFAULT, seen, in, out);
        assertEquals(false, seen.trades.getFirst().costsStated());
        assertEquals(Map.of(new CurrencyCode("BNB"), 2), bot(state).books().uncountedFees());
        Seen later = new Seen();
        BrainState counted =
                fold(
                        Configuration.DEFAULT.withRates(
                                rates("2025-03-02 BNB USDT 600", "2025-03-03 USDT USD 1.01")),
                        later,
                        in,
                        out);
        assertMoney("2.424", later.trades.getFirst().costs());
        assertMoney("7.576", later.trades.getFirst().netPnl().orElseThrow());
        assertTrue(bot(counted).books().uncountedFees().isEmpty());
    }

    @Test
    void aDayServesForSevenDaysAfterAndNeverBefore() {
        Rates rates = rates("2025-03-03 EUR USD 1.25");
        credence.core.value.Money ten = new credence.core.value.Money(BigDecimal.TEN, EUR);
        assertMoney("12.5", rates.convert(ten, CurrencyCode.USD, NOON).orElseThrow());
        assertMoney(
                "12.5",
                rates.convert(ten, CurrencyCode.USD, NOON.plusSeconds(7 * 86_400)).orElseThrow());
        assertEquals(
                Optional.empty(),
                rates.convert(ten, CurrencyCode.USD, NOON.plusSeconds(8 * 86_400)));
        assertEquals(
                Optional.empty(), rates.convert(ten, CurrencyCode.USD, NOON.minusSeconds(86_400)));
        assertMoney(
                "8",
                rates.convert(
                                new credence.core.value.Money(BigDecimal.TEN, CurrencyCode.USD),
                                EUR,
                                NOON)
                        .orElseThrow());
        assertEquals(Optional.empty(), rates.convert(ten, USDT, NOON));
    }

    /// 20 dollars are 16 euros, 30 euros stay 30; a result in USDT has no rate.
    @Test
    void totalsInTheBaseCurrencyLeaveOutAndCountWhatLacksARate() {
        Configuration configuration =
                Configuration.DEFAULT
                        .withMoney(new TreeMap<>(), Optional.of(EUR))
                        .withRates(rates("2025-03-03 EUR USD 1.25"));
        BrainState state =
                fold(
                        configuration,
                        BrainObserver.NONE,
                        trade(
                                "20010",
                                Optional.empty(),
                                Optional.of("20"),
                                CurrencyCode.USD,
                                Map.of()),
                        trade("20015", Optional.empty(), Optional.of("30"), EUR, Map.of()),
                        trade("20020", Optional.empty(), Optional.of("40"), USDT, Map.of()));
        assertMoney("46", bot(state).books().base());
        assertEquals(1, bot(state).books().withoutRate());
        assertEquals(3, bot(state).net().size());
    }

    /// The hash is that of the first version with markets in the state; unknown multipliers and columns of costs add nothing to it.
    @Test
    void aStateWithNoneOfThisHasTheHashItAlwaysHad() {
        Costs one = Costs.ofTotal(BigDecimal.ONE);
        BrainState plain =
                fold(
                        Configuration.DEFAULT,
                        BrainObserver.NONE,
                        fill(Side.BUY, "1", "20000", one, Map.of()),
                        fill(Side.SELL, "1", "20010", one, Map.of()),
                        fill(Side.SELL, "1", "20000", one, Map.of()));
        assertEquals(
                "f42e5ef07b151b0f91bd103b2ce6ab9f1b3f2aa6522eff79e7239dea4d3528f8", plain.hash());
    }

    @Test
    void ratesAndProfilesAreConfigurationAndChangeItsHash() {
        Configuration d = Configuration.DEFAULT;
        assertNotEquals(d.hash(), d.withRates(rates("2025-03-03 EUR USD 1.25")).hash());
        assertNotEquals(d.hash(), d.withMoney(new TreeMap<>(), Optional.of(EUR)).hash());
        assertEquals(
                d.withRates(rates("2025-03-03 EUR USD 1.25")),
                d.withRates(rates("2025-03-03 EUR USD 1.250")));
    }

    @Test
    void aStatedResultOfAClosingFillIsHeldAgainstItsTrades() {
        Seen seen = new Seen();
        BrainState state =
                fold(
                        Configuration.DEFAULT,
                        seen,
                        fill(Side.BUY, "1", "20000", Costs.UNSTATED, Map.of()),
                        fill(Side.BUY, "1", "20004", Costs.UNSTATED, Map.of()),
                        fill(
                                Side.SELL,
                                "2",
                                "20010",
                                Costs.ofTotal(new BigDecimal("1.5")),
                                Map.of(Extra.STATED_PNL, "16.00")),
                        fill(Side.BUY, "1", "20000", Costs.UNSTATED, Map.of()),
                        fill(
                                Side.SELL,
                                "1",
                                "20010",
                                Costs.UNSTATED,
                                Map.of(Extra.STATED_PNL, "12.00")));
        assertEquals(2, seen.stated.size());
        assertTrue(seen.stated.get(0).agrees(), "10 + 6, before costs");
        assertMoney("2", seen.stated.get(1).difference());
        assertEquals(1, bot(state).books().differing());
    }
}
