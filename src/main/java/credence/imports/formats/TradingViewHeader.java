package credence.imports.formats;

import credence.core.value.CurrencyCode;
import credence.imports.Header;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which column of a TradingView list of trades is which, in every generation and language that is known.
final class TradingViewHeader {

    enum Column {
        NUMBER,
        TYPE,
        TIME,
        SIGNAL,
        PRICE,
        QUANTITY,
        VALUE,
        PNL,
        PNL_PERCENT,
        FAVORABLE,
        FAVORABLE_PERCENT,
        ADVERSE,
        ADVERSE_PERCENT,
        CUMULATIVE,
        CUMULATIVE_PERCENT
    }

    private static final Map<String, Column> NAMES = TradingViewLanguage.allColumns();

    private static final Map<Column, Column> PERCENT =
            Map.of(
                    Column.PNL, Column.PNL_PERCENT,
                    Column.FAVORABLE, Column.FAVORABLE_PERCENT,
                    Column.ADVERSE, Column.ADVERSE_PERCENT,
                    Column.CUMULATIVE, Column.CUMULATIVE_PERCENT);

    private static final Map<String, String> SIGNS =
            Map.of("$", "USD", "€", "EUR", "£", "GBP", "₹", "INR");

    private final Header header;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, String> units = new EnumMap<>(Column.class);

    TradingViewHeader(Header header) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            place(header.name(i), i);
        }
    }

    private void place(String name, int column) {
        String s =
                name.toLowerCase(Locale.ROOT)
                        .replace('（', '(')
                        .replace('）', ')')
                        .replace(" (数", "(数")
                        .replace(" (价", "(价")
                        .replace(" (數", "(數")
                        .replace(" (金", "(金")
                        .replace(" (價", "(價");
        Column exact = NAMES.get(s);
        if (exact != null) {
            places.putIfAbsent(exact, column);
            return;
        }
        int blank = s.lastIndexOf(' ');
        if (blank < 0) {
            return;
        }
        Column base = NAMES.get(s.substring(0, blank).strip());
        String unit = name.substring(name.lastIndexOf(' ') + 1);
        if (base == null) {
            return;
        }
        if (unit.equals("%")) {
            Column percent = PERCENT.get(base);
            if (percent != null) {
                places.putIfAbsent(percent, column);
            }
        } else if (base == Column.PRICE || base == Column.VALUE || PERCENT.containsKey(base)) {
            places.putIfAbsent(base, column);
            units.putIfAbsent(base, unit);
        }
    }

    /// Whether the row is the header of a list of trades at all, complete or not.
    boolean plausible() {
        return has(Column.NUMBER) && has(Column.TYPE) && has(Column.TIME);
    }

    /// What a complete list of trades needs and this header lacks, in English; empty when nothing is missing.
    Optional<String> missing() {
        return has(Column.PRICE)
                ? has(Column.QUANTITY)
                        ? has(Column.PNL) ? Optional.empty() : Optional.of("Net P&L (or Profit)")
                        : Optional.of("Size (or Contracts)")
                : Optional.of("Price");
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// Index of the column, −1 when the file has none.
    int at(Column column) {
        return places.getOrDefault(column, -1);
    }

    /// Name of the column as the file spells it, empty when it has none.
    String name(Column column) {
        return has(column) ? header.name(at(column)) : "";
    }

    /// Currency that a column's name ends with: `Net P&L USD`.
    Optional<CurrencyCode> currency(Column column) {
        @Nullable String unit = units.get(column);
        return unit == null
                ? Optional.empty()
                : Optional.of(new CurrencyCode(SIGNS.getOrDefault(unit, unit)));
    }

    boolean knows(int column) {
        return places.containsValue(column);
    }
}
