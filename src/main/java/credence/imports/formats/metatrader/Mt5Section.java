package credence.imports.formats.metatrader;

import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.NumberStyle;
import credence.imports.PageCell;
import credence.imports.PageRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One list of a MetaTrader 5 report: its header, its rows, its line of sums. What it lists is told by the shape of the rows,
/// because headers and titles are translated while types and directions never are.
final class Mt5Section {

    enum Kind {
        /// Round trips: time, position, symbol, type, volume, price, S/L, T/P, time, price, commission, swap, profit.
        POSITIONS,
        /// Time, order, symbol, type, volume as `0.1 / 0.1`, …, time, state, comment.
        ORDERS,
        /// Time, deal, symbol, type, direction, volume, price, order, [cost,] commission, [fee,] swap, profit, balance, comment.
        DEALS,
        /// As positions, with the market's price in place of the second time.
        OPEN_POSITIONS,
        WORKING_ORDERS,
        OTHER
    }

    static final Pattern TIME = Pattern.compile("\\d{4}\\.\\d{2}\\.\\d{2} \\d{2}:\\d{2}(:\\d{2})?");
    private static final Set<String> DIRECTIONS = Set.of("in", "out", "in/out", "out by");
    private static final int WIDEST_HEADER_WORD = 40;

    /// A row of a list, with the text of its hidden cell, which holds the comment.
    record Line(Row texts, String hidden) {}

    final Header header;
    final int line;
    final List<Line> rows = new ArrayList<>();

    /// The row of sums under the list; null when there is none.
    @Nullable Row sums;

    private Kind kind = Kind.OTHER;

    private Mt5Section(Header header, int line) {
        this.header = header;
        this.line = line;
    }

    /// A section that begins with this row, if it is a header.
    static @Nullable Mt5Section startingWith(PageRow row) {
        List<String> words = row.words();
        if (words.size() < 9
                || words.stream()
                        .anyMatch(
                                w ->
                                        w.length() > WIDEST_HEADER_WORD
                                                || w.chars().anyMatch(Character::isDigit))) {
            return null;
        }
        return new Mt5Section(
                new Header(Arrays.asList(Mt4Statement.cells(row.texts()))), row.line());
    }

    void add(PageRow row) {
        Row texts = row.texts();
        if (texts.size() > 0 && texts.cell(0).isEmpty() && row.words().size() >= 2) {
            sums = texts;
            return;
        }
        StringBuilder hidden = new StringBuilder();
        for (PageCell cell : row.cells()) {
            if (cell.hidden()) {
                hidden.append(cell.text());
            }
        }
        rows.add(new Line(MetaTrader.padded(texts, header.size()), hidden.toString()));
        if (kind == Kind.OTHER) {
            kind = shape(texts);
        }
    }

    /// By the rows; where none has a known shape, by the header's English names.
    Kind kind() {
        if (kind != Kind.OTHER) {
            return kind;
        }
        if (header.has("Deal") && header.has("Direction")) {
            return Kind.DEALS;
        }
        if (header.has("Position") && header.has("Time")) { // other brokers' lists have one of them
            return header.has("Market Price") ? Kind.OPEN_POSITIONS : Kind.POSITIONS;
        }
        if (header.has("Order")) {
            return header.has("Market Price") ? Kind.WORKING_ORDERS : Kind.ORDERS;
        }
        return Kind.OTHER;
    }

    static Kind shape(Row row) {
        if (row.size() < 9 || !TIME.matcher(row.cell(0)).matches() || !digits(row.cell(1))) {
            return Kind.OTHER;
        }
        String type = row.cell(3).toLowerCase(Locale.ROOT);
        if (DIRECTIONS.contains(row.cell(4).toLowerCase(Locale.ROOT))) {
            return Kind.DEALS;
        }
        boolean volume = row.cell(4).contains("/");
        boolean closed = row.size() > 9 && TIME.matcher(row.cell(8)).matches();
        boolean trade = type.equals("buy") || type.equals("sell");
        if (trade && closed && number(row.cell(9)) && number(beforeSlash(row.cell(4)))) {
            return Kind.POSITIONS;
        }
        if (volume) {
            return Arrays.stream(Mt4Statement.cells(row))
                            .skip(8)
                            .anyMatch(c -> TIME.matcher(c).matches())
                    ? Kind.ORDERS
                    : Kind.WORKING_ORDERS;
        }
        if (trade && number(row.cell(4)) && number(row.cell(8))) {
            return Kind.OPEN_POSITIONS;
        }
        return row.cell(4).isEmpty() && !trade && !type.isEmpty() ? Kind.DEALS : Kind.OTHER;
    }

    /// A column by its English name, else by its place in lists of this width; −1 when there is none.
    int column(String name, int place) {
        int named = header.find(name);
        return named >= 0 ? named : place;
    }

    Cells cells(Row row, Tally tally) {
        return new Cells(
                        Table.of(new HeaderPlace(',', 0, line, header), List.of(), tally),
                        NumberStyle.POINT)
                .at(row);
    }

    static String beforeSlash(String volume) {
        int slash = volume.indexOf('/');
        return slash < 0 ? volume : volume.substring(0, slash).strip();
    }

    private static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static boolean number(String text) {
        try {
            return NumberStyle.POINT.read(text) != null;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
