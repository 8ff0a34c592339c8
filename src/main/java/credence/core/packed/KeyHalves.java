package credence.core.packed;

import credence.core.fact.RowKey;

import java.util.HexFormat;

/// A row key as two numbers.
///
/// @param exact whether [#key()] gives the key again; if not, the halves only stand for it
public record KeyHalves(long high, long low, boolean exact) {

    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 16;

    public static KeyHalves of(RowKey key) {
        boolean exact = isHex(key.value());
        String digits = exact ? key.value() : RowKey.ofNativeId("", "", "", key.value()).value();
        return new KeyHalves(
                HexFormat.fromHexDigitsToLong(digits, 0, DIGITS),
                HexFormat.fromHexDigitsToLong(digits, DIGITS, 2 * DIGITS),
                exact);
    }

    static RowKey key(long high, long low) {
        return new RowKey(HEX.toHexDigits(high) + HEX.toHexDigits(low));
    }

    private static boolean isHex(String text) {
        if (text.length() != 2 * DIGITS) {
            return false;
        }
        for (int i = 0; i < 2 * DIGITS; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
