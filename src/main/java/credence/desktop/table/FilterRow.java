package credence.desktop.table;

import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The fields above the columns and what they ask for.
final class FilterRow<R> {

    private static final int PER_CENT = 100;

    private final Map<Column<R>, FilterField> fields = new LinkedHashMap<>();
    private final ZoneId zone;

    FilterRow(List<Column<R>> columns, ZoneId zone) {
        this.zone = zone;
        for (Column<R> column : columns) {
            fields.put(column, new FilterField(column.title(), column.kind()));
        }
    }

    FilterField field(Column<R> column) {
        FilterField field = fields.get(column);
        if (field == null) {
            throw new IllegalArgumentException("no column " + column.id());
        }
        return field;
    }

    void clear() {
        fields.values().forEach(FilterField::clear);
    }

    /// What all fields that are understood ask for; marks the others.
    List<Rows.Condition<R>> conditions() {
        List<Rows.Condition<R>> conditions = new ArrayList<>();
        fields.forEach(
                (column, field) -> {
                    int scale = column.unit().kind() == Unit.Kind.SHARE ? PER_CENT : 1;
                    Optional<Predicate<@Nullable Object>> wanted =
                            RowFilter.parse(column.kind(), field.getText(), scale, zone);
                    field.pseudoClassStateChanged(FilterField.WRONG, wanted.isEmpty());
                    if (!field.getText().isBlank()) {
                        wanted.ifPresent(
                                holds -> conditions.add(new Rows.Condition<>(column, holds)));
                    }
                });
        return conditions;
    }
}
