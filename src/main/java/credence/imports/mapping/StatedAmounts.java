package credence.imports.mapping;

import credence.imports.NumberStyle;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What fills state that they cost or brought in all, held against price × quantity. Where it is a whole number of times that in every row of
/// a symbol, costs and rounding apart, that number is what a point of the symbol is worth: 100 for options.
final class StatedAmounts {

    private static final Pattern NAME =
            Pattern.compile(
                    "(net |gross |total |trade"
                        + " )?(amount|amt|proceeds|value|consideration|notional|turnover|cash)|montant("
                        + " net| brut)?|betrag|kurswert|ausmachender betrag|importe("
                        + " neto)?|importo|amount (usd|eur|gbp)|total");

    private static final BigDecimal CENT = new BigDecimal("0.02");
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    private record Line(int number, BigDecimal amount, BigDecimal product, BigDecimal costs) {

        /// Whether the amount is so many times price × quantity.
        boolean is(BigDecimal factor) {
            BigDecimal whole = product.multiply(factor);
            BigDecimal bound = costs.add(CENT).add(whole.movePointLeft(3));
            return amount.subtract(whole).abs().compareTo(bound) <= 0;
        }
    }

    private final Map<String, BigDecimal> worth = new HashMap<>();

    private StatedAmounts() {}

    /// @param unmapped columns without a role
    static StatedAmounts of(
            Table table,
            Map<Role, Integer> columns,
            List<Integer> unmapped,
            NumberStyle numbers,
            Tally tally) {
        StatedAmounts stated = new StatedAmounts();
        if (columns.containsKey(Role.MULTIPLIER)) {
            return stated;
        }
        for (int column : unmapped) {
            String name = table.header().name(column);
            if (NAME.matcher(Synonyms.plain(name)).matches()) {
                stated.read(table, columns, column, name, numbers, tally);
                return stated;
            }
        }
        return stated;
    }

    /// What a point of a symbol is worth by the file's amounts; null where they say nothing.
    ///
    /// @param symbol as the row spells it
    @Nullable BigDecimal worth(String symbol) {
        return worth.get(symbol.toUpperCase(Locale.ROOT));
    }

    private void read(
            Table table,
            Map<Role, Integer> columns,
            int column,
            String name,
            NumberStyle numbers,
            Tally tally) {
        Map<String, List<Line>> lines = new HashMap<>();
        boolean quantities = true;
        for (Row row : table.rows()) {
            BigDecimal amount = number(row, column, numbers);
            BigDecimal price = number(row, columns.getOrDefault(Role.PRICE, -1), numbers);
            BigDecimal quantity = number(row, columns.getOrDefault(Role.QUANTITY, -1), numbers);
            if (amount == null || price == null || quantity == null || amount.signum() == 0) {
                continue;
            }
            BigDecimal product = price.multiply(quantity).abs();
            if (product.signum() == 0) {
                continue;
            }
            quantities &= amount.abs().compareTo(quantity.abs()) == 0;
            BigDecimal costs = BigDecimal.ZERO;
            for (Role role : CostSigns.ROLES) {
                BigDecimal cost = number(row, columns.getOrDefault(role, -1), numbers);
                costs = cost == null ? costs : costs.add(cost.abs());
            }
            int symbol = columns.getOrDefault(Role.SYMBOL, -1);
            lines.computeIfAbsent(
                            symbol < 0 ? "" : row.cell(symbol).strip().toUpperCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(new Line(row.line(), amount.abs(), product, costs));
        }
        if (quantities) {
            return; // how much was traded, once more
        }
        List<Line> other = new ArrayList<>();
        lines.forEach(
                (symbol, of) -> {
                    BigDecimal factor = factor(of);
                    of.stream().filter(l -> !l.is(factor)).forEach(other::add);
                    if (factor.compareTo(BigDecimal.ONE) > 0
                            && of.stream().allMatch(l -> l.is(factor))) {
                        worth.put(symbol, factor);
                    }
                });
        other.stream()
                .min(java.util.Comparator.comparingInt(Line::number))
                .ifPresent(first -> tally.note(words(name, first, other.size())));
    }

    private static String words(String name, Line first, int count) {
        return "“"
                + name
                + "” is neither price × quantity nor a fixed whole number of times it in "
                + count
                + (count == 1 ? " row, line " : " rows, first in line ")
                + first.number()
                + ": "
                + first.amount().toPlainString()
                + " against "
                + first.product().stripTrailingZeros().toPlainString()
                + ". What a point is worth was not taken from it; if it is not 1, map a column as"
                + " multiplier.";
    }

    /// The whole number that fits the largest amount; 1 where none does.
    private static BigDecimal factor(List<Line> lines) {
        Line largest =
                lines.stream().max(java.util.Comparator.comparing(Line::product)).orElseThrow();
        BigDecimal factor = largest.amount().divide(largest.product(), 0, RoundingMode.HALF_UP);
        boolean whole =
                factor.compareTo(BigDecimal.ONE) > 0
                        && factor.compareTo(LARGEST) <= 0
                        && largest.is(factor)
                        && !largest.is(BigDecimal.ONE);
        return whole ? factor : BigDecimal.ONE;
    }

    private static @Nullable BigDecimal number(Row row, int column, NumberStyle numbers) {
        String cell = column < 0 || column >= row.size() ? "" : row.cell(column).strip();
        return cell.isEmpty() ? null : Column.number(cell, List.of(numbers));
    }
}
