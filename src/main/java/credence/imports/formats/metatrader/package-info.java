/// MetaTrader 4 and 5: account statements, history and tester reports, and the CSV files that portals and scripts make of
/// them. Reports are pages or sheets; they are read by the shape of their rows, since their words are translated.
@NullMarked
package credence.imports.formats.metatrader;

import org.jspecify.annotations.NullMarked;
