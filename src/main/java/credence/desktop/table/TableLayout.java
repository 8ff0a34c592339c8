package credence.desktop.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a table is arranged, as one line of text for the settings.
///
/// @param columns in display order
/// @param sort most important first
record TableLayout(List<Place> columns, List<Sort> sort) {

    TableLayout {
        columns = List.copyOf(columns);
        sort = List.copyOf(sort);
    }

    /// @param width in pixels
    record Place(String id, int width, boolean visible) {}

    record Sort(String id, boolean ascending) {}

    /// `name 120 +;trades 60 -|trades -`
    String encode() {
        List<String> places =
                columns.stream()
                        .map(
                                place ->
                                        place.id()
                                                + " "
                                                + place.width()
                                                + " "
                                                + (place.visible() ? "+" : "-"))
                        .toList();
        List<String> sorts =
                sort.stream().map(key -> key.id() + " " + (key.ascending() ? "+" : "-")).toList();
        return String.join(";", places) + "|" + String.join(";", sorts);
    }

    /// Empty for a text that is not a layout: a table then starts as it was built.
    static Optional<TableLayout> decode(String text) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            return Optional.empty();
        }
        try {
            List<Place> places = new ArrayList<>();
            for (String part : parts(text.substring(0, bar))) {
                String[] words = part.split(" ");
                places.add(new Place(words[0], Integer.parseInt(words[1]), words[2].equals("+")));
            }
            List<Sort> sorts = new ArrayList<>();
            for (String part : parts(text.substring(bar + 1))) {
                String[] words = part.split(" ");
                sorts.add(new Sort(words[0], words[1].equals("+")));
            }
            return Optional.of(new TableLayout(places, sorts));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }
}
