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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses the mapping of an unknown table: each role takes the column whose name fits best and whose cells look the part. A
/// guess is only ever a proposal; the trader decides.
final class Proposal {

    /// Rows shown to the trader.
    static final int SHOWN = 20;

    /// Rows looked at.
    static final int LOOKED_AT = 200;

    private static final int LEAST = 50;
    private static final int BY_LOOKS = 55;
    private static final int BY_SUM = 80;
    private static final int BY_ROWS = 100;

    private static final Set<Role> NUMBERS =
            EnumSet.of(
                    Role.QUANTITY,
                    Role.PRICE,
                    Role.ENTRY_PRICE,
                    Role.EXIT_PRICE,
                    Role.COMMISSION,
                    Role.FEES,
                    Role.FUNDING,
                    Role.NET_PNL,
                    Role.GROSS_PNL,
                    Role.MULTIPLIER,
                    Role.STOP,
                    Role.TAKE_PROFIT,
                    Role.WORST,
                    Role.BEST);
    private static final Set<Role> TIMES = EnumSet.of(Role.TIME, Role.ENTRY_TIME, Role.EXIT_TIME);
    private static final Set<Role> DAYS = EnumSet.of(Role.DATE, Role.ENTRY_DATE, Role.EXIT_DATE);

    private static final Pattern ORDERS =
            Pattern.compile(
                    "\\b(order|limit|stop|settle|settlement|mark|avg|average|created|updated|"
                            + "valuta|value|expiry|submitted|placed|requested|signal)\\b");

    private record Fit(Role role, Column column, int score, String why) {

        Fit(Role role, Column column, int score) {
            this(
                    role,
                    column,
                    score,
                    score >= 90
                            ? "Its name says so."
                            : score == BY_LOOKS
                                    ? "Its cells look like it."
                                    : "Its name contains a word for it.");
        }
    }

    private final HeaderPlace place;
    private final List<Column> columns;

    Proposal(Document document, HeaderPlace place) {
        this.place = place;
        List<List<String>> rows = samples(document, place, LOOKED_AT);
        this.columns = new ArrayList<>();
        for (int i = 0; i < place.header().size(); i++) {
            int column = i;
            List<String> cells =
                    rows.stream().map(r -> column < r.size() ? r.get(column) : "").toList();
            columns.add(Column.of(i, place.header().name(i), cells));
        }
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
            for (Row row : document.records(place.separator(), place.record() + 1, count)) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.cell(i));
                }
                rows.add(cells);
            }
        } catch (UnreadableFile _) {
            // what was read so far is shown
        }
        return rows;
    }

    MappingProposal make() {
        Map<Role, Fit> fills = assign(RowKind.FILLS, Map.of());
        Map<Role, Fit> sum = bySum();
        Map<Role, Fit> trades = assign(RowKind.TRADES, sum);
        Closed closed = sum.isEmpty() ? closed(fills, trades) : Closed.YES;
        RowKind kind = closed == Closed.YES ? RowKind.TRADES : RowKind.FILLS;
        Map<Role, Fit> chosen = closed == Closed.YES ? trades : fills;
        Map<Integer, String> doubts = new TreeMap<>();
        if (closed == Closed.PERHAPS) {
            doubts.putAll(trades(fills, trades));
            chosen.remove(Role.PRICE);
        }
        doubts.putAll(clocks(chosen));
        Column undecided = kind == RowKind.TRADES ? result(chosen) : null;
        if (undecided != null) {
            doubts.put(
                    undecided.index(),
                    "The rows do not tell whether “"
                            + undecided.name()
                            + "” is the result before or after costs. Say which: map it as"
                            + " gross-pnl (before costs) or net-pnl (after all costs).");
        }
        Map<Role, ColumnRef> refs = new EnumMap<>(Role.class);
        chosen.forEach((role, fit) -> refs.put(role, reference(fit.column().index())));
        Mapping mapping = new Mapping(kind, Layout.DETECTED, signs(chosen), refs);
        int confidence = mapping.missing().isEmpty() ? weakest(kind, chosen) : 0;
        return new MappingProposal(
                mapping,
                guesses(chosen, doubts),
                confidence,
                doubts.values().stream().distinct().toList(),
                Optional.ofNullable(undecided).map(c -> reference(c.index())));
    }

    /// Gives the one column of results the role that the rows prove; takes it away where costs stand beside it and neither rows
    /// nor a plain name tell which it is.
    ///
    /// @return the column that is left undecided
    private @Nullable Column result(Map<Role, Fit> chosen) {
        boolean before = chosen.containsKey(Role.GROSS_PNL);
        Fit stated = chosen.get(before ? Role.GROSS_PNL : Role.NET_PNL);
        Fit entry = chosen.get(Role.ENTRY_PRICE);
        Fit exit = chosen.get(Role.EXIT_PRICE);
        List<Column> costs =
                Stream.of(Role.COMMISSION, Role.FEES, Role.FUNDING)
                        .map(role -> column(chosen, role))
                        .flatMap(Stream::ofNullable)
                        .toList();
        boolean both = before && chosen.containsKey(Role.NET_PNL);
        if (stated == null || entry == null || exit == null || both || costs.isEmpty()) {
            return null;
        }
        CostsInResult.Verdict verdict =
                new CostsInResult(
                                entry.column(),
                                exit.column(),
                                column(chosen, Role.QUANTITY),
                                column(chosen, Role.SIDE),
                                column(chosen, Role.MULTIPLIER),
                                column(chosen, Role.SYMBOL),
                                stated.column(),
                                costs,
                                signs(chosen).negativeCosts())
                        .verdict();
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

    private static @Nullable Column column(Map<Role, Fit> chosen, Role role) {
        Fit fit = chosen.get(role);
        return fit == null ? null : fit.column();
    }

    /// The roles that the arithmetic of the rows tells, where they are closed trades by it.
    private Map<Role, Fit> bySum() {
        Map<Role, Fit> told = new EnumMap<>(Role.class);
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
                        Role.ENTRY_TIME, new Fit(Role.ENTRY_TIME, dated.get(0), BY_LOOKS),
                        Role.EXIT_TIME, new Fit(Role.EXIT_TIME, dated.get(1), BY_LOOKS));
    }

    private static Fit summed(Role role, Column column, String why) {
        return new Fit(role, column, Math.max(BY_SUM, Synonyms.score(role, column.name())), why);
    }

    private enum Closed {
        YES,
        NO,
        PERHAPS
    }

    /// Whether a row is a closed trade: entry and exit have a price each by name, or a second time and a second price would be
    /// left over from fills.
    private static Closed closed(Map<Role, Fit> fills, Map<Role, Fit> trades) {
        Fit entry = trades.get(Role.ENTRY_PRICE);
        Fit exit = trades.get(Role.EXIT_PRICE);
        Fit opened = trades.get(Role.ENTRY_TIME);
        Fit ended = trades.get(Role.EXIT_TIME);
        if (entry == null || exit == null) {
            return Closed.NO;
        }
        boolean named = Math.min(entry.score(), exit.score()) > BY_LOOKS;
        if (named && (!fills.containsKey(Role.PRICE) || entry.score() == 100)) {
            return Closed.YES;
        }
        if (opened == null || ended == null) {
            return Closed.NO;
        }
        List<Column> more =
                Stream.of(opened, ended, entry, exit)
                        .map(Fit::column)
                        .filter(c -> !holds(fills, c))
                        .toList();
        boolean time = more.contains(opened.column()) || more.contains(ended.column());
        boolean price = more.contains(entry.column()) || more.contains(exit.column());
        if (!time || !price || more.stream().anyMatch(Proposal::ofOrder)) {
            return Closed.NO;
        }
        boolean twice = sameName(opened, ended) && sameName(entry, exit);
        boolean names = named && Math.min(opened.score(), ended.score()) > BY_LOOKS;
        boolean told = exact(fills, Role.TIME) || exact(fills, Role.PRICE);
        return twice || names || !told ? Closed.YES : Closed.PERHAPS;
    }

    private static boolean exact(Map<Role, Fit> chosen, Role role) {
        Fit fit = chosen.get(role);
        return fit != null && fit.score() >= 99;
    }

    private static boolean sameName(Fit a, Fit b) {
        return Synonyms.plain(a.column().name()).equals(Synonyms.plain(b.column().name()));
    }

    /// Times and prices that stand beside those of an execution.
    private static boolean ofOrder(Column column) {
        return ORDERS.matcher(Synonyms.plain(column.name())).find();
    }

    private static boolean holds(Map<Role, Fit> chosen, Column column) {
        return chosen.values().stream().anyMatch(f -> f.column().index() == column.index());
    }

    private static Map<Integer, String> trades(Map<Role, Fit> fills, Map<Role, Fit> trades) {
        Map<Integer, String> doubts = new TreeMap<>();
        List<Column> left = new ArrayList<>();
        for (Role role :
                List.of(Role.ENTRY_TIME, Role.EXIT_TIME, Role.ENTRY_PRICE, Role.EXIT_PRICE)) {
            Fit fit = trades.get(role);
            if (fit != null && !holds(fills, fit.column())) {
                left.add(fit.column());
            }
        }
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

    /// A column of clock times left over beside days alone: every row would fall on midnight.
    private Map<Integer, String> clocks(Map<Role, Fit> chosen) {
        Map<Integer, String> doubts = new TreeMap<>();
        for (Role role : TIMES) {
            Fit day = chosen.get(role);
            if (day == null || !day.column().isDay()) {
                continue;
            }
            for (Column c : columns) {
                if (c.isTimeOfDay() && !holds(chosen, c)) {
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
        day(chosen, Role.TIME, Role.DATE);
        day(chosen, Role.ENTRY_TIME, Role.ENTRY_DATE);
        day(chosen, Role.EXIT_TIME, Role.EXIT_DATE);
        looks(kind, chosen);
        clock(kind, chosen, Role.TIME, Role.DATE);
        clock(kind, chosen, Role.ENTRY_TIME, Role.ENTRY_DATE);
        clock(kind, chosen, Role.EXIT_TIME, Role.EXIT_DATE);
        return chosen;
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
        List<Column> left = columns.stream().filter(c -> !holds(chosen, c)).toList();
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

    /// A plain “Time” beside the columns of an exit is that of the entry.
    private static int clockScore(Role time, Column column) {
        int plain =
                time == Role.ENTRY_TIME && Synonyms.score(Role.TIME, column.name()) == 100 ? 99 : 0;
        return Math.max(plain, Synonyms.score(time, column.name()));
    }

    private static int score(Role role, Column column) {
        int name = Synonyms.score(role, column.name());
        boolean empty = column.filled() == 0;
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
            case SIDE -> column.isSide() ? Math.max(name, BY_LOOKS) : 0;
            case SYMBOL -> {
                boolean other = column.isTime() || column.isNumber() || column.isSide();
                // Codes such as ESH6 read like amounts; what is called a symbol is one.
                boolean told = name == 100 && column.isLettered() && !column.isSide();
                yield empty || (other && !told) ? 0 : name;
            }
            case ID -> column.distinct() ? name : 0;
            default -> name;
        };
    }

    /// Ids of nineteen digits are numbers too.
    private static boolean tooLongForPrice(Column column) {
        return column.isTime()
                && !column.name().isBlank()
                && Synonyms.score(Role.TIME, column.name()) > 0;
    }

    private Signs signs(Map<Role, Fit> chosen) {
        Fit quantity = chosen.get(Role.QUANTITY);
        boolean signed =
                !chosen.containsKey(Role.SIDE)
                        && quantity != null
                        && quantity.column().negatives() > 0;
        boolean negative = false;
        for (Role cost : List.of(Role.COMMISSION, Role.FEES)) {
            Fit fit = chosen.get(cost);
            negative |=
                    fit != null && fit.column().negatives() > 0 && fit.column().positives() == 0;
        }
        return new Signs(signed, negative, List.of(), List.of());
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
