/// The open workspace as the screens see it: its state on the JavaFX thread, the trades of that state, and the one
/// selection of bots, time span and symbol that every screen follows. Knows services and no screen.
@NullMarked
package credence.desktop.desk;

import org.jspecify.annotations.NullMarked;
