package credence.desktop.action;

import java.util.Locale;

/// Matching of typed text, as palette and filter fields do it.
public final class Words {

    private Words() {}

    /// Whether every word of `typed` occurs somewhere in `text`, whatever the case. Nothing typed matches everything.
    public static boolean match(String typed, String text) {
        String low = text.toLowerCase(Locale.ROOT);
        for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!low.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
