package credence.imports.formats.crypto;

import credence.imports.Document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The user id in the line that Bybit and OKX put in front of the header.
final class BybitUid {

    private static final Pattern UID = Pattern.compile("^\\W*UID:\\s*(\\d+)");

    private BybitUid() {}

    /// Empty when the file has no such line.
    static String of(Document document) {
        String text = document.beginning();
        Matcher m = UID.matcher(text.substring(0, Math.min(text.length(), 200)));
        return m.find() ? m.group(1) : "";
    }
}
