package credence.desktop.table;

import credence.desktop.theme.Figures;

import java.util.ArrayList;
import java.util.List;

/// What the footer says about the rows shown.
record TableSums(String count, List<String> sums) {

    static <R> TableSums of(List<R> shown, int all, List<Column<R>> columns, Figures figures) {
        String rows = figures.count(all) + (all == 1 ? " row" : " rows");
        List<String> sums = new ArrayList<>();
        for (Column<R> column : columns) {
            if (column.traits().summed()) {
                Rows.sums(column, shown)
                        .forEach(
                                (currency, sum) ->
                                        sums.add(
                                                (column.title()
                                                                + " "
                                                                + figures.sum(sum)
                                                                + " "
                                                                + currency)
                                                        .strip()));
            }
        }
        return new TableSums(
                shown.size() == all ? rows : figures.count(shown.size()) + " of " + rows, sums);
    }
}
