package credence.imports.formats;

import credence.core.csv.FormulaText;
import credence.core.fact.CallDetails;
import credence.core.fact.Extra;
import credence.core.value.Price;
import credence.imports.Cells;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The cells of one of Credence's own CSV files by the names of their columns.
final class CredenceTable {

    private final Table table;
    private final Cells cells;
    private final Tally tally;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, TimeColumn> times = new HashMap<>();
    private final Map<Integer, String> scores = new HashMap<>();
    private final Map<Integer, String> indicators = new HashMap<>();
    private final Map<Integer, String> heads = new HashMap<>();
    private final Map<Integer, String> unknown = new HashMap<>();
    private final SortedMap<String, String> kept = new TreeMap<>();

    /// @param timed names of the columns of times
    /// @param numeric names of the columns of numbers
    /// @param texts names of the other known columns
    CredenceTable(
            Document document,
            Detection detection,
            ImportOptions options,
            Tally tally,
            List<String> timed,
            List<String> numeric,
            Set<String> texts)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null || !detection.recognised()) {
            throw new UnreadableFile(detection.reason(), "Add the missing columns to the header.");
        }
        this.tally = tally;
        Header header = place.header();
        List<Integer> numbers = new ArrayList<>();
        boolean hasCosts = numeric.contains(Extra.COMMISSION) || texts.contains(Extra.COMMISSION);
        for (int i = 0; i < header.size(); i++) {
            String key = Header.key(header.name(i));
            boolean known = timed.contains(key) || numeric.contains(key) || texts.contains(key);
            if (known && header.find(key) != i) {
                throw new UnreadableFile(
                        place.line(),
                        header.name(i),
                        "",
                        "The column " + header.name(i) + " stands twice in the header.",
                        "Remove or rename one of them.");
            }
            if (numeric.contains(key)
                    || family(header.name(i), "score.", i, scores)
                    || family(header.name(i), "indicator.", i, indicators)
                    || family(header.name(i), "head.", i, heads)) {
                numbers.add(i);
            } else if (!known && !key.isEmpty()) {
                unknown.put(
                        i,
                        unknown.containsValue(header.name(i))
                                ? header.name(i) + " " + (i + 1)
                                : header.name(i));
                if (hasCosts && CredenceCosts.part(header, i) != null) {
                    numbers.add(i);
                }
            }
        }
        require(
                header,
                "bot",
                options.bot().isPresent() || !options.owners().bots().isEmpty(),
                "Add a column bot, or say --bot NAME.");
        require(
                header,
                "symbol",
                options.symbol().isPresent(),
                "Add a column symbol, or say --symbol SYMBOL.");
        this.table = Table.read(document, place, tally);
        this.cells =
                new Cells(
                        table,
                        NumberStyle.settle(
                                table, numbers.stream().mapToInt(Integer::intValue).toArray()));
        for (String name : timed) {
            if (header.has(name)) {
                times.put(
                        name,
                        TimeColumn.settle(table, header.find(name), options.zone().orElse(null)));
            }
        }
    }

    private static void require(Header header, String name, boolean given, String remedy)
            throws UnreadableFile {
        if (!header.has(name) && !given) {
            throw new UnreadableFile("The file has no column " + name + ".", remedy);
        }
    }

    private static boolean family(
            String name, String prefix, int column, Map<Integer, String> names) {
        if (name.length() <= prefix.length() || !name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
            return false;
        }
        String member = name.substring(prefix.length());
        names.put(column, names.containsValue(member) ? member + " " + (column + 1) : member);
        return true;
    }

    List<Row> rows() {
        return table.rows();
    }

    Header header() {
        return table.header();
    }

    /// Columns that are none of the format's, by their index.
    Map<Integer, String> unknown() {
        return unknown;
    }

    /// Moves to a row; what was kept of the last one is forgotten.
    void at(Row row) {
        cells.at(row);
        kept.clear();
    }

    int line() {
        return cells.line();
    }

    String text(String name) {
        return FormulaText.plain(cells.text(column(name)));
    }

    Optional<String> optionalText(String name) {
        return Optional.of(text(name)).filter(s -> !s.isEmpty());
    }

    @Nullable BigDecimal numberOrNull(String name) throws RefusedRow {
        return cells.numberOrNull(column(name));
    }

    Optional<BigDecimal> optionalNumber(String name) throws RefusedRow {
        return cells.optionalNumber(column(name));
    }

    /// Whether the cell is empty or holds a number.
    boolean isNumber(String name) {
        return isNumber(column(name));
    }

    boolean isNumber(int column) {
        try {
            cells.numberOrNull(column);
            return true;
        } catch (RefusedRow _) {
            return false;
        }
    }

    boolean isBlank(int column) {
        return cells.raw(column).isBlank();
    }

    @Nullable BigDecimal numberOrNull(int column) throws RefusedRow {
        return cells.numberOrNull(column);
    }

    BigDecimal number(String name) throws RefusedRow {
        return cells.number(column(name));
    }

    BigDecimal positive(String name) throws RefusedRow {
        return cells.positive(column(name));
    }

    Optional<Price> price(String name) throws RefusedRow {
        return optionalNumber(name).map(Price::new);
    }

    Instant time(String name) throws RefusedRow {
        TimeColumn column = times.get(name);
        if (column == null) {
            throw refuse(name, "The column " + name + " is missing.", "Add it to the file.");
        }
        return column.read(text(name), line());
    }

    Optional<Instant> optionalTime(String name) throws RefusedRow {
        return text(name).isEmpty() ? Optional.empty() : Optional.of(time(name));
    }

    /// Whether the row fills a column that is none of the format's.
    boolean hasUnknown(String name) {
        return unknown.entrySet().stream()
                .anyMatch(c -> c.getValue().equals(name) && !cells.raw(c.getKey()).isBlank());
    }

    /// One of an enum's names in any case, empty when the cell is.
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type, String words)
            throws RefusedRow {
        String s = text(name).toUpperCase(Locale.ROOT);
        if (s.isEmpty()) {
            return Optional.empty();
        }
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(s)) {
                return Optional.of(value);
            }
        }
        throw refuse(name, "This must be " + words + ".", "Correct the cell.");
    }

    /// The same where the cell must not be empty.
    <E extends Enum<E>> E requiredChoice(String name, Class<E> type, String words)
            throws RefusedRow {
        return choice(name, type, words)
                .orElseThrow(
                        () ->
                                refuse(
                                        name,
                                        "The cell is empty; it must be " + words + ".",
                                        "Fill in the cell."));
    }

    CallDetails call() throws RefusedRow {
        OptionalDouble confidence = OptionalDouble.empty();
        Double stated = cells.within(column("confidence"), 0, 1);
        if (stated != null) {
            confidence = OptionalDouble.of(stated);
        }
        Optional<BigDecimal> leverage =
                numberOrNull("leverage") == null
                        ? Optional.empty()
                        : Optional.of(positive("leverage"));
        return new CallDetails(
                confidence,
                optionalText("pattern"),
                optionalText("timeframe"),
                leverage,
                optionalText("version"),
                optionalText("variant"),
                optionalText("reasoning"),
                members(scores, 0, 10),
                members(indicators, -Double.MAX_VALUE, Double.MAX_VALUE),
                members(heads, -1, 1));
    }

    private SortedMap<String, Double> members(Map<Integer, String> columns, double low, double high)
            throws RefusedRow {
        if (columns.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Double> members = new TreeMap<>();
        for (Map.Entry<Integer, String> column : columns.entrySet()) {
            Double value = cells.within(column.getKey(), low, high);
            if (value != null) {
                members.put(column.getValue(), value);
            }
        }
        return members;
    }

    /// Keeps a known column's text that has no place of its own in this row.
    void keep(String name) {
        optionalText(name).ifPresent(s -> kept.put(name, s));
    }

    /// Keeps what the row does not say in a column of its own; a column of that name says it better.
    void keep(String name, String value) {
        kept.put(name, value);
    }

    /// Unknown columns as they were, and what was kept.
    SortedMap<String, String> extras() {
        if (kept.isEmpty() && unknown.isEmpty()) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> extras = new TreeMap<>(kept);
        unknown.forEach(
                (column, name) -> {
                    String raw = cells.raw(column);
                    if (!raw.isBlank()) {
                        extras.put(FormulaText.plain(name), FormulaText.plain(raw));
                    }
                });
        return extras;
    }

    RefusedRow refuse(String name, String reason, String remedy) {
        int column = column(name);
        return column < 0
                ? new RefusedRow(line(), name, "", reason, remedy)
                : cells.refuse(column, reason, remedy);
    }

    /// To be called when all rows are read.
    void noteRepeatedHours() {
        times.values().forEach(t -> t.noteRepeatedHours(tally));
    }

    private int column(String name) {
        return columns.computeIfAbsent(name, table.header()::find);
    }
}
