package credence.core.value;

import java.util.Locale;

/// A traded instrument in canonical form: upper case, no separators, no exchange prefix, no contract suffix.
///
/// `BINANCE:ETH/USDT.P`, `eth-usdt`, `BTC/USDT:USDT` (settlement coin) and `ETHUSDT` style names of one instrument meet here, so that
/// bars and trades of different sources find each other. Source spellings beyond that are aliases in configuration.
///
/// @param name canonical name, not empty
public record Symbol(String name) implements Comparable<Symbol> {

    public Symbol {
        if (name.isBlank()) {
            throw new IllegalArgumentException("symbol is blank");
        }
    }

    /// Reads any source spelling into the canonical form.
    ///
    /// @throws IllegalArgumentException when nothing is left of the text
    public static Symbol of(String text) {
        String s = text.strip().toUpperCase(Locale.ROOT);
        int prefix = s.indexOf(':');
        if (prefix >= 0) {
            // EXCHANGE:SYMBOL has the venue in front; PAIR/QUOTE:SETTLE has the settlement coin
            // behind.
            s =
                    s.substring(0, prefix).contains("/")
                            ? s.substring(0, prefix)
                            : s.substring(prefix + 1);
        }
        if (s.endsWith(".P") || s.endsWith(".PERP")) {
            s = s.substring(0, s.lastIndexOf('.'));
        } else if (s.endsWith("-PERP") || s.endsWith("_PERP")) {
            s = s.substring(0, s.length() - 5);
        }
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (c == '.' || c == '!' || c == '#' || c == '&') {
                out.append(c);
            }
        }
        return new Symbol(out.toString());
    }

    @Override
    public int compareTo(Symbol other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
