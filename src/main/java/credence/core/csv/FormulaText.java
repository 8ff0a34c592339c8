package credence.core.csv;

import java.util.regex.Pattern;

/// Text that spreadsheets would take for a formula, and run: `=HYPERLINK(…)`, `@SUM(A1)`, `+cmd|…`. An apostrophe in front makes it text
/// again; it is taken off when the file is read. Numbers with a sign are none.
public final class FormulaText {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9.,]+(?:[eE][+-]?[0-9]+)?(?: ?(?:%|[A-Za-z]{1,8}))?");

    private FormulaText() {}

    /// As it is written. What already looks guarded gets one apostrophe more, so that reading gives back what was.
    public static String guarded(String text) {
        return isFormula(text) ? '\'' + text : text;
    }

    /// As it was meant.
    public static String plain(String written) {
        return !written.isEmpty() && written.charAt(0) == '\'' && isFormula(written)
                ? written.substring(1)
                : written;
    }

    /// Whether a formula begins behind any apostrophes.
    private static boolean isFormula(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' ->
                    at + 1 < text.length() && !NUMBER.matcher(text.substring(at)).matches();
            default -> false;
        };
    }
}
