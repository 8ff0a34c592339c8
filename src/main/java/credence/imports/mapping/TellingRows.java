package credence.imports.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Goes through all rows of a table once, in constant memory: counts the looks of every column's cells, and keeps the first rows and
/// those in which a cell looks as few in its column do, wherever they stand; for questions that need the cells of one row together.
final class TellingRows {

    /// Rows kept whatever they look like.
    private static final int FIRST = 200;

    /// So many rows are kept for each look of each column.
    private static final int OF_A_LOOK = 25;

    private final List<ColumnSurvey> surveys = new ArrayList<>();
    private final List<Map<ColumnSurvey.Look, Integer>> looks = new ArrayList<>();
    private final List<List<String>> kept = new ArrayList<>();

    /// @param names of the columns
    TellingRows(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            surveys.add(new ColumnSurvey(i, names.get(i)));
            looks.add(new EnumMap<>(ColumnSurvey.Look.class));
        }
    }

    void add(List<String> cells) {
        boolean tells = kept.size() < FIRST;
        for (int i = 0; i < surveys.size(); i++) {
            ColumnSurvey.Look look = surveys.get(i).add(i < cells.size() ? cells.get(i) : "");
            tells |= looks.get(i).merge(look, 1, Integer::sum) <= OF_A_LOOK;
        }
        if (tells) {
            kept.add(cells);
        }
    }

    /// The columns, with the cells of the rows that were kept.
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < surveys.size(); i++) {
            int column = i;
            columns.add(
                    surveys.get(i)
                            .finished(
                                    kept.stream()
                                            .map(r -> column < r.size() ? r.get(column) : "")
                                            .toList()));
        }
        return columns;
    }
}
