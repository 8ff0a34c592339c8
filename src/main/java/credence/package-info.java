/// Credence: how far each trading bot may be trusted, and why.
///
/// Only the entry point lives here; `credence.app` builds the object graph.
@NullMarked
package credence;

import org.jspecify.annotations.NullMarked;
