package credence.cli;

import java.util.ArrayList;
import java.util.List;

/// Text measured in columns of a console: wide East Asian signs take two, combining marks none.
final class Cell {

    private Cell() {}

    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            width += width(sign);
            i += Character.charCount(sign);
        }
        return width;
    }

    /// Cut in the middle, where names of a family are alike, so that both ends stay readable.
    static String shorten(String text, int room) {
        if (width(text) <= room) {
            return text;
        }
        if (room <= 1) {
            return "…".substring(0, Math.max(0, room));
        }
        int ahead = (room - 1) / 2;
        return head(text, ahead) + "…" + tail(text, room - 1 - ahead);
    }

    /// Broken into lines at blanks; a word longer than a line is cut.
    static List<String> wrap(String text, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (width(rest) > room) {
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                String part = head(rest, room);
                lines.add(part);
                rest = rest.substring(part.length());
            }
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String head(String text, int room) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int sign = text.codePointAt(i);
            if (used + width(sign) > room && i > 0) {
                break;
            }
            used += width(sign);
            i += Character.charCount(sign);
        }
        return text.substring(0, i);
    }

    private static String tail(String text, int room) {
        int used = 0;
        int i = text.length();
        while (i > 0) {
            int sign = text.codePointBefore(i);
            if (used + width(sign) > room) {
                break;
            }
            used += width(sign);
            i -= Character.charCount(sign);
        }
        return text.substring(i);
    }

    private static int width(int sign) {
        int type = Character.getType(sign);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(sign)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> 2;
            default -> pictureOrFullWidth(sign) ? 2 : 1;
        };
    }

    private static boolean pictureOrFullWidth(int sign) {
        return (sign >= 0x1F300 && sign <= 0x1FAFF) || (sign >= 0xFF01 && sign <= 0xFF60);
    }
}
