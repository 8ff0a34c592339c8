/// One class a format; its header comment holds the facts of the format. A format recognises files by content and says why,
/// names every row it does not take, and never drops one silently.
@NullMarked
package credence.imports.formats;

import org.jspecify.annotations.NullMarked;
