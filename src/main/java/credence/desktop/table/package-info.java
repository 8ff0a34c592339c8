/// Tables of any length: typed columns, sort, filter row, column chooser, remembered layout, copy and export.
/// Knows rows only through the columns it is given; asks no service.
@NullMarked
package credence.desktop.table;

import org.jspecify.annotations.NullMarked;
