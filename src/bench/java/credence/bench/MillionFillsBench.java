package credence.bench;

import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.Progress;
import credence.store.H2Workspace;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// 1,000,000 executions in one file (some 75 MB), in a heap of 512 MB: from the file to beliefs on the board of a new workspace, against
/// a bare parse of the file. Prints for each tenth of the rows how many were read and kept in a second of processor time, which other
/// programs on the machine disturb less than the clock.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class MillionFillsBench {

    private static final int FILLS = 1_000_000;
    private static final int BOTS = 50;

    private Path folder = Path.of(".");
    private Path file = Path.of(".");
    private int run;

    @Setup(Level.Trial)
    public void write() throws IOException {
        folder = Files.createTempDirectory("credence-bench");
        file = folder.resolve("fills.csv");
        Instant time = Instant.parse("2020-01-01T00:00:00Z");
        long price = 200_000;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(
                    "time,bot,account,symbol,side,quantity,price,commission,currency,execution_id\n");
            for (int i = 0; i < FILLS; i++) {
                time = time.plusSeconds(1 + i % 191);
                price += i * 7_919L % 315 - 157;
                out.write(
                        time
                                + ",bot-"
                                + (10 + i % BOTS)
                                + ",main,ETHUSDT,"
                                + (i / BOTS % 2 == 0 ? "BUY" : "SELL")
                                + ",1.5,"
                                + BigDecimal.valueOf(price, 2)
                                + ",0.35,USDT,"
                                + (1_000_000 + i)
                                + '\n');
            }
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Every field of every record becomes a text, and that is all.
    @Benchmark
    public long bareParse() throws IOException {
        long characters = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord record : reader) {
                for (int i = 0; i < record.getFieldCount(); i++) {
                    characters += record.getField(i).length();
                }
            }
        }
        return characters;
    }

    /// The file on disk to beliefs on the board, in a new workspace.
    @Benchmark
    public String wholeImport() {
        Tenths tenths = new Tenths();
        try (Workspace workspace =
                Workspace.open(
                        H2Workspace.open(
                                folder.resolve("w" + run++), "bench", "bench", Clock.systemUTC()),
                        StandardFormats.reader(),
                        InstantSource.system())) {
            ImportPlan plan =
                    workspace.imports().plan(List.of(file), ImportOptions.DEFAULT, tenths);
            String hash = workspace.imports().commit(plan, tenths).stateHash();
            System.out.println();
            tenths.print();
            return hash;
        }
    }

    /// Processor time at which each tenth of a phase was done.
    private static final class Tenths implements Progress {

        private final Map<String, long[]> times = new TreeMap<>();

        @Override
        public void update(String phase, long done, long total) {
            if (total == FILLS) {
                long[] tenths = times.computeIfAbsent(phase, p -> new long[11]);
                int tenth = (int) (done * 10 / total);
                if (tenth == 0 && tenths[1] != 0) {
                    Arrays.fill(tenths, 0); // the next time through the file
                }
                if (tenths[tenth] == 0) {
                    tenths[tenth] = processorNanos();
                }
            }
        }

        @Override
        public boolean cancelled() {
            return false;
        }

        private static long processorNanos() {
            return ((com.sun.management.OperatingSystemMXBean)
                            ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        void print() {
            times.forEach(
                    (phase, tenths) -> {
                        StringBuilder line =
                                new StringBuilder(phase)
                                        .append(", rows per second of processor time, by tenth:");
                        for (int i = 1; i < 10; i++) {
                            line.append(' ')
                                    .append(
                                            Math.round(
                                                    FILLS
                                                            / 10.0
                                                            * 1e9
                                                            / (tenths[i] - tenths[i - 1])));
                        }
                        System.out.println(line);
                    });
        }
    }
}
