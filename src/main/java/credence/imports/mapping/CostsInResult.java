package credence.imports.mapping;

import credence.imports.ContractTable;
import credence.imports.NumberStyle;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells from the rows of closed trades whether the result they state is the one before or the one after costs: no name is as
/// sure as (exit − entry) × size × multiplier, less the costs or not.
///
/// Only rows with costs tell. A row speaks for one of the two where it comes out within the rounding of result, costs and prices, and
/// within a third of the costs, so that none speaks for both.
///
/// @param size null where each row is of one unit
/// @param side null where the size carries the sign
/// @param multiplier null where no column states it: then it is 1, that of the table of common futures, or what one symbol's rows agree on
/// @param symbol null where all rows are of one
record CostsInResult(
        Column entry,
        Column exit,
        @Nullable Column size,
        @Nullable Column side,
        @Nullable Column multiplier,
        @Nullable Column symbol,
        Column result,
        List<Column> costs,
        boolean negativeCosts) {

    /// What the rows say.
    enum Verdict {
        BEFORE,
        AFTER,
        UNTOLD
    }

    /// Nearly all rows must say the same.
    private static final BigDecimal MOST = new BigDecimal("0.9");

    /// So many rows of a symbol must agree on a multiplier that no column states.
    private static final int LEAST_ROWS = 3;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal THREE = new BigDecimal(3);

    /// @param worth (exit − entry) × size, positive for a gain
    /// @param slack what the rounding of the prices may make, for a multiplier of 1
    private record Sum(BigDecimal worth, BigDecimal made, BigDecimal costs, BigDecimal slack) {}

    Verdict verdict() {
        Verdict verdict = verdict(List.of(NumberStyle.POINT, NumberStyle.COMMA));
        return verdict == Verdict.UNTOLD
                ? verdict(List.of(NumberStyle.COMMA, NumberStyle.POINT))
                : verdict;
    }

    private Verdict verdict(List<NumberStyle> styles) {
        BigDecimal rounding = halfUnit(result, styles, 0);
        Map<String, List<Sum>> groups = sums(styles, rounding);
        int rows = groups.values().stream().mapToInt(List::size).sum();
        Verdict known = verdict(groups, rows, rounding, false);
        return known == Verdict.UNTOLD ? verdict(groups, rows, rounding, true) : known;
    }

    /// @param fitted whether a multiplier counts that a symbol's rows agree on, after those that are known
    private static Verdict verdict(
            Map<String, List<Sum>> groups, int rows, BigDecimal rounding, boolean fitted) {
        int before = 0;
        int after = 0;
        ContractTable table = ContractTable.standard();
        for (Map.Entry<String, List<Sum>> group : groups.entrySet()) {
            BigDecimal known =
                    table.find(group.getKey().toUpperCase(Locale.ROOT))
                            .map(ContractTable.Contract::multiplier)
                            .orElse(BigDecimal.ONE);
            before += most(group.getValue(), known, false, rounding, fitted);
            after += most(group.getValue(), known, true, rounding, fitted);
        }
        BigDecimal needed = MOST.multiply(new BigDecimal(rows));
        if (rows == 0 || Math.max(before, after) < needed.doubleValue()) {
            return Verdict.UNTOLD;
        }
        return before == after ? Verdict.UNTOLD : before > after ? Verdict.BEFORE : Verdict.AFTER;
    }

    private static int most(
            List<Sum> group, BigDecimal known, boolean after, BigDecimal rounding, boolean fitted) {
        int most =
                Math.max(
                        fitting(group, BigDecimal.ONE, after, rounding),
                        fitting(group, known, after, rounding));
        if (!fitted) {
            return most;
        }
        List<BigDecimal> factors =
                group.stream()
                        .filter(s -> s.worth().signum() != 0)
                        .map(s -> before(s, after).divide(s.worth(), MathContext.DECIMAL64))
                        .sorted()
                        .toList();
        if (factors.size() >= LEAST_ROWS) {
            BigDecimal middle = factors.get(factors.size() / 2);
            most = Math.max(most, fitting(group, middle, after, rounding));
        }
        return most;
    }

    private static int fitting(
            List<Sum> group, BigDecimal multiplier, boolean after, BigDecimal rounding) {
        int fitting = 0;
        for (Sum s : group) {
            BigDecimal off = before(s, after).subtract(s.worth().multiply(multiplier)).abs();
            BigDecimal slack = rounding.add(s.slack().multiply(multiplier.abs()));
            BigDecimal third = s.costs().abs().divide(THREE, MathContext.DECIMAL64);
            fitting += off.compareTo(slack.min(third)) <= 0 ? 1 : 0;
        }
        return fitting;
    }

    /// The result before costs, were the stated one the one after them or not.
    private static BigDecimal before(Sum s, boolean after) {
        return after ? s.made().add(s.costs()) : s.made();
    }

    /// The rows with costs, by symbol.
    private Map<String, List<Sum>> sums(List<NumberStyle> styles, BigDecimal rounding) {
        BigDecimal price =
                halfUnit(entry, styles, 2).max(halfUnit(exit, styles, 2)).multiply(BigDecimal.TWO);
        Map<String, List<Sum>> groups = new LinkedHashMap<>();
        for (int i = 0; i < result.cells().size(); i++) {
            BigDecimal from = number(entry, i, styles);
            BigDecimal to = number(exit, i, styles);
            BigDecimal units = size == null ? BigDecimal.ONE : number(size, i, styles);
            BigDecimal each = multiplier == null ? BigDecimal.ONE : number(multiplier, i, styles);
            BigDecimal made = number(result, i, styles);
            BigDecimal paid = costs(i, styles);
            boolean tells = paid.abs().compareTo(rounding.multiply(BigDecimal.TWO)) >= 0;
            if (from == null || to == null || units == null || each == null || made == null) {
                continue; // still open, or a line of totals
            }
            if (tells && paid.signum() != 0) {
                BigDecimal worth = to.subtract(from).multiply(units).multiply(each);
                boolean sold = side != null && SideWords.isSale(side.cells().get(i));
                groups.computeIfAbsent(
                                symbol == null ? "" : symbol.cells().get(i).strip(),
                                k -> new ArrayList<>())
                        .add(
                                new Sum(
                                        sold && units.signum() > 0 ? worth.negate() : worth,
                                        made,
                                        paid,
                                        price.multiply(units.multiply(each).abs())));
            }
        }
        return groups;
    }

    private BigDecimal costs(int row, List<NumberStyle> styles) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Column cost : costs) {
            BigDecimal paid = number(cost, row, styles);
            if (paid != null) {
                sum = negativeCosts ? sum.subtract(paid) : sum.add(paid);
            }
        }
        return sum;
    }

    /// Half a unit of the last place that the column writes.
    private static BigDecimal halfUnit(Column column, List<NumberStyle> styles, int leastPlaces) {
        int places = leastPlaces;
        for (int i = 0; i < column.cells().size(); i++) {
            BigDecimal number = number(column, i, styles);
            places = number == null ? places : Math.max(places, number.scale());
        }
        return HALF.movePointLeft(places);
    }

    private static @Nullable BigDecimal number(Column column, int row, List<NumberStyle> styles) {
        String cell = column.cells().get(row).strip();
        return cell.isEmpty() ? null : Column.number(cell, styles);
    }
}
