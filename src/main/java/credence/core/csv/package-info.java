/// Writes rows as Credence's own CSV formats: fills, trades, predictions, bars.
/// Text only, to any `Appendable`; what is written here the importer reads back as the same rows.
@NullMarked
package credence.core.csv;

import org.jspecify.annotations.NullMarked;
