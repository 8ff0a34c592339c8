package credence.imports.mapping;

import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.ColumnMapper;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.imports.ZoneNames;
import credence.service.port.ImportOptions;
import credence.service.port.mapping.Mapping;
import credence.service.port.mapping.Role;
import credence.service.port.mapping.RowKind;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A delimited file read by a mapping.
///
/// - Every number column settles point or comma together; the order of day and month is settled by its column.
/// - Rows with neither quantity nor price are totals or words and are skipped; deposits and the like too.
/// - Columns without a role are kept with the row.
/// - Identity is the column with [Role#ID], else content with the order's id.
final class MappedFile implements ColumnMapper.Mapped {

    /// Rows that name no bot are gathered under a name that no renaming of a profile changes.
    private static final String SOURCE = "own mapping";

    private static final List<Role> TIMES =
            List.of(
                    Role.TIME,
                    Role.DATE,
                    Role.ENTRY_TIME,
                    Role.ENTRY_DATE,
                    Role.EXIT_TIME,
                    Role.EXIT_DATE);

    private static final Pattern TOTAL =
            Pattern.compile(
                    "(grand"
                        + " |sub-?|sous-)?(totals?|sum|summe|gesamt|gesamtsumme|totale|suma|som|totaal|итого|всего|合计|合計|총계)("
                        + " \\(?[a-z]{3}\\)?)?:?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final List<Role> NUMBERS =
            List.of(
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

    private final Document document;
    private final HeaderPlace place;
    private final Mapping mapping;

    MappedFile(Document document, HeaderPlace place, Mapping mapping) {
        this.document = document;
        this.place = place;
        this.mapping = mapping;
    }

    @Override
    public String where() {
        return place.line() == 0
                ? "; the file has no header"
                : "; header in line " + place.line() + ", separated by " + place.separatorName();
    }

    @Override
    public void read(ImportOptions options, Tally tally) throws UnreadableFile {
        Map<Role, Integer> columns = new EnumMap<>(Role.class);
        mapping.columns()
                .forEach((role, ref) -> columns.put(role, MappedColumns.at(place.header(), ref)));
        List<Integer> unmapped = unmapped(place.header(), columns);
        Table table = Table.read(document, place, tally, row -> noRow(row, columns));
        table = joined(table, columns, Role.DATE, Role.TIME, tally);
        table = joined(table, columns, Role.ENTRY_DATE, Role.ENTRY_TIME, tally);
        table = joined(table, columns, Role.EXIT_DATE, Role.EXIT_TIME, tally);
        for (Role time : List.of(Role.TIME, Role.ENTRY_TIME, Role.EXIT_TIME)) {
            Integer at = columns.get(time);
            if (at != null) {
                midnights(table, at, unmapped, tally);
            }
        }
        NumberStyle numbers = numbers(table, columns);
        costSigns(table, columns, numbers, tally);
        boolean fills = mapping.kind() == RowKind.FILLS;
        MappedRow row =
                new MappedRow(
                        new Cells(table, numbers),
                        numbers,
                        columns,
                        mapping.signs(),
                        new Owners(SOURCE, options, tally),
                        options,
                        SourceClass.LIVE,
                        tally,
                        unmapped,
                        place.header().names());
        if (fills) {
            row.stated(StatedAmounts.of(table, columns, unmapped, numbers, tally));
            row.stated(results(table, unmapped, tally));
        }
        int start = columns.getOrDefault(fills ? Role.TIME : Role.ENTRY_TIME, 0);
        int end = fills ? start : columns.getOrDefault(Role.EXIT_TIME, start);
        TimeColumn first = times(table, start, end, options);
        TimeColumn exit = fills ? first : times(table, end, start, options);
        JournalRows rows = new JournalRows(tally);
        for (Row r : table.rows()) {
            row.at(r);
            try {
                String left = row.notATrade();
                if (left != null) {
                    tally.skip(left, r);
                } else if (fills) {
                    FillDraft fill = row.fill(first);
                    rows.add(fill);
                } else {
                    TradeDraft trade = row.trade(first, exit);
                    rows.add(trade);
                }
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        row.notes();
        first.noteRepeatedHours(tally);
        if (exit != first) {
            exit.noteRepeatedHours(tally);
        }
    }

    /// The column of realised results beside fills; −1 where there is none, or where every row has one: then they are not those of closing
    /// fills.
    private static int results(Table table, List<Integer> unmapped, Tally tally) {
        for (int column : unmapped) {
            String name = table.header().name(column);
            if (!Synonyms.saysResult(name)) {
                continue;
            }
            Column cells = sample(table, column);
            if (!cells.isNumber() || cells.isTime() || cells.isPercent()) {
                continue;
            }
            if (cells.negatives() + cells.positives() >= table.rows().size()) {
                tally.note(
                        "“"
                                + name
                                + "” holds a result in every row, those that open a position too;"
                                + " it was not held against the prices.");
                return -1;
            }
            tally.note(
                    "“"
                            + name
                            + "” is taken for what a closing fill made; the file does not say after"
                            + " which costs. It is held against the prices and does not count"
                            + " itself.");
            return column;
        }
        return -1;
    }

    /// A total, a disclaimer, a heading between rows: nothing was traded in it.
    private @Nullable String noRow(Row row, Map<Role, Integer> columns) {
        boolean traded = false;
        for (Role role : List.of(Role.QUANTITY, Role.PRICE, Role.ENTRY_PRICE)) {
            traded |= !cell(row, columns, role).isEmpty();
        }
        if (!traded) {
            return "row without quantity and price";
        }
        boolean timed =
                TIMES.stream()
                        .map(role -> cell(row, columns, role))
                        .anyMatch(s -> !s.isEmpty() && s.chars().anyMatch(Character::isDigit));
        return !timed && isTotal(row) ? "row of totals" : null;
    }

    private static boolean isTotal(Row row) {
        for (int i = 0; i < row.size(); i++) {
            if (TOTAL.matcher(row.cell(i).strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String cell(Row row, Map<Role, Integer> columns, Role role) {
        int at = columns.getOrDefault(role, -1);
        return at >= 0 && at < row.size() ? row.cell(at).strip() : "";
    }

    /// Says so when days alone are read though a column of clock times stands beside them.
    private static void midnights(Table table, int time, List<Integer> unmapped, Tally tally) {
        Column day = sample(table, time);
        if (!day.isDay()) {
            return;
        }
        for (int other : unmapped) {
            if (sample(table, other).isTimeOfDay()) {
                tally.note(
                        "“"
                                + day.name()
                                + "” holds days only and “"
                                + table.header().name(other)
                                + "”, which looks like the time of day, has no role: every time is"
                                + " midnight.");
            }
        }
    }

    private static Column sample(Table table, int column) {
        ColumnSurvey survey = new ColumnSurvey(column, table.header().name(column));
        table.rows().forEach(r -> survey.add(r.cell(column)));
        return survey.finished(List.of());
    }

    /// Date and time of day in two columns become one more column.
    private Table joined(
            Table table, Map<Role, Integer> columns, Role date, Role time, Tally tally) {
        Integer day = columns.get(date);
        Integer clock = columns.get(time);
        if (day == null || clock == null) {
            return table;
        }
        Header old = table.header();
        List<String> names = new ArrayList<>(old.names());
        names.add(old.name(day) + " " + old.name(clock));
        List<Row> rows = new ArrayList<>(table.rows().size());
        for (Row r : table.rows()) {
            String[] cells = new String[names.size()];
            for (int i = 0; i < old.size(); i++) {
                cells[i] = r.cell(i);
            }
            cells[old.size()] =
                    (Column.day(r.cell(day).strip()) + " " + sixDigits(r.cell(clock).strip()))
                            .strip();
            rows.add(new Row(r.line(), cells));
        }
        columns.put(time, old.size());
        HeaderPlace p = table.place();
        return Table.of(
                new HeaderPlace(p.separator(), p.record(), p.line(), new Header(names)),
                rows,
                tally);
    }

    /// `93500` lost its first figure in a spreadsheet.
    private static String sixDigits(String clock) {
        return clock.length() == 5 && clock.chars().allMatch(Character::isDigit)
                ? "0" + clock
                : clock;
    }

    /// @throws UnreadableFile when every cost of a column has the other sign than the mapping says
    private void costSigns(
            Table table, Map<Role, Integer> columns, NumberStyle numbers, Tally tally)
            throws UnreadableFile {
        for (Role role : List.of(Role.COMMISSION, Role.FEES, Role.OTHER_FEES)) {
            Integer column = columns.get(role);
            if (column != null) {
                new MappedCostSign(table, column, numbers, mapping.signs().negativeCosts())
                        .check(tally);
            }
        }
    }

    private static NumberStyle numbers(Table table, Map<Role, Integer> columns)
            throws UnreadableFile {
        return NumberStyle.settle(
                table, NUMBERS.stream().mapToInt(r -> columns.getOrDefault(r, -1)).toArray());
    }

    /// The zone that the trader says, else the one in the column's name; values may name their own.
    ///
    /// @param other a column of the same table, which is written in the same order
    private static TimeColumn times(Table table, int column, int other, ImportOptions options)
            throws UnreadableFile {
        ZoneId zone =
                options.zone()
                        .or(() -> ZoneNames.inColumn(table.header().name(column)))
                        .orElse(null);
        return TimeColumn.settleBeside(table, column, other, zone, "-", "—", "N/A", "null");
    }

    private static List<Integer> unmapped(Header header, Map<Role, Integer> columns) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!columns.containsValue(i) && !header.name(i).isBlank()) {
                others.add(i);
            }
        }
        return others;
    }
}
