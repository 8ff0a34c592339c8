package credence.core.fact;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/// The columns of a CSV file of rows of one kind: required ones always, optional ones when some row has a value.
///
/// UTF-8 text by `Appendable`, comma, point, `\n`; quoted only where a field needs it.
final class CsvColumns<T> {

    private record Column<T>(String name, boolean required, Function<T, @Nullable String> value) {}

    private final List<Column<T>> columns = new ArrayList<>();

    CsvColumns<T> required(String name, Function<T, @Nullable String> value) {
        columns.add(new Column<>(name, true, value));
        return this;
    }

    CsvColumns<T> optional(String name, Function<T, Optional<String>> value) {
        columns.add(new Column<>(name, false, row -> value.apply(row).orElse(null)));
        return this;
    }

    /// One optional column for every name that occurs in the rows' maps, in the order of names.
    <V> CsvColumns<T> each(
            String prefix,
            List<T> rows,
            Function<T, SortedMap<String, V>> map,
            Function<V, String> text) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(map.apply(row).keySet()));
        Set<String> taken = new LinkedHashSet<>();
        columns.forEach(column -> taken.add(column.name));
        for (String name : names) {
            if (!taken.contains(prefix + name)) {
                optional(
                        prefix + name,
                        row -> Optional.ofNullable(map.apply(row).get(name)).map(text));
            }
        }
        return this;
    }

    void write(List<T> rows, Appendable out) throws IOException {
        List<Column<T>> used =
                columns.stream()
                        .filter(
                                column ->
                                        column.required
                                                || rows.stream()
                                                        .anyMatch(
                                                                row ->
                                                                        column.value.apply(row)
                                                                                != null))
                        .toList();
        line(out, used.stream().map(column -> column.name).toList());
        for (T row : rows) {
            List<String> fields = new ArrayList<>(used.size());
            for (Column<T> column : used) {
                String value = column.value.apply(row);
                fields.add(value == null ? "" : value);
            }
            line(out, fields);
        }
    }

    private static void line(Appendable out, List<String> fields) throws IOException {
        String separator = "";
        for (String field : fields) {
            out.append(separator).append(quoted(field));
            separator = ",";
        }
        out.append('\n');
    }

    private static String quoted(String field) {
        boolean plain =
                field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
