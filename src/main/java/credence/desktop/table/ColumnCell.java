package credence.desktop.table;

import credence.desktop.chart.Sparkline;
import credence.desktop.theme.Figures;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// Shows one column of one row.
final class ColumnCell<R> extends TableCell<R, R> {

    private static final List<String> SIGNS =
            List.of("result-profit", "result-loss", "result-even");

    private final Column<R> column;
    private final Figures figures;
    private final @Nullable Sparkline line;
    private final @Nullable ShareBar bar;
    private String style = "";

    ColumnCell(Column<R> column, Figures figures) {
        this.column = column;
        this.figures = figures;
        this.line = column.kind() == Column.Kind.TREND ? new Sparkline() : null;
        this.bar = column.kind() == Column.Kind.BAR ? new ShareBar() : null;
        if (bar != null) {
            // The text stays for those who cannot see the bar; the bar shows it itself.
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            bar.prefWidthProperty().bind(widthProperty().subtract(16));
        }
        setAlignment(SortFilterTable.alignment(column.kind()));
        if (column.kind() != Column.Kind.TEXT) {
            getStyleClass().add("figures");
        }
        // Written only when somebody asks: scrolling past 100,000 rows must not write 100,000
        // tooltips.
        Tooltip tip = new Tooltip();
        tip.setOnShowing(event -> tip.setText(full()));
        setTooltip(tip);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll(SIGNS);
        getStyleClass().remove(style);
        if (empty || row == null) {
            setText("");
            setGraphic(null);
            return;
        }
        setText(column.content().shown().text(row, figures));
        if (line != null) {
            line.show(column.line(row));
            setGraphic(line);
        }
        if (bar != null) {
            bar.show(column.line(row), getText());
            setGraphic(bar);
        }
        if (column.traits().coloured() && column.key(row) instanceof BigDecimal number) {
            getStyleClass().add(SIGNS.get(number.signum() > 0 ? 0 : number.signum() < 0 ? 1 : 2));
        }
        style = column.traits().style().apply(row);
        if (!style.isEmpty()) {
            getStyleClass().add(style);
        }
    }

    private String full() {
        R row = getItem();
        return row == null ? "" : column.content().full().text(row, figures);
    }
}
