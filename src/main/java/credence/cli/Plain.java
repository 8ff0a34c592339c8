package credence.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/// Text as a console may show it.
final class Plain {

    private static final Map<Character, String> STAND_INS =
            Map.ofEntries(
                    Map.entry('−', "-"),
                    Map.entry('–', "-"),
                    Map.entry('—', "-"),
                    Map.entry('…', "~"),
                    Map.entry('·', "|"),
                    Map.entry('×', "x"),
                    Map.entry('≥', ">="),
                    Map.entry('≤', "<="),
                    Map.entry('½', "1/2"),
                    Map.entry('“', "\""),
                    Map.entry('”', "\""),
                    Map.entry('’', "'"),
                    Map.entry('\u00a0', " "));

    private Plain() {}

    /// The text without signs that steer a terminal, in signs that the encoding has.
    static String safe(String text, Charset charset) {
        return encodable(visible(text), charset);
    }

    /// Control and direction signs replaced by `?`, so that a name from a file cannot move the cursor or turn a line around.
    static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean bad =
                    Character.isISOControl(c)
                            || (c >= '\u202a' && c <= '\u202e')
                            || (c >= '\u2066' && c <= '\u2069')
                            || c == '\u2028'
                            || c == '\u2029';
            if (bad && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (out != null) {
                out.append(bad ? '?' : c);
            }
        }
        return out == null ? text : out.toString();
    }

    static String encodable(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(encoder.canEncode(c) ? String.valueOf(c) : STAND_INS.getOrDefault(c, "?"));
        }
        return out.toString();
    }
}
