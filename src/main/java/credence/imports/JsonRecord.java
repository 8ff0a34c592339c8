package credence.imports;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One object of a JSON document: a journal's row, with the refusals that name the field and its value.
public final class JsonRecord {

    private final int line;
    private final Map<String, Object> values;

    /// @param values texts of scalars, records and lists of records by name; what is null in the document is left out
    JsonRecord(int line, Map<String, Object> values) {
        this.line = line;
        this.values = values;
    }

    public int line() {
        return line;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// Text of a scalar; empty when there is none.
    public String text(String name) {
        return values.get(name) instanceof String s ? s.strip() : "";
    }

    /// Text of the first of several names that has one: names change from generation to generation.
    public String textOf(String... names) {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    public Optional<String> optionalText(String name) {
        String text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Whether a field says true.
    public boolean flag(String name) {
        String text = text(name);
        return text.equals("true") || text.equals("1");
    }

    /// The number in a field, exact; null when there is none.
    ///
    /// @throws RefusedRow when the field holds something else
    public @Nullable BigDecimal numberOrNull(String name) throws RefusedRow {
        String text = text(name);
        try {
            return NumberStyle.POINT.read(text);
        } catch (NumberFormatException _) {
            throw refuse(name, "This is not a number.", "Correct the file, or export it again.");
        }
    }

    /// @throws RefusedRow when the field is missing or holds no number
    public BigDecimal number(String name) throws RefusedRow {
        BigDecimal value = numberOrNull(name);
        if (value == null) {
            throw refuse(name, "The number is missing.", "Export the file again.");
        }
        return value;
    }

    /// @throws RefusedRow when the field holds no number above zero
    public BigDecimal positive(String name) throws RefusedRow {
        BigDecimal value = number(name);
        if (value.signum() <= 0) {
            throw refuse(name, "The number must be above zero.", "Export the file again.");
        }
        return value;
    }

    /// The objects in an array; none when there is no such array.
    public List<JsonRecord> records(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(JsonRecord.class::isInstance)
                .map(JsonRecord.class::cast)
                .toList();
    }

    /// The object in a field.
    public Optional<JsonRecord> inside(String name) {
        return values.get(name) instanceof JsonRecord record
                ? Optional.of(record)
                : Optional.empty();
    }

    /// All scalars by name, for the trader's own rules.
    public Map<String, String> scalars() {
        Map<String, String> texts = new TreeMap<>();
        values.forEach(
                (name, value) -> {
                    if (value instanceof String s) {
                        texts.put(name, s);
                    }
                });
        return texts;
    }

    public RefusedRow refuse(String name, String reason, String remedy) {
        return new RefusedRow(line, name, text(name), reason, remedy);
    }
}
