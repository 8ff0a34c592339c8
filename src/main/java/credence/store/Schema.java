package credence.store;

import credence.service.port.StoreException;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// The form of the tables, as the numbered migrations make it, and the record of who made it.
final class Schema {

    /// Number of the newest migration in `credence/store/migrations`.
    static final int CURRENT = 2;

    private static final String MIGRATIONS = "classpath:credence/store/migrations";

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /// Number of the newest migration applied, 0 in an empty database.
    ///
    /// Asked of Flyway's own table, not of Flyway: starting Flyway costs 350 ms of processor time (measured, cold
    /// start, 500 ms without it), and nearly every start finds nothing to do.
    int version() {
        return database.read("The form of the database could not be read", Schema::version);
    }

    private static int version(Connection c) throws SQLException {
        try (ResultSet table =
                c.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            if (!table.next()) {
                return 0;
            }
        }
        try (PreparedStatement s =
                        c.prepareStatement(
                                "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM"
                                        + " \"flyway_schema_history\" WHERE \"success\"");
                ResultSet row = s.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    boolean writable() {
        return database.writable();
    }

    /// Applies the migrations that are missing.
    ///
    /// @throws StoreException when one fails; it left nothing behind
    void migrate(Trouble trouble) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(database.url());
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw trouble.because("The database could not be made ready", e);
        }
    }

    /// What the database says of itself. The table is the second copy of the file beside it.
    Provenance provenance() {
        int schema = version();
        Map<String, String> said =
                database.read(
                        "The form of the database could not be read",
                        c -> {
                            Map<String, String> names = new TreeMap<>();
                            try (PreparedStatement s =
                                            c.prepareStatement(
                                                    "SELECT name, content FROM workspace");
                                    ResultSet row = s.executeQuery()) {
                                while (row.next()) {
                                    names.put(row.getString(1), row.getString(2));
                                }
                            }
                            return names;
                        });
        return new Provenance(
                said.getOrDefault("engine", "0"),
                schema,
                said.getOrDefault("application", "an unknown version"));
    }

    void record(Provenance now) {
        database.change(
                "The versions were not recorded",
                c -> {
                    try (PreparedStatement s = c.prepareStatement("DELETE FROM workspace")) {
                        s.executeUpdate();
                    }
                    try (PreparedStatement s =
                            c.prepareStatement(
                                    "INSERT INTO workspace (name, content) VALUES (?, ?)")) {
                        s.setString(1, "engine");
                        s.setString(2, now.engine());
                        s.executeUpdate();
                        s.setString(1, "application");
                        s.setString(2, now.application());
                        return s.executeUpdate();
                    }
                });
    }
}
