package credence.desktop.theme;

import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Hands the style sheets' colours to whoever draws on a canvas.
///
/// An invisible child of the drawing node: it takes part in styling, so a change of theme reaches the canvas
/// like any other node. Before the first styling every colour is transparent.
public final class Ink extends Region {

    private static final Map<Hue, CssMetaData<Ink, Color>> META = meta();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<Hue, StyleableObjectProperty<Color>> colours = new EnumMap<>(Hue.class);
    private final Runnable changed;
    private boolean announced;

    /// @param changed called once after a restyling that changed a colour, before the next frame is drawn
    public Ink(Runnable changed) {
        this.changed = changed;
        for (Hue hue : Hue.values()) {
            StyleableObjectProperty<Color> colour =
                    new SimpleStyleableObjectProperty<>(
                            META.get(hue), this, hue.name(), Color.TRANSPARENT);
            colour.addListener((source, before, now) -> announce());
            colours.put(hue, colour);
        }
        getStyleClass().add("ink");
        setManaged(false);
        setMouseTransparent(true);
    }

    public Color colour(Hue hue) {
        StyleableObjectProperty<Color> colour = colours.get(hue);
        return colour == null ? Color.TRANSPARENT : colour.get();
    }

    // Many hues change in one restyling; the node's own layout comes after all of them.
    private void announce() {
        if (!announced) {
            announced = true;
            setNeedsLayout(true);
            if (getParent() != null) {
                getParent().requestLayout();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (announced) {
            announced = false;
            changed.run();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static Map<Hue, CssMetaData<Ink, Color>> meta() {
        Map<Hue, CssMetaData<Ink, Color>> meta = new EnumMap<>(Hue.class);
        for (Hue hue : Hue.values()) {
            meta.put(hue, new ColourMeta(hue));
        }
        return Collections.unmodifiableMap(meta);
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all =
                new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(META.values());
        return Collections.unmodifiableList(all);
    }

    private static final class ColourMeta extends CssMetaData<Ink, Color> {

        private final Hue hue;

        ColourMeta(Hue hue) {
            super(hue.property(), StyleConverter.getColorConverter(), Color.TRANSPARENT);
            this.hue = hue;
        }

        @Override
        public boolean isSettable(Ink ink) {
            StyleableObjectProperty<Color> colour = ink.colours.get(hue);
            return colour != null && !colour.isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Ink ink) {
            StyleableObjectProperty<Color> colour = ink.colours.get(hue);
            if (colour == null) {
                throw new IllegalStateException("no colour for " + hue);
            }
            return colour;
        }
    }
}
