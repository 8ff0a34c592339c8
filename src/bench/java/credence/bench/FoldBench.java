package credence.bench;

import credence.core.brain.BrainObserver;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Fact;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Folding outcomes into beliefs: the time must grow with the outcomes and hardly with the bots.
///
/// All fleets trade over the same two years, so that every fold crosses the same midnights.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class FoldBench {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(730);

    @Param({"10000", "100000", "1000000"})
    public int outcomes;

    @Param({"10", "87", "500"})
    public int bots;

    /// Outcomes of one bot before it is the next one's turn.
    @Param("1")
    public int streak;

    private Replay replay = new Replay(List.of());

    @Setup(Level.Trial)
    public void fleet() {
        DrawSequence draws = Draws.of(7, "bench").at("fleet").inOrder();
        List<Fact> facts = new ArrayList<>(outcomes * 2);
        long step = SPAN.toMillis() / outcomes;
        for (int i = 0; i < outcomes; i++) {
            facts.addAll(trade(i, START.plusMillis(i * step), draws.happens(0.5)).facts());
        }
        replay = new Replay(facts);
    }

    private TradeRecord trade(int i, Instant opened, boolean won) {
        return new TradeRecord(
                RowKey.ofNativeId("trade", "bench", "bench", Integer.toString(i)),
                i,
                AccountId.DEFAULT,
                new BotId("bot-" + i / streak % bots),
                new Symbol("BENCH"),
                Direction.LONG,
                new Quantity(BigDecimal.ONE),
                opened,
                Price.of("100"),
                Optional.of(
                        new TradeRecord.Exit(
                                opened.plusSeconds(3_600),
                                Price.of(won ? "101" : "99"),
                                Optional.of(BigDecimal.ZERO),
                                Optional.of(won ? BigDecimal.ONE : BigDecimal.ONE.negate()),
                                Optional.empty(),
                                Optional.empty(),
                                ExitReason.SIGNAL)),
                Optional.empty(),
                BigDecimal.ONE,
                CurrencyCode.USD,
                Optional.of(Price.of("99")),
                Optional.empty(),
                SourceClass.BACKTEST,
                CallDetails.NONE,
                new TreeMap<>());
    }

    /// Processor time of the fold, which other work on the machine hardly changes.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {

        /// Milliseconds, summed over the measured iterations.
        public double processor;

        @Setup(Level.Iteration)
        public void clear() {
            processor = 0;
        }
    }

    @Benchmark
    public String fold(Cost cost) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        String hash = replay.fold(Configuration.DEFAULT, BrainObserver.NONE).state().hash();
        cost.processor += (threads.getCurrentThreadCpuTime() - before) / 1e6;
        return hash;
    }
}
