package credence.core.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A listed option of the United States as the spelling of a symbol names it: root, expiry (YYMMDD), C or P, strike.
///
/// `AAPL260116C00200000` and padded `AAPL  260116C00200000` (OSI of the Options Clearing Corporation, strike in thousandths), `.AAPL260116C200`
/// (thinkorswim) and the same without the point. A root that ends in a digit is a contract adjusted after a split or merger, or a mini: its size is its own.
///
/// @param root of the class of options, up to 6 letters and digits
public record OptionCode(String root) {

    private static final Pattern OSI =
            Pattern.compile(
                    "(?:O:)?(?<root>[A-Z]{1,5}\\d?) {0,5}"
                            + "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[CP]\\d{8}");
    private static final Pattern DOTTED =
            Pattern.compile(
                    "\\.?(?<root>[A-Z]{1,5}\\d?)"
                        + "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[CP]\\d{1,5}(?:\\.\\d{1,3})?");

    /// Reads a source's spelling or a canonical symbol.
    public static Optional<OptionCode> of(String symbol) {
        String s = symbol.strip().toUpperCase(Locale.ROOT);
        Matcher m = OSI.matcher(s);
        if (!m.matches()) {
            m = DOTTED.matcher(s);
        }
        return m.matches() ? Optional.of(new OptionCode(m.group("root"))) : Optional.empty();
    }

    /// Whether a contract is not, or need not be, of 100 shares.
    public boolean adjusted() {
        return Character.isDigit(root.charAt(root.length() - 1));
    }
}
