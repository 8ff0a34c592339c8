package credence.imports.mapping;

import credence.service.port.mapping.Role;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether the rows of a table are closed trades: entry and exit have a price each by name, or a second time and a second price
/// would be left over from fills. Two times and two prices in a row are never silently taken for fills.
///
/// @param fills the columns, were the rows fills
/// @param trades the columns, were the rows closed trades
record ClosedTrades(List<Column> columns, Map<Role, Fit> fills, Map<Role, Fit> trades) {

    enum Verdict {
        YES,
        NO,
        PERHAPS
    }

    /// Times and prices that stand beside those of an execution.
    private static final Pattern ORDERS =
            Pattern.compile(
                    "\\b(order|limit|stop|settle|settlement|mark|avg|average|created|updated|"
                        + "valuta|value|expiry|expiration|submitted|placed|requested|signal|"
                        + "balance|equity|strike|sl|tp|target|risk|leverage|high|low|mae|mfe|best|worst)\\b");

    /// Beyond this ratio (as a natural logarithm, in the middle of all rows) a number is none of a second price: five times.
    private static final double FAR = Math.log(5);

    Verdict verdict() {
        Fit entry = trades.get(Role.ENTRY_PRICE);
        Fit exit = trades.get(Role.EXIT_PRICE);
        Fit opened = trades.get(Role.ENTRY_TIME);
        Fit ended = trades.get(Role.EXIT_TIME);
        if (entry != null
                && exit != null
                && entry.byName()
                && exit.byName()
                && (!fills.containsKey(Role.PRICE) || entry.score() == 100)) {
            return Verdict.YES;
        }
        if (opened == null || ended == null || sameMoment(opened, ended)) {
            return Verdict.NO;
        }
        boolean timesNamed = opened.byName() && ended.byName();
        boolean price = fills.get(Role.PRICE) instanceof Fit f && f.score() >= 99;
        if (entry != null && exit != null && left(opened, ended, entry, exit)) {
            boolean same = sameName(opened, ended) && sameName(entry, exit);
            boolean named = entry.byName() && exit.byName() && timesNamed;
            boolean told = price || (fills.get(Role.TIME) instanceof Fit f && f.score() >= 99);
            if (same || named || !told || (timesNamed && !price)) {
                return Verdict.YES;
            }
            return Verdict.PERHAPS;
        }
        return timesNamed || !secondPrices().isEmpty() ? secondTime(timesNamed) : Verdict.NO;
    }

    /// Names of entry and exit leave no fills; other second times are only suspect beside a second price.
    private Verdict secondTime(boolean named) {
        return named || !secondTimes().isEmpty() ? Verdict.PERHAPS : Verdict.NO;
    }

    /// Whether fills would leave over a time and a price of closed trades, none of which is that of an order.
    private boolean left(Fit opened, Fit ended, Fit entry, Fit exit) {
        List<Column> more =
                Stream.of(opened, ended, entry, exit)
                        .map(Fit::column)
                        .filter(c -> !Fit.holds(fills, c))
                        .toList();
        boolean time = more.contains(opened.column()) || more.contains(ended.column());
        boolean price = more.contains(entry.column()) || more.contains(exit.column());
        return time && price && more.stream().noneMatch(ClosedTrades::ofOrder);
    }

    private static boolean sameName(Fit a, Fit b) {
        return Synonyms.plain(a.column().name()).equals(Synonyms.plain(b.column().name()));
    }

    /// Two names of one moment: `timestamp` and `datetime` of one execution.
    private static boolean sameMoment(Fit a, Fit b) {
        return !sameName(a, b)
                && Synonyms.score(Role.TIME, a.column().name()) == 100
                && Synonyms.score(Role.TIME, b.column().name()) == 100;
    }

    private static boolean ofOrder(Column column) {
        return ORDERS.matcher(Synonyms.plain(column.name())).find();
    }

    private List<Column> secondTimes() {
        return columns.stream()
                .filter(c -> c.isTime() && !c.isClock() && !Fit.holds(fills, c) && !ofOrder(c))
                .filter(c -> Synonyms.score(Role.TIME, c.name()) < 100) // the same time once more
                .toList();
    }

    /// Columns of numbers that no name explains, of the size of the price of the fills.
    private List<Column> secondPrices() {
        Column price = Fit.column(fills, Role.PRICE);
        if (price == null) {
            return List.of();
        }
        return columns.stream()
                .filter(
                        c ->
                                c.isNumber()
                                        && !c.isTime()
                                        && !c.isClock()
                                        && !c.isPercent()
                                        && c.negatives() == 0
                                        && c.positives() > 0
                                        && !Fit.holds(fills, c)
                                        && !Synonyms.saysNoMoney(c.name())
                                        && !explained(c)
                                        && !ofOrder(c)
                                        && near(c, price)
                                        && !isSum(c, price))
                .toList();
    }

    /// Whether a column is quantity times price, what was paid in all.
    private boolean isSum(Column column, Column price) {
        Column quantity = Fit.column(fills, Role.QUANTITY);
        return quantity != null && Products.isProduct(column, quantity, price);
    }

    private static boolean explained(Column column) {
        return Stream.of(Role.values())
                .filter(r -> r != Role.ENTRY_PRICE && r != Role.EXIT_PRICE)
                .anyMatch(r -> Synonyms.score(r, column.name()) >= 60);
    }

    private static boolean near(Column a, Column b) {
        double[] ratios = new double[a.cells().size()];
        int rows = 0;
        int same = 0;
        for (int i = 0; i < ratios.length; i++) {
            double x = size(a.cells().get(i));
            double y = size(b.cells().get(i));
            if (x > 0 && y > 0) {
                ratios[rows++] = Math.abs(Math.log(x / y));
                same += Double.compare(x, y) == 0 ? 1 : 0;
            }
        }
        if (rows == 0 || same == rows) {
            return false;
        }
        Arrays.sort(ratios, 0, rows);
        return ratios[rows / 2] <= FAR;
    }

    private static double size(String cell) {
        BigDecimal number = cell.isBlank() ? null : Column.number(cell.strip());
        double size = number == null ? 0 : number.doubleValue();
        return Double.isFinite(size) ? size : 0;
    }

    /// What the trader is asked, by the index of the column that it is about.
    Map<Integer, String> doubts() {
        Map<Integer, String> doubts = new TreeMap<>();
        List<Column> left = new ArrayList<>();
        for (Role role :
                List.of(Role.ENTRY_TIME, Role.EXIT_TIME, Role.ENTRY_PRICE, Role.EXIT_PRICE)) {
            Fit fit = trades.get(role);
            if (fit != null && !Fit.holds(fills, fit.column())) {
                left.add(fit.column());
            }
        }
        Stream.concat(secondTimes().stream(), secondPrices().stream())
                .filter(c -> !left.contains(c))
                .forEach(left::add);
        String names =
                left.stream().map(c -> "“" + c.name() + "”").collect(Collectors.joining(" and "));
        for (Column c : left) {
            doubts.put(
                    c.index(),
                    "The rows may be closed trades: "
                            + names
                            + " look like a second time and a second price. Say whether rows are"
                            + " fills or trades, and which columns are the prices.");
        }
        return doubts;
    }
}
