package credence.imports;

import java.util.ArrayList;
import java.util.List;

/// Recognises a broker's delimited export by the names of its columns, in any order and case.
///
/// @param what the export in words: "Kraken's trades"
/// @param needed columns that all of its files have; a name that ends in `*` may go on (`Time(UTC*`), and `a|b` is either
public record HeaderFingerprint(String what, List<List<String>> needed) {

    private static final int NEARLY = 20;

    public static HeaderFingerprint of(String what, String... needed) {
        List<List<String>> columns = new ArrayList<>();
        for (String column : needed) {
            List<String> spellings = new ArrayList<>();
            for (String spelling : column.split("\\|", -1)) {
                spellings.add(Header.key(spelling));
            }
            columns.add(List.copyOf(spellings));
        }
        return new HeaderFingerprint(what, List.copyOf(columns));
    }

    /// Surer the more columns the fingerprint has, so that of two formats the more particular one reads a file.
    public Detection detect(Document document) {
        HeaderPlace place = document.header(this::present);
        int found = place == null ? 0 : present(place.header());
        if (place == null || found * 3 < needed.size() * 2) {
            return Detection.no("No header of " + what + ".");
        }
        if (found < needed.size()) {
            return new Detection(
                    NEARLY,
                    "The header in line "
                            + place.line()
                            + " looks like "
                            + what
                            + " without "
                            + String.join(", ", missing(place.header()))
                            + ".",
                    place);
        }
        return new Detection(
                Math.min(70 + 3 * needed.size(), 99),
                "The header in line "
                        + place.line()
                        + " is that of "
                        + what
                        + "; separated by "
                        + place.separatorName()
                        + ".",
                place);
    }

    private int present(Header header) {
        int n = 0;
        for (List<String> spellings : needed) {
            n += has(header, spellings) ? 1 : 0;
        }
        return n;
    }

    private List<String> missing(Header header) {
        return needed.stream().filter(c -> !has(header, c)).map(List::getFirst).toList();
    }

    private static boolean has(Header header, List<String> spellings) {
        for (String key : spellings) {
            if (key.endsWith("*")
                    ? header.hasKeyFrom(key.substring(0, key.length() - 1))
                    : header.hasKey(key)) {
                return true;
            }
        }
        return false;
    }
}
