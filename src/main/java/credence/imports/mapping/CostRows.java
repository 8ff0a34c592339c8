package credence.imports.mapping;

import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Keeps of all rows of a table those with costs, in constant memory: where there are more than [#MOST], every second, fourth, … of
/// them, through the whole table.
final class CostRows {

    private static final int MOST = 20_000;

    private final List<Column> costs;
    private final List<List<String>> kept = new ArrayList<>();
    private long found;
    private long every = 1;

    CostRows(List<Column> costs) {
        this.costs = costs;
    }

    void add(List<String> cells) {
        if (costs.stream().noneMatch(c -> isCharged(cells, c.index())) || found++ % every != 0) {
            return;
        }
        if (kept.size() == MOST) {
            List<List<String>> half = new ArrayList<>();
            for (int i = 0; i < MOST; i += 2) {
                half.add(kept.get(i));
            }
            kept.clear();
            kept.addAll(half);
            every *= 2;
        }
        kept.add(cells);
    }

    private static boolean isCharged(List<String> cells, int column) {
        String cell = column < cells.size() ? cells.get(column).strip() : "";
        BigDecimal number = cell.isEmpty() ? null : Column.number(cell);
        return number != null && number.signum() != 0;
    }

    /// A column with the cells of the rows that were kept.
    Column of(Column column) {
        return column.with(
                kept.stream()
                        .map(r -> column.index() < r.size() ? r.get(column.index()) : "")
                        .toList());
    }

    @Nullable Column of(Map<Role, Fit> chosen, Role role) {
        Column column = Fit.column(chosen, role);
        return column == null ? null : of(column);
    }
}
