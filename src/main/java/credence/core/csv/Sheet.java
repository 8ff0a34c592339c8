package credence.core.csv;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Columns of a table and how a row fills them. Columns that no row uses are left out, unless they must stand.
///
/// UTF-8 is the writer's business; separator is the comma, line end `\n`, quotation marks only where needed.
final class Sheet<T> {

    private record Column<T>(Function<T, String> value, boolean always) {}

    private final Map<String, Column<T>> columns = new LinkedHashMap<>();
    private final Map<String, Function<T, ? extends Map<String, ?>>> families =
            new LinkedHashMap<>();

    /// A column that stands even when it is empty.
    Sheet<T> always(String name, Function<T, ?> value) {
        columns.put(name, new Column<>(row -> text(value.apply(row)), true));
        return this;
    }

    /// A column that stands when some row fills it.
    Sheet<T> whenUsed(String name, Function<T, ?> value) {
        columns.put(name, new Column<>(row -> text(value.apply(row)), false));
        return this;
    }

    /// One column for each name that some row uses, after `prefix`. A name that is a column already fills the gaps there.
    Sheet<T> family(String prefix, Function<T, ? extends Map<String, ?>> values) {
        families.put(prefix, values);
        return this;
    }

    void write(List<? extends T> rows, Appendable out) throws IOException {
        Map<String, Column<T>> all = new LinkedHashMap<>(columns);
        families.forEach(
                (prefix, values) ->
                        names(rows, values).forEach(name -> add(all, prefix, name, values)));
        all.values()
                .removeIf(
                        c ->
                                !c.always()
                                        && rows.stream()
                                                .allMatch(r -> c.value().apply(r).isEmpty()));
        line(out, new ArrayList<>(all.keySet()));
        List<String> cells = new ArrayList<>(all.size());
        for (T row : rows) {
            cells.clear();
            for (Column<T> column : all.values()) {
                cells.add(column.value().apply(row));
            }
            line(out, cells);
        }
    }

    private static <T> SortedSet<String> names(
            List<? extends T> rows, Function<T, ? extends Map<String, ?>> values) {
        SortedSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(values.apply(row).keySet()));
        return names;
    }

    private static <T> void add(
            Map<String, Column<T>> all,
            String prefix,
            String name,
            Function<T, ? extends Map<String, ?>> values) {
        Function<T, String> value = row -> text(values.apply(row).get(name));
        String key = prefix + name;
        String known = key.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        Column<T> standing = all.get(known);
        if (standing == null) {
            all.put(key, new Column<>(value, false));
        } else {
            Function<T, String> first = standing.value();
            all.put(
                    known,
                    new Column<>(
                            row -> {
                                String s = first.apply(row);
                                return s.isEmpty() ? value.apply(row) : s;
                            },
                            standing.always()));
        }
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> text(optional.orElse(null));
            case BigDecimal number -> number.toPlainString();
            case Double number -> text(number.doubleValue());
            default -> value.toString();
        };
    }

    /// Shortest digits that read back as the same number; an exponent only where the plain form is unwieldy.
    private static String text(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-9 && size < 1e15)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static void line(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            cell(out, cells.get(i));
        }
        out.append('\n');
    }

    private static void cell(Appendable out, String text) throws IOException {
        String s = FormulaText.guarded(text);
        if (!needsQuotes(s)) {
            out.append(s);
            return;
        }
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            out.append(c == '"' ? "\"\"" : String.valueOf(c));
        }
        out.append('"');
    }

    private static boolean needsQuotes(String s) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t') {
                return true;
            }
        }
        return !s.isEmpty() && (s.charAt(0) == ' ' || s.charAt(s.length() - 1) == ' ');
    }
}
