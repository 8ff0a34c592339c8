package credence.imports;

import java.util.Locale;

/// Pieces of files as they are quoted in messages.
public final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    /// At most 200 characters, control characters made visible.
    public static String cut(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder out = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            out.append(c < ' ' || c == 0x7F ? ' ' : c);
        }
        return end < text.length() ? out.append('…').toString() : out.toString();
    }

    /// `256 MB`, `1.4 GB`, `312 bytes`; a MB is 2²⁰ bytes.
    static String bytes(long n) {
        if (n < 10_000) {
            return n + " bytes";
        }
        double mega = n / 1048576.0;
        return mega < 1000
                ? String.format(Locale.ROOT, mega < 10 ? "%.1f MB" : "%.0f MB", mega)
                : String.format(Locale.ROOT, "%.1f GB", mega / 1024);
    }
}
