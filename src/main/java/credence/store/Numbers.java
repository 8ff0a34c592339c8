package credence.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Ascending numbers without a generator of the engine: one program and one writer hold the workspace, and a number
/// taken by a change that failed is taken again.
final class Numbers {

    private Numbers() {}

    /// @param table and `column` are words of this package, never of a user
    static long next(Connection connection, String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT MAX(" + column + ") FROM " + table)) {
            row.next();
            return row.getLong(1) + 1;
        }
    }
}
