package credence.imports.mapping;

import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What columns of unknown names are, by the looks of their cells alone: times are dates, a symbol is a short code that comes back,
/// a price moves little for one symbol, a quantity comes back since what is bought is sold. Weaker than any name.
final class Looks {

    /// Confidence, of 100, in a column of dates.
    static final int TIME = 55;

    /// Confidence, of 100, in a column of codes.
    static final int SYMBOL = 52;

    /// Confidence, of 100, in a column of numbers: the least at which anything is proposed.
    static final int NUMBER = 50;

    private static final Pattern CODE =
            Pattern.compile("[A-Z][A-Z0-9]{1,11}([./:_\\- ]?[A-Z0-9]{1,8})?");
    private static final int ID_DIGITS = 6;

    /// `Trade #`, `No`, `Lfd. Nr.`
    private static final Pattern NUMBERING =
            Pattern.compile("#|\\b(no|nr|num|number|id|lfd|row|index)\\b");

    /// Entry and exit of one trade lie this near each other, as the natural logarithm of their ratio.
    private static final double NEAR = 0.25;

    /// Beyond this an option's exit is none of its entry: a hundred times.
    private static final double FAR = Math.log(100);

    /// A column that looks like a role.
    record Guess(Role role, Column column, int score, String why) {}

    private final List<Column> columns;

    /// @param columns of unknown names, in their order
    Looks(List<Column> columns) {
        this.columns = new ArrayList<>(columns);
    }

    /// Guesses for roles that no name filled, each column once.
    ///
    /// @param wanted roles still open
    /// @param symbol the column of symbols, if a name told it
    List<Guess> guesses(RowKind kind, Set<Role> wanted, @Nullable Column symbol) {
        List<Guess> guesses = new ArrayList<>();
        times(kind, wanted, guesses);
        Column codes = symbol;
        if (wanted.contains(Role.SYMBOL)) {
            Optional<Column> found = columns.stream().filter(Looks::codes).findFirst();
            if (found.isPresent()) {
                codes = found.get();
                take(guesses, Role.SYMBOL, codes, SYMBOL, "Its cells look like symbols.");
            }
        }
        numbers(kind, wanted, codes, guesses);
        return guesses;
    }

    private void times(RowKind kind, Set<Role> wanted, List<Guess> guesses) {
        List<Column> dated = columns.stream().filter(Column::isTime).toList();
        List<Role> open =
                (kind == RowKind.FILLS
                                ? List.of(Role.TIME)
                                : List.of(Role.ENTRY_TIME, Role.EXIT_TIME))
                        .stream().filter(wanted::contains).toList();
        for (int i = 0; i < Math.min(open.size(), dated.size()); i++) {
            take(guesses, open.get(i), dated.get(i), TIME, "Its cells are dates.");
        }
    }

    private void numbers(
            RowKind kind, Set<Role> wanted, @Nullable Column symbol, List<Guess> guesses) {
        List<Column> left = columns.stream().filter(Looks::amounts).toList();
        Comparator<Column> steady = Comparator.comparingDouble(c -> steadiness(c, symbol));
        if (kind == RowKind.FILLS && wanted.contains(Role.PRICE)) {
            boolean both = wanted.contains(Role.QUANTITY);
            left.stream()
                    .filter(c -> c.negatives() == 0)
                    .filter(c -> !both || left.size() > 1)
                    .max(steady)
                    .ifPresent(
                            c ->
                                    take(
                                            guesses,
                                            Role.PRICE,
                                            c,
                                            NUMBER,
                                            "Its numbers move little, like prices."));
        }
        if (kind == RowKind.TRADES
                && wanted.contains(Role.ENTRY_PRICE)
                && wanted.contains(Role.EXIT_PRICE)) {
            pair(left, !wanted.contains(Role.QUANTITY), guesses);
        }
        if (wanted.contains(Role.QUANTITY)) {
            columns.stream()
                    .filter(c -> amounts(c) && !c.isMoney() && !c.isPercent())
                    .min(steady)
                    .ifPresent(
                            c ->
                                    take(
                                            guesses,
                                            Role.QUANTITY,
                                            c,
                                            NUMBER,
                                            "Its numbers come back, like quantities."));
        }
    }

    /// The first two columns whose numbers stay near each other in every row without being the same; where a table has but two columns
    /// left that may be prices, these, however far they move: options do.
    private void pair(List<Column> left, boolean quantity, List<Guess> guesses) {
        for (int i = 0; i < left.size(); i++) {
            for (int j = i + 1; j < left.size(); j++) {
                if (near(left.get(i), left.get(j), NEAR)) {
                    String why = "Its numbers stay near those of another column, like prices.";
                    take(guesses, Role.ENTRY_PRICE, left.get(i), NUMBER, why);
                    take(guesses, Role.EXIT_PRICE, left.get(j), NUMBER, why);
                    return;
                }
            }
        }
        List<Column> prices = left.stream().filter(c -> !c.isPercent()).toList();
        if (quantity && prices.size() == 2 && near(prices.get(0), prices.get(1), FAR)) {
            String why = "It is one of the two columns that may be prices.";
            take(guesses, Role.ENTRY_PRICE, prices.get(0), NUMBER, why);
            take(guesses, Role.EXIT_PRICE, prices.get(1), NUMBER, why);
        }
    }

    private static boolean near(Column a, Column b, double most) {
        int rows = 0;
        int same = 0;
        for (int i = 0; i < a.cells().size(); i++) {
            double x = size(a.cells().get(i));
            double y = size(b.cells().get(i));
            if (x == 0 || y == 0) {
                continue; // a trade still open has no exit
            }
            if (Math.abs(Math.log(x / y)) > most) {
                return false;
            }
            rows++;
            same += Double.compare(x, y) == 0 ? 1 : 0;
        }
        return a.negatives() == 0 && b.negatives() == 0 && rows > 0 && 2 * same < rows;
    }

    private static double size(String cell) {
        BigDecimal number = cell.isBlank() ? null : Column.number(cell.strip());
        double size = number == null ? 0 : Math.abs(number.doubleValue());
        return Double.isFinite(size) ? size : 0;
    }

    private void take(List<Guess> guesses, Role role, Column column, int score, String why) {
        guesses.add(new Guess(role, column, score, why));
        columns.remove(column);
    }

    private static boolean codes(Column c) {
        List<String> filled = filled(c);
        long fitting = filled.stream().filter(s -> CODE.matcher(s).matches()).count();
        return !filled.isEmpty()
                && !Synonyms.plain(c.name()).contains("currency")
                && !c.isNumber()
                && !c.isTime()
                && !c.isSide()
                && fitting == filled.size()
                && (filled.size() < 4 || !c.distinct());
    }

    /// Numbers that may be amounts: no times, no ids, no running numbers.
    private static boolean amounts(Column c) {
        return c.isNumber()
                && !c.isTime()
                && !c.isClock()
                && !c.isSide()
                && c.positives() > 0
                && !Synonyms.saysNeither(c.name())
                && !numbering(c);
    }

    /// Whether the whole numbers of a column number its rows: long ones that never repeat, or each one more than the last.
    private static boolean numbering(Column c) {
        List<String> filled = filled(c);
        boolean whole = filled.stream().allMatch(s -> s.chars().allMatch(Character::isDigit));
        boolean called = NUMBERING.matcher(Synonyms.plain(c.name())).find();
        if (!whole || !c.distinct() || filled.size() < (called ? 1 : 3)) {
            return false;
        }
        BigDecimal first = new BigDecimal(filled.getFirst());
        boolean running = true;
        for (int i = 1; i < filled.size(); i++) {
            running &= new BigDecimal(filled.get(i)).subtract(first).intValue() == i;
        }
        return running || called || filled.stream().allMatch(s -> s.length() >= ID_DIGITS);
    }

    /// High for numbers that differ from row to row but little, low for numbers that come back or leap: share of distinct
    /// numbers less the spread (natural logarithm of largest through smallest, at most 2) of those of one symbol.
    private static double steadiness(Column c, @Nullable Column symbol) {
        Map<String, double[]> spans = new HashMap<>();
        Set<BigDecimal> distinct = new HashSet<>();
        int count = 0;
        for (int i = 0; i < c.cells().size(); i++) {
            BigDecimal number =
                    c.cells().get(i).isBlank() ? null : Column.number(c.cells().get(i).strip());
            double size = number == null ? 0 : Math.abs(number.doubleValue());
            if (number == null || size == 0 || !Double.isFinite(size)) {
                continue;
            }
            count++;
            distinct.add(number.stripTrailingZeros());
            String of = symbol == null ? "" : symbol.cells().get(i).strip();
            double[] span = spans.computeIfAbsent(of, _ -> new double[] {size, size});
            span[0] = Math.min(span[0], size);
            span[1] = Math.max(span[1], size);
        }
        double spread =
                spans.values().stream().mapToDouble(s -> Math.log(s[1] / s[0])).average().orElse(0);
        return count == 0 ? 0 : (double) distinct.size() / count - Math.min(2, spread);
    }

    private static List<String> filled(Column c) {
        return c.cells().stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }
}
