package credence.desktop.shell;

import org.kordamp.ikonli.Ikon;

/// One line of the command palette.
///
/// @param words what is done or opened
/// @param detail the group it belongs to, or more about it
/// @param keys its shortcut in words, empty without one
/// @param refusal why it cannot be done now, empty when it can
record PaletteEntry(
        Ikon icon, String words, String detail, String keys, String refusal, Runnable deed) {}
