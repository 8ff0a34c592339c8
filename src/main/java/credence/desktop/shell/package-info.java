/// The window around the screens: side bar, top strip, status bar, command palette, shortcuts, help, drag and drop,
/// and what happens when something unexpected fails. Puts the screens together; shows no figures of its own but
/// those of the strip and the status bar.
@NullMarked
package credence.desktop.shell;

import org.jspecify.annotations.NullMarked;
