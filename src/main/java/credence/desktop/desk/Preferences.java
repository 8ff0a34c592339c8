package credence.desktop.desk;

import credence.desktop.theme.Figures;
import credence.desktop.theme.ResultColours;
import credence.desktop.theme.ThemeChoice;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// How the trader likes to look at things; remembered at once, moves no belief.
public final class Preferences {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Memory memory;
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<ResultColours> resultColours;
    private final ObjectProperty<ZoneId> zone;
    private final ObservableValue<Figures> figures;

    /// @param locale decides decimal sign and grouping of figures
    public Preferences(Memory memory, Locale locale) {
        this.memory = memory;
        this.theme = remembered("theme", ThemeChoice.SYSTEM, ThemeChoice::valueOf);
        this.resultColours =
                remembered("result-colours", ResultColours.BLUE_ORANGE, ResultColours::valueOf);
        this.zone = remembered("zone", UTC, ZoneId::of);
        this.figures = zone.map(z -> new Figures(locale, z));
    }

    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    public ObjectProperty<ResultColours> resultColours() {
        return resultColours;
    }

    /// Zone in which times are shown; learning knows only UTC.
    public ObjectProperty<ZoneId> zone() {
        return zone;
    }

    /// Writes figures and times as preferred.
    public ObservableValue<Figures> figures() {
        return figures;
    }

    private <T> ObjectProperty<T> remembered(String name, T otherwise, Function<String, T> parse) {
        T first = memory.get(name).flatMap(text -> parsed(text, parse)).orElse(otherwise);
        ObjectProperty<T> property = new SimpleObjectProperty<>(this, name, first);
        property.subscribe((_, now) -> memory.put(name, String.valueOf(now)));
        return property;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
