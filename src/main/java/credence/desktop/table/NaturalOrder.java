package credence.desktop.table;

import java.util.Locale;

/// Orders names as people do: letters without regard to case, runs of digits by their number (bot-2 before bot-10).
final class NaturalOrder {

    private NaturalOrder() {}

    /// A text that sorts by plain comparison as the name should: small letters, and before every run of digits (without
    /// its leading zeros) how long it is. Names that differ only in what is dropped here have equal keys.
    static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(lower.length() + 8);
        int i = 0;
        while (i < lower.length()) {
            int end = endOfDigits(lower, i);
            if (end == i) {
                key.append(lower.charAt(i++));
                continue;
            }
            while (i < end - 1 && lower.charAt(i) == '0') {
                i++;
            }
            // The zero keeps numbers where digits stand among the other characters.
            key.append('0').append((char) (end - i)).append(lower, i, end);
            i = end;
        }
        return key.toString();
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
