package credence.imports.formats.stocks;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.regex.Pattern;

/// thinkorswim, "Today's Trade Activity" as CSV.
///
/// - Sections `Working Orders`, `Filled Orders`, `Canceled Orders`, `Rolling Strategies`; only the filled ones are executions:
///   `,,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Price Improvement,Order Type`.
/// - Legs, quantities and prices as in the Account Statement. No fees at all.
public final class ThinkorswimToday implements JournalFormat {

    private static final Pattern FILLED =
            Pattern.compile(
                    "^\"?Filled Orders\"?,*\\s*$\\s*^[^\\n]*Exec Time,Spread,Side,Qty",
                    Pattern.MULTILINE);

    @Override
    public String id() {
        return "thinkorswim-today";
    }

    @Override
    public String title() {
        return "thinkorswim, Today's Trade Activity (CSV)";
    }

    @Override
    public String book() {
        return "Schwab";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return document.container() == Container.TEXT && FILLED.matcher(document.beginning()).find()
                ? new Detection(94, "It has thinkorswim's section “Filled Orders”.", null)
                : Detection.no("No section “Filled Orders” of thinkorswim.");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new TosSections(options, tally)
                .read(
                        document,
                        "Filled Orders",
                        title ->
                                title.contains("cancel")
                                        ? "cancelled order"
                                        : title.contains("working")
                                                ? "working order"
                                                : "row of another section (no trade)");
    }
}
