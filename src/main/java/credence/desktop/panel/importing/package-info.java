/// The screen that brings files in: what they are, what would become of every row, confirmation, result, undo.
/// Nothing is written before the trader has confirmed.
@NullMarked
package credence.desktop.panel.importing;

import org.jspecify.annotations.NullMarked;
