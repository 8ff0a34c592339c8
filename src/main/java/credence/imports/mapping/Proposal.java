package credence.imports.mapping;

import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.Row;
import credence.imports.UnreadableFile;
import credence.service.port.mapping.ColumnGuess;
import credence.service.port.mapping.ColumnRef;
import credence.service.port.mapping.Layout;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.MappingProposal;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;
import credence.service.port.mapping.Signs;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses the mapping of an unknown table: each role takes the column whose name fits best and whose cells look the part. A
/// guess is only ever a proposal; the trader decides.
final class Proposal {

    /// Rows shown to the trader.
    static final int SHOWN = 20;

    private static final int LEAST = 50;
    private static final int BY_SUM = 80;
    private static final int BY_ROWS = 100;

    private static final Pattern OF_ORDER =
            Pattern.compile(
                    "\\b(price|time|date|type|qty|quantity|size|side|status|amount|value|volume)\\b");

    private static final Pattern RETURN_IN_MONEY =
            Pattern.compile("(?i)(gross )?return ?(\\(?[$€£]\\)?|\\((usd|usdt|eur)\\))");

    private static final Set<Role> NUMBERS =
            EnumSet.of(
                    Role.QUANTITY,
                    Role.PRICE,
                    Role.ENTRY_PRICE,
                    Role.EXIT_PRICE,
                    Role.COMMISSION,
                    Role.FEES,
                    Role.OTHER_FEES,
                    Role.FUNDING,
                    Role.NET_PNL,
                    Role.GROSS_PNL,
                    Role.MULTIPLIER,
                    Role.STOP,
                    Role.TAKE_PROFIT,
                    Role.WORST,
                    Role.BEST);
    private static final Set<Role> RESULTS = EnumSet.of(Role.NET_PNL, Role.GROSS_PNL);
    private static final Set<Role> FILLED = EnumSet.of(Role.TIME, Role.QUANTITY, Role.PRICE);
    private static final Set<Role> MONEY =
            EnumSet.of(
                    Role.COMMISSION,
                    Role.FEES,
                    Role.OTHER_FEES,
                    Role.FUNDING,
                    Role.NET_PNL,
                    Role.GROSS_PNL,
                    Role.WORST,
                    Role.BEST);
    private static final Set<Role> TIMES = EnumSet.of(Role.TIME, Role.ENTRY_TIME, Role.EXIT_TIME);
    private static final Set<Role> DAYS = EnumSet.of(Role.DATE, Role.ENTRY_DATE, Role.EXIT_DATE);

    private final Document document;
    private final HeaderPlace place;
    private final List<Column> columns;

    Proposal(Document document, HeaderPlace place) {
        this.place = place;
        this.document = document;
        TellingRows rows = new TellingRows(place.header().names());
        each(document, place, rows::add);
        this.columns = rows.columns();
    }

    /// The row whose cells are most like names of columns; rather a later and wider one than a preamble.
    static @Nullable HeaderPlace header(Document document) {
        HeaderPlace best = null;
        int most = 0;
        for (HeaderPlace place : document.places()) {
            int score = 0;
            for (String name : place.header().names()) {
                int fits = 0;
                for (Role role : Role.values()) {
                    fits = Math.max(fits, Synonyms.score(role, name));
                }
                score += fits;
            }
            if (score > most) {
                most = score;
                best = place;
            }
        }
        return best == null ? wordsOnly(document) : best;
    }

    /// Where no name is known: the first of the widest rows, if words stand in all of it.
    private static @Nullable HeaderPlace wordsOnly(Document document) {
        HeaderPlace widest = document.header(Header::size);
        return widest != null
                        && widest.header().names().stream()
                                .allMatch(name -> name.chars().anyMatch(Character::isLetter))
                ? widest
                : null;
    }

    /// The first rows below the header.
    static List<List<String>> samples(Document document, HeaderPlace place, int count) {
        List<List<String>> rows = new ArrayList<>();
        try {
            document.records(place.separator(), place.record() + 1, count)
                    .forEach(row -> rows.add(cells(row)));
        } catch (UnreadableFile _) {
            // what was read so far is shown
        }
        return rows;
    }

    /// Goes through all rows below the header.
    private static void each(Document document, HeaderPlace place, Consumer<List<String>> visitor) {
        try {
            document.each(place.separator(), place.record() + 1, row -> visitor.accept(cells(row)));
        } catch (UnreadableFile _) {
            // proposed by what was read so far; the reading refuses the file
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.cell(i));
        }
        return cells;
    }

    MappingProposal make() {
        Map<Role, Fit> fills = assign(RowKind.FILLS, Map.of());
        Map<Role, Fit> sum = bySum();
        Map<Role, Fit> trades = assign(RowKind.TRADES, sum);
        ClosedTrades rows = new ClosedTrades(columns, fills, trades);
        ClosedTrades.Verdict closed = sum.isEmpty() ? rows.verdict() : ClosedTrades.Verdict.YES;
        boolean yes = closed == ClosedTrades.Verdict.YES;
        RowKind kind = yes ? RowKind.TRADES : RowKind.FILLS;
        Map<Role, Fit> chosen = yes ? trades : fills;
        Map<Integer, String> doubts = new TreeMap<>();
        if (closed == ClosedTrades.Verdict.PERHAPS) {
            doubts.putAll(rows.doubts());
            chosen.remove(Role.PRICE);
        }
        doubts.putAll(clocks(chosen));
        quantity(chosen, yes ? Role.ENTRY_PRICE : Role.PRICE);
        CostSigns.Verdict paid = new CostSigns(chosen).verdict();
        boolean negative = paid == CostSigns.Verdict.NEGATIVE;
        Column undecided = null;
        if (yes) {
            CostSigns.Verdict bySum = paid == CostSigns.Verdict.UNTOLD ? bySum(chosen) : paid;
            negative = bySum == CostSigns.Verdict.NEGATIVE;
            paid = bySum;
            undecided = result(chosen, negative);
        }
        if (undecided != null) {
            doubts.put(
                    undecided.index(),
                    "The rows do not tell whether “"
                            + undecided.name()
                            + "” is the result before or after costs. Say which: map it as"
                            + " gross-pnl (before costs) or net-pnl (after all costs).");
        }
        Column unsigned = paid == CostSigns.Verdict.UNTOLD ? new CostSigns(chosen).asked() : null;
        if (unsigned != null) {
            chosen.values().removeIf(f -> f.column().index() == unsigned.index());
            doubts.put(
                    unsigned.index(),
                    "The rows do not tell whether a negative number in “"
                            + unsigned.name()
                            + "” was paid or received. Map it as commission, fees or funding, and"
                            + " say whether costs are written as negative numbers.");
        }
        Map<Role, ColumnRef> refs = new EnumMap<>(Role.class);
        chosen.forEach((role, fit) -> refs.put(role, reference(fit.column().index())));
        Signs signs = signs(chosen, negative, yes, doubts);
        Mapping mapping = new Mapping(kind, Layout.DETECTED, signs, refs);
        int confidence = mapping.missing().isEmpty() ? weakest(kind, chosen) : 0;
        return new MappingProposal(
                mapping,
                guesses(chosen, doubts),
                confidence,
                doubts.values().stream().distinct().toList(),
                Optional.ofNullable(undecided).map(c -> reference(c.index())),
                Optional.ofNullable(unsigned).map(c -> reference(c.index())));
    }

    /// Where what was taken for the quantity is another column times the price, that other one is the quantity.
    private void quantity(Map<Role, Fit> chosen, Role price) {
        Column sum = Fit.column(chosen, Role.QUANTITY);
        Column each = Fit.column(chosen, price);
        if (sum == null || each == null) {
            return;
        }
        columns.stream()
                .filter(c -> c.isNumber() && !c.isTime() && !Fit.holds(chosen, c))
                .filter(c -> Products.isProduct(sum, c, each))
                .findFirst()
                .ifPresent(
                        c ->
                                chosen.put(
                                        Role.QUANTITY,
                                        new Fit(
                                                Role.QUANTITY,
                                                c,
                                                BY_SUM,
                                                "“" + sum.name() + "” is it times the price.")));
    }

    /// What the sign of costs is by the results of the rows, where the costs themselves do not tell.
    private CostSigns.Verdict bySum(Map<Role, Fit> chosen) {
        boolean positive = told(chosen, false) == CostsInResult.Verdict.AFTER;
        boolean negative = told(chosen, true) == CostsInResult.Verdict.AFTER;
        return positive == negative
                ? CostSigns.Verdict.UNTOLD
                : positive ? CostSigns.Verdict.POSITIVE : CostSigns.Verdict.NEGATIVE;
    }

    /// Gives the one column of results the role that the rows prove; takes it away where costs stand beside it and neither rows
    /// nor a plain name tell which it is.
    ///
    /// @return the column that is left undecided
    private @Nullable Column result(Map<Role, Fit> chosen, boolean negativeCosts) {
        boolean before = chosen.containsKey(Role.GROSS_PNL);
        Fit stated = chosen.get(before ? Role.GROSS_PNL : Role.NET_PNL);
        boolean both = before && chosen.containsKey(Role.NET_PNL);
        boolean prices =
                chosen.containsKey(Role.ENTRY_PRICE) && chosen.containsKey(Role.EXIT_PRICE);
        if (stated == null || both || !prices || costs(chosen).isEmpty()) {
            return null;
        }
        CostsInResult.Verdict verdict = told(chosen, negativeCosts);
        if (verdict == CostsInResult.Verdict.UNTOLD) {
            if (Synonyms.saysCosts(stated.column().name())) {
                return null;
            }
            chosen.remove(stated.role());
            return stated.column();
        }
        boolean after = verdict == CostsInResult.Verdict.AFTER;
        Role role = after ? Role.NET_PNL : Role.GROSS_PNL;
        chosen.remove(stated.role());
        chosen.put(
                role,
                new Fit(
                        role,
                        stated.column(),
                        BY_ROWS,
                        after
                                ? "It is price difference × size less the costs in the rows."
                                : "It is price difference × size in the rows, before costs."));
        return null;
    }

    /// What all rows with costs say of the result, by a net one where there is one.
    private CostsInResult.Verdict told(Map<Role, Fit> chosen, boolean negativeCosts) {
        Column entry = Fit.column(chosen, Role.ENTRY_PRICE);
        Column exit = Fit.column(chosen, Role.EXIT_PRICE);
        Column net = Fit.column(chosen, Role.NET_PNL);
        Column result = net == null ? Fit.column(chosen, Role.GROSS_PNL) : net;
        List<Column> costs = costs(chosen);
        if (entry == null || exit == null || result == null || costs.isEmpty()) {
            return CostsInResult.Verdict.UNTOLD;
        }
        CostRows rows = new CostRows(costs);
        each(document, place, rows::add);
        return new CostsInResult(
                        rows.of(entry),
                        rows.of(exit),
                        rows.of(chosen, Role.QUANTITY),
                        rows.of(chosen, Role.SIDE),
                        rows.of(chosen, Role.MULTIPLIER),
                        rows.of(chosen, Role.SYMBOL),
                        rows.of(result),
                        costs.stream().map(rows::of).toList(),
                        negativeCosts)
                .verdict();
    }

    private static List<Column> costs(Map<Role, Fit> chosen) {
        return CostSigns.ROLES.stream()
                .map(role -> Fit.column(chosen, role))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /// The roles that the arithmetic of the rows tells, where they are closed trades by it.
    private Map<Role, Fit> bySum() {
        Map<Role, Fit> told = new EnumMap<>(Role.class);
        if (named(Role.ENTRY_PRICE) && named(Role.EXIT_PRICE)) {
            return told; // names are surer
        }
        new RoundTrips(columns)
                .find()
                .ifPresent(
                        f -> {
                            String why =
                                    "Result = (exit − entry) × size comes out in the rows by it.";
                            told.put(Role.ENTRY_PRICE, summed(Role.ENTRY_PRICE, f.entry(), why));
                            told.put(Role.EXIT_PRICE, summed(Role.EXIT_PRICE, f.exit(), why));
                            Column size = f.size();
                            if (size != null) {
                                told.put(Role.QUANTITY, summed(Role.QUANTITY, size, why));
                            }
                            Role result =
                                    Synonyms.score(Role.GROSS_PNL, f.result().name()) == 100
                                                    || (f.exact()
                                                            && Synonyms.score(
                                                                            Role.NET_PNL,
                                                                            f.result().name())
                                                                    == 0)
                                            ? Role.GROSS_PNL
                                            : Role.NET_PNL;
                            told.put(result, summed(result, f.result(), why));
                            told.putAll(times());
                        });
        return told;
    }

    private boolean named(Role role) {
        return columns.stream()
                .anyMatch(c -> c.isNumber() && Synonyms.score(role, c.name()) == 100);
    }

    /// The first two columns of dates, in their order, where no name says which is the entry's and which the exit's.
    private Map<Role, Fit> times() {
        List<Column> dated = columns.stream().filter(Column::isTime).toList();
        boolean named =
                dated.stream()
                        .anyMatch(
                                c ->
                                        Synonyms.score(Role.ENTRY_TIME, c.name()) >= LEAST
                                                || Synonyms.score(Role.EXIT_TIME, c.name())
                                                        >= LEAST);
        return named
                ? Map.of()
                : Map.of(
                        Role.ENTRY_TIME, new Fit(Role.ENTRY_TIME, dated.get(0), Fit.BY_LOOKS),
                        Role.EXIT_TIME, new Fit(Role.EXIT_TIME, dated.get(1), Fit.BY_LOOKS));
    }

    private static Fit summed(Role role, Column column, String why) {
        return new Fit(role, column, Math.max(BY_SUM, Synonyms.score(role, column.name())), why);
    }

    /// A column of clock times left over beside days alone: every row would fall on midnight.
    private Map<Integer, String> clocks(Map<Role, Fit> chosen) {
        Map<Integer, String> doubts = new TreeMap<>();
        for (Role role : TIMES) {
            Fit day = chosen.get(role);
            if (day == null || !day.column().isDay()) {
                continue;
            }
            for (Column c : columns) {
                if (c.isTimeOfDay() && !Fit.holds(chosen, c)) {
                    doubts.put(
                            c.index(),
                            "Column “"
                                    + c.name()
                                    + "” looks like the time of day that “"
                                    + day.column().name()
                                    + "” lacks. Say which columns are the date and the time.");
                }
            }
            if (!doubts.isEmpty()) {
                chosen.remove(role);
            }
        }
        return doubts;
    }

    private static int weakest(RowKind kind, Map<Role, Fit> chosen) {
        return chosen.values().stream()
                .filter(f -> Role.needed(kind).contains(f.role()))
                .mapToInt(Fit::score)
                .min()
                .orElse(0);
    }

    /// Best fits first; each role and each column once.
    ///
    /// @param settled roles that are known already
    private Map<Role, Fit> assign(RowKind kind, Map<Role, Fit> settled) {
        List<Fit> fits = new ArrayList<>();
        for (Role role : Role.of(kind)) {
            for (Column column : columns) {
                int score = score(role, column);
                if (score >= LEAST) {
                    fits.add(new Fit(role, column, score));
                }
            }
        }
        fits.sort(
                Comparator.comparingInt((Fit f) -> -f.score())
                        .thenComparing(f -> f.role().ordinal())
                        .thenComparing(f -> Synonyms.rank(f.role(), f.column().name()))
                        .thenComparing(f -> f.column().index()));
        Map<Role, Fit> chosen = new EnumMap<>(Role.class);
        Set<Integer> taken = new java.util.HashSet<>();
        chosen.putAll(settled);
        settled.values().forEach(f -> taken.add(f.column().index()));
        for (Fit fit : fits) {
            if (!chosen.containsKey(fit.role()) && taken.add(fit.column().index())) {
                chosen.put(fit.role(), fit);
            }
        }
        rate(chosen, taken);
        day(chosen, Role.TIME, Role.DATE);
        day(chosen, Role.ENTRY_TIME, Role.ENTRY_DATE);
        day(chosen, Role.EXIT_TIME, Role.EXIT_DATE);
        looks(kind, chosen);
        clock(kind, chosen, Role.TIME, Role.DATE);
        clock(kind, chosen, Role.ENTRY_TIME, Role.ENTRY_DATE);
        clock(kind, chosen, Role.EXIT_TIME, Role.EXIT_DATE);
        sharedDay(chosen);
        return chosen;
    }

    /// Costs in per cent are read where no column holds them in money: worked out of the turnover, or refused with their reason.
    private void rate(Map<Role, Fit> chosen, Set<Integer> taken) {
        if (CostSigns.ROLES.stream().anyMatch(chosen::containsKey)) {
            return;
        }
        columns.stream()
                .filter(c -> c.isPercent() && !taken.contains(c.index()))
                .filter(c -> costScore(c.name()) >= LEAST)
                .findFirst()
                .ifPresent(
                        c -> {
                            taken.add(c.index());
                            chosen.put(
                                    Role.COMMISSION,
                                    new Fit(Role.COMMISSION, c, costScore(c.name())));
                        });
    }

    /// By a name without what says that it is a rate.
    private static int costScore(String name) {
        String cost = name.replaceAll("(?i)%|\\b(rate|per ?cent|percentage|pct)\\b", " ").strip();
        return Math.max(Synonyms.score(Role.COMMISSION, cost), Synonyms.score(Role.FEES, cost));
    }

    /// What no name tells, by the looks of the cells.
    private void looks(RowKind kind, Map<Role, Fit> chosen) {
        Set<Column> named = chosen.values().stream().map(Fit::column).collect(Collectors.toSet());
        Set<Role> open = EnumSet.copyOf(Role.of(kind));
        open.removeAll(chosen.keySet());
        Fit symbol = chosen.get(Role.SYMBOL);
        List<Column> unknown =
                columns.stream()
                        .filter(c -> c.filled() > 0 && !named.contains(c) && !tells(c, kind))
                        .toList();
        for (Looks.Guess guess :
                new Looks(unknown).guesses(kind, open, symbol == null ? null : symbol.column())) {
            chosen.put(
                    guess.role(),
                    new Fit(guess.role(), guess.column(), guess.score(), guess.why()));
        }
    }

    /// Whether a column's name stands for something, if only for a role that another column took.
    private static boolean tells(Column column, RowKind kind) {
        return Role.of(kind).stream().anyMatch(r -> Synonyms.score(r, column.name()) >= 100);
    }

    /// A column for the day is only needed beside one for the time of day alone.
    private static void day(Map<Role, Fit> chosen, Role time, Role date) {
        Fit clock = chosen.get(time);
        Fit day = chosen.get(date);
        if (clock == null && day != null) {
            chosen.remove(date);
            chosen.put(time, new Fit(time, day.column(), day.score()));
        } else if (clock != null && !clock.column().isClock()) {
            chosen.remove(date);
        }
    }

    /// Days and times of day in two columns: the one for the clock becomes the time, the other the date.
    private void clock(RowKind kind, Map<Role, Fit> chosen, Role time, Role date) {
        Fit fit = chosen.get(time);
        if (fit == null) {
            return;
        }
        List<Column> left = columns.stream().filter(c -> !Fit.holds(chosen, c)).toList();
        if (fit.column().isDay()) {
            left.stream()
                    .filter(c -> c.isTimeOfDay() && clockScore(time, c) >= LEAST)
                    .max(
                            Comparator.comparingInt((Column c) -> clockScore(time, c))
                                    .thenComparing(c -> -c.index()))
                    .ifPresent(
                            c -> {
                                chosen.put(time, new Fit(time, c, clockScore(time, c)));
                                chosen.put(date, new Fit(date, fit.column(), fit.score()));
                            });
        } else if (fit.column().isClock() && !chosen.containsKey(date)) {
            List<Column> days = left.stream().filter(c -> c.isDay() && !tells(c, kind)).toList();
            if (days.size() == 1) {
                chosen.put(
                        date, new Fit(date, days.getFirst(), Looks.TIME, "Its cells are dates."));
            }
        }
    }

    /// One date, and times of day for entry and exit: the date is that of both. An exit after midnight is refused with its row.
    private static void sharedDay(Map<Role, Fit> chosen) {
        Fit exit = chosen.get(Role.EXIT_TIME);
        Fit day = chosen.get(Role.ENTRY_DATE);
        if (exit != null
                && day != null
                && exit.column().isClock()
                && !chosen.containsKey(Role.EXIT_DATE)) {
            chosen.put(
                    Role.EXIT_DATE,
                    new Fit(
                            Role.EXIT_DATE,
                            day.column(),
                            day.score(),
                            "It is the only date; entry and exit share it."));
        }
    }

    /// A plain “Time” beside the columns of an exit is that of the entry.
    private static int clockScore(Role time, Column column) {
        int plain =
                time == Role.ENTRY_TIME && Synonyms.score(Role.TIME, column.name()) == 100 ? 99 : 0;
        return Math.max(plain, Synonyms.score(time, column.name()));
    }

    private static int score(Role role, Column column) {
        int name = Synonyms.score(role, column.name());
        boolean empty = column.filled() == 0;
        if (MONEY.contains(role) && (column.isPercent() || Synonyms.saysNoMoney(column.name()))) {
            return 0;
        }
        if (RESULTS.contains(role) && Synonyms.saysRunning(column.name())) {
            return 0;
        }
        if (FILLED.contains(role) && name < 100) {
            if (role != Role.TIME && Synonyms.saysNeither(column.name())) {
                return 0;
            }
            name -= Synonyms.saysOrder(column.name()) ? 10 : 0;
        }
        if (role == Role.OTHER_FEES && name < 100) {
            return 0; // totals of fees are called alike
        }
        if (role == Role.QUANTITY && (column.isMoney() || Synonyms.saysMoney(column.name()))) {
            return 0; // what was paid for it, not how much of it
        }
        if (role == Role.GROSS_PNL && RETURN_IN_MONEY.matcher(column.name().strip()).matches()) {
            return column.isNumber() ? 99 : 0;
        }
        if (NUMBERS.contains(role)) {
            return empty || (column.isNumber() && !tooLongForPrice(column)) ? name : 0;
        }
        if (TIMES.contains(role)) {
            return column.isTime() || column.isTimeOfDay() ? name - (column.isClock() ? 1 : 0) : 0;
        }
        if (DAYS.contains(role)) {
            // Just below the time, so that a column of date and time in one goes to that.
            return column.isTime() ? name - 2 : 0;
        }
        return switch (role) {
            case SIDE -> column.isSide() ? Math.max(name, Fit.BY_LOOKS) : 0;
            case SYMBOL -> {
                boolean other = column.isTime() || column.isNumber() || column.isSide();
                // Codes such as ESH6 read like amounts; what is called a symbol is one.
                boolean told = name == 100 && column.isLettered() && !column.isSide();
                yield empty || (other && !told) ? 0 : name;
            }
            case ID -> column.distinct() && (name == 100 || !ofOrder(column)) ? name : 0;
            case ORDER -> name == 100 || !ofOrder(column) ? name : 0;
            case CURRENCY -> Synonyms.isCostCurrency(column.name()) ? 0 : name;
            default -> name;
        };
    }

    /// What an order has beside its id.
    private static boolean ofOrder(Column column) {
        return OF_ORDER.matcher(Synonyms.plain(column.name())).find();
    }

    /// Ids of nineteen digits are numbers too.
    private static boolean tooLongForPrice(Column column) {
        return column.isTime()
                && !column.name().isBlank()
                && Synonyms.score(Role.TIME, column.name()) > 0;
    }

    /// The signs, and the words of the side where the results show that they are those of the orders that closed.
    private static Signs signs(
            Map<Role, Fit> chosen, boolean negative, boolean trades, Map<Integer, String> doubts) {
        Column side = Fit.column(chosen, Role.SIDE);
        List<String> buy = List.of();
        List<String> sell = List.of();
        if (trades && side != null) {
            ClosingSides closing = ClosingSides.of(chosen);
            switch (closing.verdict()) {
                case CLOSING -> {
                    buy = closing.words(true);
                    sell = closing.words(false);
                    Fit as = chosen.get(Role.SIDE);
                    chosen.put(
                            Role.SIDE,
                            new Fit(
                                    Role.SIDE,
                                    side,
                                    as == null ? 0 : as.score(),
                                    "By the results it is the side of the order that closed."));
                }
                case MIXED -> {
                    chosen.remove(Role.SIDE);
                    doubts.put(
                            side.index(),
                            "By prices and results “"
                                    + side.name()
                                    + "” is the side of the entry in some rows and that of the exit"
                                    + " in others. Say what it is: map it as side if it is that of"
                                    + " the entry.");
                }
                case OPENING -> {
                    // as everybody writes it
                }
            }
        }
        return new Signs(signed(chosen), negative, buy, sell);
    }

    /// Whether quantities carry the side, in any row.
    private static boolean signed(Map<Role, Fit> chosen) {
        Column quantity = Fit.column(chosen, Role.QUANTITY);
        return !chosen.containsKey(Role.SIDE) && quantity != null && quantity.negatives() > 0;
    }

    private List<ColumnGuess> guesses(Map<Role, Fit> chosen, Map<Integer, String> doubts) {
        Map<Integer, Fit> byColumn = new HashMap<>();
        chosen.values().forEach(f -> byColumn.put(f.column().index(), f));
        List<ColumnGuess> guesses = new ArrayList<>();
        for (Column column : columns) {
            Fit fit = byColumn.get(column.index());
            guesses.add(
                    fit == null
                            ? new ColumnGuess(
                                    reference(column.index()),
                                    Optional.empty(),
                                    0,
                                    doubts.getOrDefault(
                                            column.index(),
                                            column.filled() == 0
                                                    ? "The column is empty."
                                                    : "Nothing is known by this name; it is kept"
                                                            + " with each row."))
                            : new ColumnGuess(
                                    reference(column.index()),
                                    Optional.of(fit.role()),
                                    fit.score(),
                                    fit.why()));
        }
        return guesses;
    }

    /// Columns of one name are told apart by their place among them.
    private ColumnRef reference(int index) {
        List<String> names = place.header().names();
        String key = Header.key(names.get(index));
        int nth =
                (int)
                        Arrays.stream(names.toArray(String[]::new), 0, index + 1)
                                .filter(n -> Header.key(n).equals(key))
                                .count();
        return new ColumnRef(names.get(index), nth);
    }
}
