package credence.imports.formats;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;

import java.util.ArrayList;
import java.util.List;

/// Recognises one of Credence's own CSV formats by its column names, in any order.
///
/// @param what the rows in words: "fills"
/// @param needed columns without which nothing can be read
/// @param owned columns that the user may give for the whole file instead
record CredenceHeader(String what, List<String> needed, List<String> owned) {

    private static final int SURE = 90;
    private static final int WITHOUT_OWNER = 60;
    private static final int NEARLY = 20;

    Detection detect(Document document) {
        HeaderPlace place = document.header(this::present);
        if (place == null || present(place.header()) * 2 < needed.size()) {
            return Detection.no(
                    "No header of Credence " + what + " (" + String.join(", ", needed) + ").");
        }
        List<String> missing = missing(place.header(), needed);
        String where = "The header in line " + place.line();
        if (!missing.isEmpty()) {
            return new Detection(
                    NEARLY,
                    where
                            + " looks like Credence "
                            + what
                            + " without "
                            + String.join(", ", missing)
                            + ".",
                    place);
        }
        if (place.header().has("date")) {
            return new Detection(
                    NEARLY,
                    where
                            + " looks like Credence "
                            + what
                            + ", but has the date in a column of its own.",
                    place);
        }
        List<String> toBeGiven = missing(place.header(), owned);
        String columns = String.join(", ", needed) + "; separated by " + place.separatorName();
        return toBeGiven.isEmpty()
                ? new Detection(
                        SURE, where + " is that of Credence " + what + " (" + columns + ").", place)
                : new Detection(
                        WITHOUT_OWNER,
                        where
                                + " is that of Credence "
                                + what
                                + " ("
                                + columns
                                + ") but for "
                                + String.join(", ", toBeGiven)
                                + ".",
                        place);
    }

    private int present(Header header) {
        return needed.size() - missing(header, needed).size();
    }

    private static List<String> missing(Header header, List<String> names) {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!header.has(name)) {
                missing.add(name);
            }
        }
        return missing;
    }
}
