/// The trust board: whom to believe today, how sure that is, and why.
@NullMarked
package credence.desktop.panel.overview;

import org.jspecify.annotations.NullMarked;
