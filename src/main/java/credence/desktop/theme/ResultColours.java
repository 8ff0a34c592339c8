package credence.desktop.theme;

/// The two hues of profit and loss. Hue is never the only sign of either: sign, arrow or place always says it too.
public enum ResultColours {
    /// Told apart by nearly everybody.
    BLUE_ORANGE,
    /// What many traders are used to; not for the red-green blind.
    RED_GREEN
}
