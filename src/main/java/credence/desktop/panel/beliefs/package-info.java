/// How beliefs came about: over time for one bot, side by side for several, and the learning history of all.
@NullMarked
package credence.desktop.panel.beliefs;

import org.jspecify.annotations.NullMarked;
