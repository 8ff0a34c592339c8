package credence.store;

import credence.core.fact.BeliefReset;
import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.core.fact.TimeMark;
import credence.core.value.BotId;
import credence.service.port.BatchSummary;
import credence.service.port.FactLog;
import credence.service.port.FileReport;
import credence.service.port.NewBatch;
import credence.service.port.Progress;
import credence.service.port.Statement;
import credence.service.port.StoreException;
import credence.service.port.StoredFacts;
import credence.service.port.StoredRows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The log of facts in the workspace's database.
final class H2FactLog implements FactLog {

    private final Database database;
    private final Trouble trouble;
    private final JsonText json = new JsonText();
    private final RowTables tables = new RowTables(json);

    H2FactLog(Database database, Trouble trouble) {
        this.database = database;
        this.trouble = trouble;
    }

    @Override
    public StoredFacts load() {
        String what = "The facts could not be read";
        return database.read(
                what,
                c -> {
                    try {
                        return new StoredFacts(rows(c), withdrawn(c), resets(c), timeMarks(c));
                    } catch (RuntimeException e) {
                        // A word, number or text that this program never wrote.
                        throw trouble.damaged(what, e);
                    }
                });
    }

    @Override
    public long append(NewBatch batch, Progress progress) {
        return database.change(
                "The import was not kept",
                c -> {
                    try (BatchWriter writer = new BatchWriter(c, tables, json, progress)) {
                        return writer.write(batch);
                    }
                });
    }

    @Override
    public void withdraw(long batch, Instant at) {
        database.change(
                "Import " + batch + " was not undone",
                c -> {
                    if (!has(c, "SELECT 1 FROM batch WHERE id = ?", batch)) {
                        throw new StoreException(
                                "There is no import with the number " + batch + ".");
                    }
                    if (has(c, "SELECT 1 FROM withdrawal WHERE batch_id = ?", batch)) {
                        throw new StoreException("Import " + batch + " was undone before.");
                    }
                    return insert(
                            c,
                            "INSERT INTO withdrawal (batch_id, withdrawn_at) VALUES (?, ?)",
                            batch,
                            Nanos.of(at));
                });
    }

    @Override
    public List<BatchSummary> batches() {
        return database.read("The imports could not be listed", this::batches);
    }

    @Override
    public Map<Long, FileReport> files() {
        return database.read(
                "The files of the imports could not be listed",
                c -> {
                    Map<Long, FileReport> files = new HashMap<>();
                    try (PreparedStatement s =
                                    c.prepareStatement("SELECT id, report FROM batch_file");
                            ResultSet row = s.executeQuery()) {
                        while (row.next()) {
                            files.put(row.getLong(1), json.report(row.getString(2)));
                        }
                    }
                    return files;
                });
    }

    private List<BatchSummary> batches(Connection c) throws SQLException {
        Map<Long, List<FileReport>> files = new HashMap<>();
        try (PreparedStatement s =
                        c.prepareStatement("SELECT batch_id, report FROM batch_file ORDER BY id");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                files.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(json.report(row.getString(2)));
            }
        }
        List<BatchSummary> batches = new ArrayList<>();
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT b.id, b.kind, b.imported_at, w.withdrawn_at FROM batch b"
                                    + " LEFT JOIN withdrawal w ON w.batch_id = b.id ORDER BY b.id");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                long withdrawn = row.getLong(4);
                Instant withdrawnAt = row.wasNull() ? null : Nanos.instant(withdrawn);
                batches.add(
                        new BatchSummary(
                                id,
                                row.getString(2),
                                Nanos.instant(row.getLong(3)),
                                List.copyOf(files.getOrDefault(id, List.of())),
                                withdrawnAt));
            }
        }
        return batches;
    }

    @Override
    public long appendReset(Instant time, Optional<BotId> bot, String reason) {
        return database.change(
                "The reset was not kept",
                c -> {
                    long id = Numbers.next(c, "act_reset", "id");
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "INSERT INTO act_reset (id, reset_at, bot, reason) VALUES (?,"
                                            + " ?, ?, ?)")) {
                        s.setLong(1, id);
                        s.setLong(2, Nanos.of(time));
                        s.setString(3, bot.map(BotId::name).orElse(null));
                        s.setString(4, reason);
                        s.executeUpdate();
                    }
                    return id;
                });
    }

    @Override
    public boolean withdrawReset(long id, Instant at) {
        return database.change(
                "Act " + id + " was not undone",
                c -> {
                    if (!has(c, "SELECT 1 FROM act_reset WHERE id = ?", id)
                            || has(c, "SELECT 1 FROM act_withdrawal WHERE act_id = ?", id)) {
                        return false;
                    }
                    insert(
                            c,
                            "INSERT INTO act_withdrawal (act_id, withdrawn_at) VALUES (?, ?)",
                            id,
                            Nanos.of(at));
                    return true;
                });
    }

    @Override
    public void appendTimeMark(Instant time) {
        database.change(
                "The time mark was not kept",
                c -> {
                    long nanos = Nanos.of(time);
                    if (!has(c, "SELECT 1 FROM time_mark WHERE marked_at = ?", nanos)) {
                        insert(c, "INSERT INTO time_mark (marked_at) VALUES (?)", nanos);
                    }
                    return nanos;
                });
    }

    private StoredRows rows(Connection c) throws SQLException {
        StoredRows.Builder rows = new StoredRows.Builder();
        List<RowNumbers> numbers = new ArrayList<>();
        for (RowTable<?> table : tables.all()) {
            RowNumbers ofTable = new RowNumbers(rows.size());
            numbers.add(ofTable);
            try (PreparedStatement s = c.prepareStatement(table.select());
                    ResultSet row = s.executeQuery()) {
                RowReader reader = new RowReader(row);
                int front = RowTable.FRONT.size();
                int last = front + table.contentColumns() + 1;
                while (row.next()) {
                    RowKey key = new RowKey(row.getString(2));
                    Statement first = statement(row, 3);
                    reader.begin(front, key.value());
                    SourceRow content = table.read(key, first.sequence(), reader);
                    if (reader.fingerprint() != row.getLong(last)) {
                        // A wrong number is worse than none.
                        throw new IllegalStateException(
                                "row "
                                        + row.getLong(1)
                                        + " of table "
                                        + table.name()
                                        + " is not what was written");
                    }
                    ofTable.add(row.getLong(1));
                    rows.add(content, first);
                }
            }
        }
        addRestatements(c, numbers, rows);
        return rows.build();
    }

    private static void addRestatements(
            Connection c, List<RowNumbers> numbers, StoredRows.Builder rows) throws SQLException {
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT row_no, batch_id, file_id, line_no, seq_no, replaces"
                                        + " FROM restatement ORDER BY id");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                for (RowNumbers ofTable : numbers) {
                    int index = ofTable.index(row.getLong(1));
                    if (index >= 0) {
                        rows.restate(index, statement(row, 2));
                    }
                }
            }
        }
    }

    private static Statement statement(ResultSet row, int column) throws SQLException {
        return new Statement(
                row.getLong(column),
                row.getLong(column + 1),
                row.getInt(column + 2),
                row.getLong(column + 3),
                row.getBoolean(column + 4));
    }

    private static Set<Long> withdrawn(Connection c) throws SQLException {
        Set<Long> withdrawn = new HashSet<>();
        try (PreparedStatement s = c.prepareStatement("SELECT batch_id FROM withdrawal");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                withdrawn.add(row.getLong(1));
            }
        }
        return withdrawn;
    }

    private static List<BeliefReset> resets(Connection c) throws SQLException {
        List<BeliefReset> resets = new ArrayList<>();
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT id, reset_at, bot, reason FROM act_reset WHERE id NOT IN"
                                        + " (SELECT act_id FROM act_withdrawal) ORDER BY id");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                resets.add(
                        new BeliefReset(
                                row.getLong(1),
                                Nanos.instant(row.getLong(2)),
                                Optional.ofNullable(row.getString(3)).map(BotId::new),
                                row.getString(4)));
            }
        }
        return resets;
    }

    private static List<TimeMark> timeMarks(Connection c) throws SQLException {
        List<TimeMark> marks = new ArrayList<>();
        try (PreparedStatement s =
                        c.prepareStatement("SELECT marked_at FROM time_mark ORDER BY marked_at");
                ResultSet row = s.executeQuery()) {
            while (row.next()) {
                marks.add(new TimeMark(Nanos.instant(row.getLong(1))));
            }
        }
        return marks;
    }

    private static boolean has(Connection c, String select, long id) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(select)) {
            s.setLong(1, id);
            try (ResultSet row = s.executeQuery()) {
                return row.next();
            }
        }
    }

    private static int insert(Connection c, String insert, long... values) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(insert)) {
            for (int i = 0; i < values.length; i++) {
                s.setLong(i + 1, values[i]);
            }
            return s.executeUpdate();
        }
    }
}
