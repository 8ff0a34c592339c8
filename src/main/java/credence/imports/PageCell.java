package credence.imports;

/// One cell of a page or sheet.
///
/// @param text without blanks around; no-break blanks are blanks
/// @param span columns it covers, at least 1
/// @param hidden whether a browser would not show it
/// @param bold whether it is written bold or is a heading
/// @param title what is shown when the mouse rests on it; may be empty
public record PageCell(String text, int span, boolean hidden, boolean bold, String title) {

    /// A plain cell of a sheet or a delimited file.
    public static PageCell of(String text) {
        return new PageCell(clean(text), 1, false, false, "");
    }

    /// The text without blanks around, its no-break blanks made blanks.
    static String clean(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }
}
