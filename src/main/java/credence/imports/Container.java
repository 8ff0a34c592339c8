package credence.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What kind of thing a file is, by its first bytes; never by its name.
public enum Container {
    EMPTY("an empty file"),
    /// Text that is no mark-up: most likely separated values.
    TEXT("a text file"),
    HTML("a web page (HTML)"),
    XML("an XML file"),
    JSON("a JSON file"),
    ZIP("a ZIP archive"),
    /// A ZIP archive that holds a workbook; told by its parts, not by its first bytes.
    XLSX("an Excel workbook (.xlsx)"),
    GZIP("a compressed file (.gz)"),
    PDF("a PDF document"),
    IMAGE("a picture"),
    DATABASE("a database file"),
    EXCEL_OLD("an old Excel workbook (.xls)"),
    BINARY("not a text file");

    private final String words;

    Container(String words) {
        this.words = words;
    }

    /// The kind in words, with its article: "a web page (HTML)".
    public String words() {
        return words;
    }

    /// @param head the first bytes of the file
    /// @param length how many of them count
    static Container of(byte[] head, int length) {
        if (length == 0) {
            return EMPTY;
        }
        if (starts(head, length, "PK\3\4") || starts(head, length, "PK\5\6")) {
            return ZIP;
        }
        if (length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            return GZIP;
        }
        if (starts(head, length, "%PDF")) {
            return PDF;
        }
        if (starts(head, length, "\u0089PNG")
                || starts(head, length, "\u00FF\u00D8\u00FF")
                || starts(head, length, "GIF8")) {
            return IMAGE;
        }
        if (starts(head, length, "SQLite format 3") || starts(head, length, "H:2,block")) {
            return DATABASE;
        }
        if (starts(head, length, "\u00D0\u00CF\u0011\u00E0")) {
            return EXCEL_OLD;
        }
        Encoding encoding = Encoding.guess(head, length);
        if (encoding == Encoding.UTF_8 && binary(head, length)) {
            return BINARY;
        }
        int bom = encoding.bomLength(head, length);
        return markup(new String(head, bom, Math.min(length - bom, 4096), encoding.charset()));
    }

    private static Container markup(String text) {
        String s = text.stripLeading();
        if (s.startsWith("{") || s.startsWith("[")) {
            return JSON;
        }
        if (!s.startsWith("<")) {
            return TEXT;
        }
        String lower = s.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html")
                        || lower.contains("<html")
                        || lower.contains("<table")
                ? HTML
                : XML;
    }

    /// A NUL, or one control character in twenty, is no text.
    private static boolean binary(byte[] head, int length) {
        int control = 0;
        for (int i = 0; i < length; i++) {
            byte b = head[i];
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                control++;
            }
        }
        return control * 20 > length;
    }

    private static boolean starts(byte[] head, int length, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
