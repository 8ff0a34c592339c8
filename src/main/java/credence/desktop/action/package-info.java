/// Actions: everything the trader can do, each defined once, for menus, buttons, palette, shortcuts and tests alike.
/// Knows no control and no service.
@NullMarked
package credence.desktop.action;

import org.jspecify.annotations.NullMarked;
