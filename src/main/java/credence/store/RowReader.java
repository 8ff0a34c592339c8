package credence.store;

import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the columns of one row from left to right, taking the fingerprint as [RowWriter] did. Names that come
/// again and again are kept once.
final class RowReader {

    private final Fingerprint fingerprint = new Fingerprint();
    private final ResultSet row;
    private final Map<String, AccountId> accounts = new HashMap<>();
    private final Map<String, BotId> bots = new HashMap<>();
    private final Map<String, Symbol> symbols = new HashMap<>();
    private final Map<String, CurrencyCode> currencies = new HashMap<>();
    private int column;

    RowReader(ResultSet row) {
        this.row = row;
    }

    void begin(int before, String key) {
        column = before;
        fingerprint.reset();
        fingerprint.add(key);
    }

    long fingerprint() {
        return fingerprint.value();
    }

    @Nullable String textOrNull() throws SQLException {
        String text = row.getString(++column);
        fingerprint.add(text);
        return text;
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(textOrNull());
    }

    String text() throws SQLException {
        String text = textOrNull();
        if (text == null) {
            throw new SQLException("a value is missing in column " + column);
        }
        return text;
    }

    <E extends Enum<E>> E word(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    BigDecimal decimal() throws SQLException {
        return new BigDecimal(text());
    }

    Optional<BigDecimal> optionalDecimal() throws SQLException {
        String text = textOrNull();
        return text == null ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    Price price() throws SQLException {
        return new Price(decimal());
    }

    Optional<Price> optionalPrice() throws SQLException {
        return optionalDecimal().map(Price::new);
    }

    double number() throws SQLException {
        double number = row.getDouble(++column);
        fingerprint.add(Double.doubleToLongBits(number));
        return number;
    }

    Instant instant() throws SQLException {
        return Nanos.instant(nanos());
    }

    Optional<Instant> optionalInstant() throws SQLException {
        long nanos = row.getLong(++column);
        if (row.wasNull()) {
            fingerprint.add((String) null);
            return Optional.empty();
        }
        fingerprint.add(nanos);
        return Optional.of(Nanos.instant(nanos));
    }

    Duration duration() throws SQLException {
        return Duration.ofNanos(nanos());
    }

    AccountId account() throws SQLException {
        return accounts.computeIfAbsent(text(), AccountId::new);
    }

    BotId bot() throws SQLException {
        return bots.computeIfAbsent(text(), BotId::new);
    }

    Symbol symbol() throws SQLException {
        return symbols.computeIfAbsent(text(), Symbol::new);
    }

    CurrencyCode currency() throws SQLException {
        return currencies.computeIfAbsent(text(), CurrencyCode::new);
    }

    private long nanos() throws SQLException {
        long nanos = row.getLong(++column);
        fingerprint.add(nanos);
        return nanos;
    }
}
