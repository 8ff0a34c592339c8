package credence.imports.formats.metatrader;

import credence.imports.NumberStyle;
import credence.imports.PageCell;
import credence.imports.PageRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of a report that stand behind their names: `Closed P/L: 90 066.64`, `Total net profit -1071.49`.
final class Labels {

    private final Map<String, String> values = new LinkedHashMap<>();

    /// Takes each word that is followed by a word that begins with a digit or sign; the first of a name counts.
    void add(PageRow row) {
        List<String> words =
                row.cells().stream().filter(c -> !c.hidden()).map(PageCell::text).toList();
        for (int i = 0; i + 1 < words.size(); i++) {
            String name = words.get(i);
            if (!name.isEmpty() && !words.get(i + 1).isEmpty()) {
                values.putIfAbsent(key(name), words.get(i + 1));
            }
        }
    }

    /// The text behind a name, empty when there is none.
    String text(String... names) {
        for (String name : names) {
            String value = values.get(key(name));
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /// The number behind a name, what stands in brackets after it left out; null when there is none.
    @Nullable BigDecimal number(String... names) {
        String text = text(names);
        int bracket = text.indexOf('(');
        try {
            return NumberStyle.POINT.read(bracket > 0 ? text.substring(0, bracket) : text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static String key(String name) {
        String s = name.strip().toLowerCase(Locale.ROOT);
        return s.endsWith(":") ? s.substring(0, s.length() - 1).strip() : s;
    }
}
