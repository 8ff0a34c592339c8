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
import java.util.stream.Collectors;

/// Guesses the mapping of an unknown table: each role takes the column whose name fits best and whose cells look the part. A
/// guess is only ever a proposal; the trader decides.
final class Proposal {

    /// Rows shown to the trader.
    static final int SHOWN = 20;

    /// Rows looked at.
    private static final int LOOKED_AT = 200;

    private static final int LEAST = 50;
    private static final int BY_LOOKS = 55;

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
        Map<Role, Fit> fills = assign(RowKind.FILLS);
        Map<Role, Fit> trades = assign(RowKind.TRADES);
        boolean closed =
                trades.containsKey(Role.ENTRY_PRICE)
                        && trades.containsKey(Role.EXIT_PRICE)
                        && (!fills.containsKey(Role.PRICE)
                                || trades.get(Role.ENTRY_PRICE).score() == 100);
        RowKind kind = closed ? RowKind.TRADES : RowKind.FILLS;
        Map<Role, Fit> chosen = closed ? trades : fills;
        Map<Role, ColumnRef> refs = new EnumMap<>(Role.class);
        chosen.forEach((role, fit) -> refs.put(role, reference(fit.column().index())));
        Mapping mapping = new Mapping(kind, Layout.DETECTED, signs(chosen), refs);
        int confidence = mapping.missing().isEmpty() ? weakest(kind, chosen) : 0;
        return new MappingProposal(mapping, guesses(chosen), confidence);
    }

    private static int weakest(RowKind kind, Map<Role, Fit> chosen) {
        return chosen.values().stream()
                .filter(f -> Role.needed(kind).contains(f.role()))
                .mapToInt(Fit::score)
                .min()
                .orElse(0);
    }

    /// Best fits first; each role and each column once.
    private Map<Role, Fit> assign(RowKind kind) {
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
        for (Fit fit : fits) {
            if (!chosen.containsKey(fit.role()) && taken.add(fit.column().index())) {
                chosen.put(fit.role(), fit);
            }
        }
        day(chosen, Role.TIME, Role.DATE);
        day(chosen, Role.ENTRY_TIME, Role.ENTRY_DATE);
        day(chosen, Role.EXIT_TIME, Role.EXIT_DATE);
        looks(kind, chosen);
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

    private static int score(Role role, Column column) {
        int name = Synonyms.score(role, column.name());
        boolean empty = column.filled() == 0;
        if (NUMBERS.contains(role)) {
            return empty || (column.isNumber() && !tooLongForPrice(column)) ? name : 0;
        }
        if (TIMES.contains(role)) {
            return column.isTime() || column.isClock() ? name - (column.isClock() ? 1 : 0) : 0;
        }
        if (DAYS.contains(role)) {
            // Just below the time, so that a column of date and time in one goes to that.
            return column.isTime() ? name - 2 : 0;
        }
        return switch (role) {
            case SIDE -> column.isSide() ? Math.max(name, BY_LOOKS) : 0;
            case SYMBOL ->
                    empty || column.isTime() || column.isNumber() || column.isSide() ? 0 : name;
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

    private List<ColumnGuess> guesses(Map<Role, Fit> chosen) {
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
                                    column.filled() == 0
                                            ? "The column is empty."
                                            : "Nothing is known by this name; it is kept with each"
                                                    + " row.")
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
