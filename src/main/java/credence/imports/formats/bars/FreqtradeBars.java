package credence.imports.formats.bars;

import credence.core.value.Symbol;
import credence.imports.BarFormat;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JsonSource;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.JournalReader.BarOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Bars as freqtrade keeps them in JSON, and as ccxt gives them: a list of `[milliseconds since 1970, open, high, low, close, volume]`.
public final class FreqtradeBars implements BarFormat {

    private static final List<String> COLUMNS =
            List.of("date", "open", "high", "low", "close", "volume");

    @Override
    public String id() {
        return "freqtrade-bars";
    }

    @Override
    public String title() {
        return "freqtrade and ccxt, bars (JSON)";
    }

    @Override
    public Detection detect(Document document) {
        return JsonSource.test(document, FreqtradeBars::begins)
                ? new Detection(
                        90,
                        "It is a list of [time, open, high, low, close, volume] in JSON, as"
                                + " freqtrade keeps bars.",
                        null)
                : Detection.no("No list of bars in JSON.");
    }

    private static boolean begins(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.ARRAY
                || !json.element()
                || json.kind() != JsonSource.Kind.ARRAY) {
            return false;
        }
        List<String> first = cells(json);
        return first.size() >= COLUMNS.size()
                && first.getFirst().chars().allMatch(Character::isDigit)
                && first.getFirst().length() >= 9;
    }

    @Override
    public void read(Document document, Detection detection, BarOptions options, Tally tally)
            throws UnreadableFile {
        TimeColumn times = TimeColumn.known("date", DateOrder.YEAR_FIRST, ZoneOffset.UTC, tally);
        SeriesBySymbol series = new SeriesBySymbol("date", options, tally);
        Symbol symbol = series.said();
        try (JsonSource json = new JsonSource(document)) {
            for (int entry = 1; json.element(); entry++) {
                tally.read(1);
                int line = json.line();
                if (json.kind() != JsonSource.Kind.ARRAY) {
                    json.skip();
                    tally.skip("entry of the list that is no bar", line);
                    continue;
                }
                try {
                    List<String> cells = whole(cells(json), line, entry);
                    Instant opened = times.read(cells.getFirst(), line);
                    int number = entry;
                    series.add(symbol, opened, () -> bar(cells, line, number, opened));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
                if (entry % 4096 == 0) {
                    document.progress().checkCancelled();
                }
            }
        }
        series.accept();
    }

    /// What the list that the cursor stands on holds, as text; nothing for lists and objects in it.
    private static List<String> cells(JsonSource json) throws UnreadableFile {
        List<String> cells = new ArrayList<>(COLUMNS.size());
        while (json.element()) {
            switch (json.kind()) {
                case SCALAR -> cells.add(json.text());
                case NOTHING -> cells.add("");
                case ARRAY, OBJECT -> {
                    json.skip();
                    cells.add("");
                }
            }
        }
        return cells;
    }

    private static List<String> whole(List<String> cells, int line, int entry) throws RefusedRow {
        if (cells.size() < COLUMNS.size()) {
            throw new RefusedRow(
                    line,
                    "",
                    String.join(", ", cells),
                    "Entry " + entry + " has " + cells.size() + " of 6 numbers.",
                    "Download the bars again.");
        }
        return cells;
    }

    private static BarRow bar(List<String> cells, int line, int entry, Instant time)
            throws RefusedRow {
        @Nullable BigDecimal[] figures = new BigDecimal[BarRow.Figure.values().length];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = number(cells.get(i + 1), line, entry, COLUMNS.get(i + 1));
        }
        return BarRow.checked(
                line,
                time,
                null,
                figures,
                (figure, reason, remedy) ->
                        new RefusedRow(
                                line,
                                COLUMNS.get(figure.ordinal() + 1),
                                cells.get(figure.ordinal() + 1),
                                "Entry " + entry + " (" + time + "): " + reason,
                                remedy));
    }

    private static @Nullable BigDecimal number(String text, int line, int entry, String column)
            throws RefusedRow {
        try {
            return NumberStyle.POINT.read(text);
        } catch (NumberFormatException _) {
            throw new RefusedRow(
                    line,
                    column,
                    text,
                    "Entry " + entry + ": this is not a number.",
                    "Download the bars again.");
        }
    }
}
