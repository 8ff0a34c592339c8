package credence.desktop.theme;

import java.util.Locale;

/// The colours a canvas may ask for, by meaning. Their values are in the theme's style sheets.
public enum Hue {
    SURFACE,
    TEXT,
    AXIS_TEXT,
    AXIS_LINE,
    GRID,
    ZERO_LINE,
    CURSOR,
    PROFIT,
    LOSS,
    EVEN,
    MEDIAN,
    BAND_50,
    BAND_90,
    BAND_EDGE,
    SEAM,
    RESET,
    OVERRIDE,
    CATEGORY_1,
    CATEGORY_2,
    CATEGORY_3,
    CATEGORY_4,
    CATEGORY_5,
    CATEGORY_6,
    CATEGORY_7,
    CATEGORY_8;

    /// The hue of the n-th thing of a kind, from 0; after eight the hues begin again.
    public static Hue category(int index) {
        return values()[CATEGORY_1.ordinal() + Math.floorMod(index, 8)];
    }

    /// The name in the style sheets.
    String property() {
        return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
