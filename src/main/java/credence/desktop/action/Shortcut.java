package credence.desktop.action;

import java.util.Locale;

/// Keys that do an action, in the spelling of JavaFX: `Shortcut+I`, `F1`, `Shortcut+Shift+F`. `Shortcut` is ⌘ on a Mac, else Ctrl.
///
/// A single character such as `?` means that character typed outside a text field.
public record Shortcut(String keys) {

    /// Whether the keys are one character to type rather than a combination.
    public boolean isCharacter() {
        return keys.length() == 1;
    }

    /// The keys as they are written on the keyboard.
    public String words(boolean mac) {
        String spelled = keys;
        if (mac) {
            return spelled.replace("Shortcut", "⌘")
                    .replace("Shift", "⇧")
                    .replace("Alt", "⌥")
                    .replace("+", "");
        }
        return spelled.replace("Shortcut", "Ctrl");
    }

    /// The keys in the words of the machine this runs on.
    public String words() {
        return words(System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac"));
    }
}
