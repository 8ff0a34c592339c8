package credence.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes JSON, byte for byte the same for the same content; numbers as the shortest decimal that is the same double.
final class JsonText {

    private final Map<String, Object> members = new LinkedHashMap<>();

    JsonText put(String name, Object value) {
        members.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        return this;
    }

    JsonText put(String name, List<JsonText> values) {
        members.put(name, new ArrayList<>(values));
        return this;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        write(this, "", out);
        return out.append('\n').toString();
    }

    private static void write(Object value, String indent, StringBuilder out) {
        switch (value) {
            case JsonText object -> {
                String inner = indent + "  ";
                String separator = "{\n";
                for (Map.Entry<String, Object> member : object.members.entrySet()) {
                    out.append(separator).append(inner);
                    quote(member.getKey(), out);
                    out.append(": ");
                    write(member.getValue(), inner, out);
                    separator = ",\n";
                }
                out.append(object.members.isEmpty() ? "{}" : "\n" + indent + "}");
            }
            case List<?> list -> {
                String inner = indent + "  ";
                String separator = "[\n";
                for (Object element : list) {
                    out.append(separator).append(inner);
                    write(element, inner, out);
                    separator = ",\n";
                }
                out.append(list.isEmpty() ? "[]" : "\n" + indent + "]");
            }
            case Double number -> out.append(number(number));
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            default -> quote(value.toString(), out);
        }
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        return java.math.BigDecimal.valueOf(value).toPlainString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        text.chars()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                out.append('\\').append((char) c);
                            } else if (c < 0x20) {
                                out.append("\\u00")
                                        .append(Character.forDigit(c >> 4, 16))
                                        .append(Character.forDigit(c & 15, 16));
                            } else {
                                out.append((char) c);
                            }
                        });
        out.append('"');
    }
}
