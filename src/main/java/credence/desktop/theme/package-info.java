/// How the program looks and how it writes figures: light and dark theme, semantic colours, number and time formats.
/// Colours live in style sheets only; nothing here knows a screen, a chart or a table.
@NullMarked
package credence.desktop.theme;

import org.jspecify.annotations.NullMarked;
