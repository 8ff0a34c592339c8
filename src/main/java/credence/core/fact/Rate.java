package credence.core.fact;

import credence.core.value.CurrencyCode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What one unit of a currency or coin was worth in another on a day, as the user's file says.
///
/// A row like any other, kept and undone with its import, but it states no fact of the fold: it applies to the whole of it, as
/// configuration does (`rules.md` 3).
///
/// @param date day of UTC
/// @param rate units of `to` for one `from`; positive
public record Rate(RowKey key, LocalDate date, CurrencyCode from, CurrencyCode to, BigDecimal rate)
        implements SourceRow {

    public Rate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate must be positive: " + rate);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("a rate needs two currencies: " + from);
        }
    }

    public static RowKey key(LocalDate date, CurrencyCode from, CurrencyCode to) {
        return RowKey.ofNativeId("rate", from.code(), to.code(), date.toString());
    }

    @Override
    public List<Fact> facts() {
        return List.of();
    }

    @Override
    public Rate placed(RowKey other, long sequence) {
        return new Rate(other, date, from, to, rate);
    }

    @Override
    public Rate withSequence(long sequence) {
        return this;
    }

    @Override
    public long sequence() {
        return 0;
    }
}
