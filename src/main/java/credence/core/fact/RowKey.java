package credence.core.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Identity of a row of a source (`rules.md` 8): never the file, the batch, the raw header or the P&L.
///
/// @param value 32 hexadecimal digits: the first 128 bits of SHA-256 over the identifying fields
public record RowKey(String value) implements Comparable<RowKey> {

    /// Key of a row that carries an id of its own, scoped to kind, account and bot.
    public static RowKey ofNativeId(String kind, String account, String bot, String nativeId) {
        return hash("id", kind, account, bot, nativeId);
    }

    /// Key of a row without an id: its content and the ordinal among rows of equal content, first 0.
    ///
    /// Decimals must be given in one canonical spelling, see [#canonical(java.math.BigDecimal)].
    public static RowKey ofContent(
            String kind, String account, String bot, int ordinal, String... content) {
        String[] parts = new String[content.length + 5];
        parts[0] = "content";
        parts[1] = kind;
        parts[2] = account;
        parts[3] = bot;
        parts[4] = Integer.toString(ordinal);
        System.arraycopy(content, 0, parts, 5, content.length);
        return hash(parts);
    }

    /// One spelling for equal decimals: 1.50 and 1.5 are the same price.
    public static String canonical(java.math.BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static RowKey hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // Lengths in front keep ("a", "bc") and ("ab", "c") apart.
                digest.update((byte) (bytes.length >>> 8));
                digest.update((byte) bytes.length);
                digest.update(bytes);
            }
            return new RowKey(HexFormat.of().formatHex(digest.digest(), 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(RowKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
