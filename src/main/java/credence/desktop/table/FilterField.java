package credence.desktop.table;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/// Where a filter is typed, above a column. Marked when it is not understood.
final class FilterField extends TextField {

    static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    FilterField(String column, Column.Kind kind) {
        getStyleClass().add("filter-field");
        setPromptText(
                kind == Column.Kind.TEXT ? "text" : kind == Column.Kind.TIME ? "2024-03" : ">0");
        setAccessibleText("Filter " + column);
        setAccessibleHelp(RowFilter.hint(kind));
        setTooltip(new Tooltip(RowFilter.hint(kind)));
    }
}
