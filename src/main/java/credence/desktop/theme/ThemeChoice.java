package credence.desktop.theme;

/// Light, dark, or whatever the operating system shows at the moment.
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
}
