package credence.imports.formats.stocks;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.regex.Pattern;

/// thinkorswim (Schwab, formerly TD Ameritrade), Account Statement as CSV.
///
/// - Sections with a title line and a header each. `Account Trade History` has the executions:
///   `,Exec Time,Spread,Side,Qty,Pos Effect,Symbol,Exp,Strike,Type,Price,Net Price,Order Type`, newest first, `M/d/yy H:mm:ss`.
/// - A spread is one row with time and net price, and one row a further leg without time; their Net Price says CREDIT or DEBIT.
/// - Quantities are signed (`+20`), prices lack the zero (`.05`), references stand as `="5319289492"`.
/// - Fees stand in `Cash Balance` (and `Futures Statements`) only, joined by time, size and net price.
/// - Options that expire stand in `Cash Balance` alone ([TosRemoval]); exercised and assigned ones are not read.
/// - Times are the program's own zone; the zone in the opening balance is the server's. No bot field, no ids of executions.
public final class ThinkorswimStatement implements JournalFormat {

    private static final Pattern HISTORY =
            Pattern.compile(
                    "^\"?Account Trade History\"?,*\\s*$\\s*^[^\\n]*Exec Time,Spread,Side,Qty",
                    Pattern.MULTILINE);

    @Override
    public String id() {
        return "thinkorswim-statement";
    }

    @Override
    public String title() {
        return "thinkorswim, Account Statement (CSV)";
    }

    @Override
    public String book() {
        return "Schwab";
    }

    @Override
    public Detection detect(Document document) {
        return document.container() == Container.TEXT && hasHistory(document)
                ? new Detection(95, "It has thinkorswim's section “Account Trade History”.", null)
                : Detection.no("No section “Account Trade History” of thinkorswim.");
    }

    /// The trades may stand behind a year of the cash balance; only a statement is worth looking through for them.
    private static boolean hasHistory(Document document) {
        String beginning = document.beginning();
        return HISTORY.matcher(beginning).find()
                || (beginning.contains("Account Statement for")
                        && HISTORY.matcher(document.text()).find());
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new TosSections(options, tally)
                .read(
                        document,
                        "Account Trade History",
                        title ->
                                title.equals("cash balance")
                                        ? "row of the cash balance (fees are taken from it)"
                                        : "row of another section (no trade)");
    }
}
