package credence.bench;

import credence.core.fact.TradeRecord;
import credence.core.value.Symbol;
import credence.imports.ImportLimits;
import credence.imports.JournalFiles;
import credence.imports.formats.TradingViewTrades;
import credence.service.Workspace;
import credence.service.port.ImportOptions;
import credence.service.port.ParsedFile;
import credence.service.port.Progress;
import credence.store.H2Workspace;

import org.jspecify.annotations.Nullable;
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
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A whole import of the 61 real lists of trades (reading, comparing, archiving, storing, learning) against a bare batch insert of the
/// same rows into an H2 file that syncs as durably.
///
/// Needs the real exports under the folder of the system property `shared.dir`, by default `../shared`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
public class ImportBench {

    /// Keyed and typed as the program's own table is, so that the ratio is not the price of other columns.
    private static final String TABLE =
            "CREATE TABLE trade (row_no BIGINT PRIMARY KEY, row_key VARCHAR NOT NULL, seq_no BIGINT"
                + " NOT NULL, account VARCHAR NOT NULL, bot VARCHAR NOT NULL, symbol VARCHAR NOT"
                + " NULL, direction VARCHAR(10) NOT NULL, quantity VARCHAR NOT NULL, entry_at"
                + " BIGINT NOT NULL, entry_price VARCHAR NOT NULL, exit_at BIGINT, exit_price"
                + " VARCHAR, exit_net VARCHAR, exit_mae VARCHAR, exit_mfe VARCHAR, exit_reason"
                + " VARCHAR(20), multiplier VARCHAR NOT NULL, currency VARCHAR NOT NULL,"
                + " source_class VARCHAR(20) NOT NULL, extras VARCHAR)";

    private static final String INSERT =
            "INSERT INTO trade VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JournalFiles reader =
            new JournalFiles(ImportLimits.DEFAULT, List.of(new TradingViewTrades()), List.of());
    private List<Path> files = List.of();
    private List<TradeRecord> rows = List.of();
    private Path folder = Path.of(".");

    @Setup(Level.Trial)
    public void read() throws IOException {
        Path bots =
                Path.of(
                        System.getProperty("shared.dir", "../shared"),
                        "data/journals/tradingview/bots");
        try (Stream<Path> list = Files.list(bots)) {
            files = list.sorted().toList();
        }
        rows = new ArrayList<>();
        for (Path file : files) {
            for (ParsedFile.ParsedRow row : reader.read(file, options(), Progress.NONE).rows()) {
                rows.add((TradeRecord) row.row());
            }
        }
    }

    @Setup(Level.Invocation)
    public void makeFolder() throws IOException {
        folder = Files.createTempDirectory("credence-bench");
    }

    @TearDown(Level.Invocation)
    public void removeFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /// Rows that are in memory already, into a table with one key, in one transaction.
    @Benchmark
    public int bareInsert() throws SQLException {
        String url =
                "jdbc:h2:file:" + folder.resolve("bare") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                int waiting = 0;
                long number = 0;
                for (TradeRecord row : rows) {
                    bind(insert, ++number, row);
                    insert.addBatch();
                    if (++waiting == 1_000) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            return rows.size();
        }
    }

    /// Files on disk to beliefs on the board, in a new workspace.
    @Benchmark
    public String wholeImport() {
        try (Workspace workspace =
                Workspace.open(
                        H2Workspace.open(
                                folder.resolve("workspace"), "bench", "bench", Clock.systemUTC()),
                        reader,
                        InstantSource.system())) {
            return workspace
                    .imports()
                    .commit(
                            workspace.imports().plan(files, options(), Progress.NONE),
                            Progress.NONE)
                    .stateHash();
        }
    }

    private static void bind(PreparedStatement insert, long number, TradeRecord row)
            throws SQLException {
        Optional<TradeRecord.Exit> exit = row.exit();
        insert.setLong(1, number);
        insert.setString(2, row.key().value());
        insert.setLong(3, row.sequence());
        insert.setString(4, row.account().name());
        insert.setString(5, row.bot().name());
        insert.setString(6, row.symbol().name());
        insert.setString(7, row.direction().name());
        insert.setString(8, row.quantity().toString());
        insert.setLong(9, row.entryTime().getEpochSecond());
        insert.setString(10, row.entryPrice().toString());
        insert.setLong(11, exit.map(e -> e.time().getEpochSecond()).orElse(0L));
        insert.setString(12, exit.map(e -> e.price().toString()).orElse(null));
        insert.setString(13, text(exit.flatMap(TradeRecord.Exit::netPnl)));
        insert.setString(14, text(exit.flatMap(TradeRecord.Exit::mae)));
        insert.setString(15, text(exit.flatMap(TradeRecord.Exit::mfe)));
        insert.setString(16, exit.map(e -> e.reason().name()).orElse(null));
        insert.setString(17, row.multiplier().toPlainString());
        insert.setString(18, row.currency().code());
        insert.setString(19, row.source().name());
        insert.setString(20, row.extras().toString());
    }

    private static @Nullable String text(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse(null);
    }

    private static ImportOptions options() {
        ImportOptions d = ImportOptions.DEFAULT;
        return new ImportOptions(
                d.format(),
                d.bot(),
                d.account(),
                Optional.of(Symbol.of("ETHUSDT")),
                Optional.of(ZoneId.of("+08:00")),
                d.currency(),
                d.source(),
                d.date(),
                d.profile(),
                d.allOrNothing(),
                d.replace());
    }
}
