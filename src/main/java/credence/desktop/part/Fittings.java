package credence.desktop.part;

import credence.desktop.action.Actions;
import credence.desktop.chart.ChartTools;
import credence.desktop.fx.FileChoice;
import credence.desktop.table.Column;
import credence.desktop.table.LayoutMemory;
import credence.desktop.table.SortFilterTable;
import credence.desktop.theme.Figures;

import java.util.List;
import java.util.function.Function;

/// What every screen is fitted with: how figures are written, where table layouts are remembered, where files are asked for, and what
/// can be done and how to ask before it is done.
public record Fittings(
        Actions actions,
        Figures figures,
        LayoutMemory layouts,
        FileChoice files,
        Questions questions) {

    public ChartTools charts() {
        return new ChartTools(figures, files);
    }

    /// A table under its own name.
    public <R> SortFilterTable<R> table(
            String name, List<Column<R>> columns, Function<? super R, ?> identity) {
        return new SortFilterTable<>(name, columns, identity, layouts, figures, files);
    }
}
