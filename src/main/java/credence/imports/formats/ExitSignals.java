package credence.imports.formats;

import credence.core.fact.ExitReason;

import java.util.Locale;

/// What the name of a closing order says about why a trade ended: only what cannot be mistaken, else SIGNAL.
///
/// "stop" alone says nothing: reversals enter by stop orders too.
final class ExitSignals {

    private ExitSignals() {}

    static ExitReason reason(String signal) {
        String words = words(signal);
        boolean profit = has(words, "tp") || has(words, "take profit") || has(words, "takeprofit");
        boolean loss = has(words, "sl") || has(words, "stop loss") || has(words, "stoploss");
        boolean time =
                has(words, "timeout")
                        || has(words, "time out")
                        || has(words, "time exit")
                        || has(words, "time stop");
        if (profit && !loss && !time) {
            return ExitReason.TP;
        }
        if (loss && !profit && !time) {
            return ExitReason.SL;
        }
        return time && !profit && !loss ? ExitReason.TIME : ExitReason.SIGNAL;
    }

    /// Lower case, everything but letters a blank; digits go, so that `TP1` is `tp`.
    private static String words(String signal) {
        StringBuilder out = new StringBuilder(signal.length() + 2).append(' ');
        for (char c : signal.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(c)) {
                out.append(c);
            } else if (out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.charAt(out.length() - 1) == ' ' ? out.toString() : out.append(' ').toString();
    }

    private static boolean has(String words, String word) {
        return words.contains(" " + word + " ");
    }
}
