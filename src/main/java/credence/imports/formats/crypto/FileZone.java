package credence.imports.formats.crypto;

import credence.imports.DateOrder;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.imports.ZoneNames;
import credence.service.port.ImportOptions;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In which zone an exchange's export tells times: by the name of the column, where it says so (`Date(UTC)`, `Time(UTC+8)`); else
/// by the file's own name, where the exchange writes it there (`…(UTC+3).csv`, `…(UTC--6).csv`); else what the trader says.
final class FileZone {

    private static final Pattern IN_NAME =
            Pattern.compile("\\((?:UTC|GMT)(?:-?([+\\-])(\\d{1,2})(?::?(\\d{2}))?)?\\)");

    private FileZone() {}

    /// For an export that is in UTC unless its column says otherwise.
    static TimeColumn utc(ExchangeFile file, int column) {
        String name = file.header().name(column);
        return TimeColumn.known(
                name,
                DateOrder.YEAR_FIRST,
                ZoneNames.inColumn(name).orElse(ZoneOffset.UTC),
                file.tally());
    }

    /// For an export whose zone the trader chose.
    ///
    /// @param whose times these are, for the question: "Binance's spot trades are in the zone that was chosen for the export"
    /// @throws UnreadableFile when neither the column, nor the file's name, nor the trader says it
    static TimeColumn said(ExchangeFile file, int column, String fileName, String whose)
            throws UnreadableFile {
        String name = file.header().name(column);
        return TimeColumn.known(
                name,
                DateOrder.YEAR_FIRST,
                zone(name, fileName, file.options(), whose),
                file.tally());
    }

    static ZoneId zone(String column, String fileName, ImportOptions options, String whose)
            throws UnreadableFile {
        Optional<ZoneId> stated =
                ZoneNames.inColumn(column).or(options::zone).or(() -> inFileName(fileName));
        return stated.isPresent() ? stated.get() : TimeColumn.required(options, whose);
    }

    static Optional<ZoneId> inFileName(String fileName) {
        Matcher m = IN_NAME.matcher(fileName);
        if (!m.find()) {
            return Optional.empty();
        }
        if (m.group(1) == null) {
            return Optional.of(ZoneOffset.UTC);
        }
        String minutes = m.group(3) == null ? "" : ":" + m.group(3);
        return ZoneNames.of(m.group(1) + m.group(2) + minutes);
    }

    /// Years of two digits in front (`26-03-17 09:34:12`) are of this century; a time of day in front of its day is turned round
    /// (`14:35 2024-11-16`).
    static String unfolded(String time) {
        String s = time.strip();
        int dash = s.indexOf('-');
        if (dash == 2 && s.length() > 5 && s.charAt(5) == '-') {
            return "20" + s;
        }
        int blank = s.indexOf(' ');
        int colon = s.indexOf(':');
        return colon > 0 && blank > colon && s.indexOf(':', blank) < 0
                ? s.substring(blank + 1) + " " + s.substring(0, blank)
                : s;
    }
}
