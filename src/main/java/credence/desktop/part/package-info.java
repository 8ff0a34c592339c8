/// Small building blocks that several screens share: buttons made from actions, empty states, help texts, figures.
/// Knows controls and actions; knows no service and no screen.
@NullMarked
package credence.desktop.part;

import org.jspecify.annotations.NullMarked;
