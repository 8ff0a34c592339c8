package credence.store;

import credence.core.fact.Rate;
import credence.core.fact.RowKey;
import credence.core.value.CurrencyCode;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Dated exchange rates, one row each. Days are text, `2025-01-31`.
final class RateTable extends RowTable<Rate> {

    RateTable() {
        super(
                "rate",
                Rate.class,
                List.of("rate_day", "from_currency", "to_currency", "rate_value"));
    }

    @Override
    void write(Rate rate, RowWriter to) throws SQLException {
        to.text(rate.date().toString());
        to.text(rate.from().code());
        to.text(rate.to().code());
        to.decimal(rate.rate());
    }

    @Override
    Rate read(RowKey key, long sequence, RowReader from) throws SQLException {
        return new Rate(
                key,
                LocalDate.parse(from.text()),
                new CurrencyCode(from.text()),
                new CurrencyCode(from.text()),
                from.decimal());
    }
}
