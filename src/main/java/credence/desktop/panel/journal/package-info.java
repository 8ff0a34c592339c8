/// What came in: trades, fills and imports, with counts that add up, reconciliation and undo.
@NullMarked
package credence.desktop.panel.journal;

import org.jspecify.annotations.NullMarked;
