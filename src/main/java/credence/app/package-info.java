/// Composition root: builds the object graph by plain constructors, in the order in which things start.
/// The only place that knows every part: store, imports, lab, command line, desktop. Nobody knows it but the entry point.
@NullMarked
package credence.app;

import org.jspecify.annotations.NullMarked;
