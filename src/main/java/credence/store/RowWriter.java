package credence.store;

import credence.core.value.Price;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Fills the columns of one row from left to right and takes their fingerprint on the way. Without a statement it
/// only takes the fingerprint.
final class RowWriter {

    private final Fingerprint fingerprint = new Fingerprint();
    private final @Nullable PreparedStatement statement;
    private int column;

    RowWriter(@Nullable PreparedStatement statement) {
        this.statement = statement;
    }

    /// @param before columns in front that are no content
    void begin(int before, String key) {
        column = before;
        fingerprint.reset();
        fingerprint.add(key);
    }

    /// Fingerprint of key and columns since [#begin].
    long fingerprint() {
        return fingerprint.value();
    }

    void text(@Nullable String text) throws SQLException {
        column++;
        fingerprint.add(text);
        if (statement != null) {
            statement.setString(column, text);
        }
    }

    void text(Optional<String> text) throws SQLException {
        text(text.orElse(null));
    }

    void word(Enum<?> word) throws SQLException {
        text(word.name());
    }

    /// `toString` of a decimal keeps its digits and its scale.
    void decimal(BigDecimal number) throws SQLException {
        text(number.toString());
    }

    void decimal(Optional<BigDecimal> number) throws SQLException {
        text(number.isPresent() ? number.get().toString() : null);
    }

    void price(Optional<Price> price) throws SQLException {
        text(price.isPresent() ? price.get().value().toString() : null);
    }

    void number(double number) throws SQLException {
        column++;
        fingerprint.add(Double.doubleToLongBits(number));
        if (statement != null) {
            statement.setDouble(column, number);
        }
    }

    void instant(Instant time) throws SQLException {
        nanos(Nanos.of(time));
    }

    void duration(Duration duration) throws SQLException {
        nanos(Nanos.of(duration));
    }

    void noInstant() throws SQLException {
        column++;
        fingerprint.add((String) null);
        if (statement != null) {
            statement.setNull(column, Types.BIGINT);
        }
    }

    private void nanos(long nanos) throws SQLException {
        column++;
        fingerprint.add(nanos);
        if (statement != null) {
            statement.setLong(column, nanos);
        }
    }
}
