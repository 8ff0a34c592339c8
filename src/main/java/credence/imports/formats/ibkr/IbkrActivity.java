package credence.imports.formats.ibkr;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Interactive Brokers, Activity Statement as CSV (also of brokers that resell it).
///
/// - Sections: the first cell is the section's name (translated), the second `Header`, `Data`, `SubTotal`, `Total` or `Notes`
///   (never translated). A section has one header per kind of instrument. Comma, decimal point, thousands in quotes.
/// - Trades: `DataDiscriminator` is `Order` (the whole order), `Trade` (one execution) or `ClosedLot` (a lot used up; date only,
///   opposite sign). An order and its executions are the same thing: the executions are taken where there are any.
/// - Layouts: with or without Exchange, Account (several accounts), C. Price, MTM P/L, Realized P/L %; futures have Notional Value
///   for Proceeds; forex has `Comm in USD`, in the base currency.
/// - Quantity is signed; proceeds have the other sign; commissions are negative when paid; codes are joined by `;`
///   (O opens, C closes, Ca cancels, AFx converts automatically).
/// - Realized P/L is **after the commissions** of both sides: proceeds, commission and basis of the closing row added up, the basis with
///   commission and tax of the opening (IBKR, Reporting Reference, “Trades”).
/// - Times are the account's own, without a zone. No ids, no order reference: no bot.
/// - Lots and order sums that contradict their trades, and dates that are none, refuse the whole statement: it was edited.
public final class IbkrActivity implements JournalFormat {

    private static final Pattern TRADES =
            Pattern.compile(
                    "^\"?[^\",\\n]{1,60}\"?,\"?Data\"?,\"?(?:Order|Trade|Execution)\"?,",
                    Pattern.MULTILINE);
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "^\"?[^\",\\n]{1,60}\"?,\"?Header\"?,\"?DataDiscriminator\"?,",
                    Pattern.MULTILINE);

    @Override
    public String id() {
        return "ibkr-activity";
    }

    @Override
    public String title() {
        return "Interactive Brokers, Activity Statement (CSV)";
    }

    @Override
    public String book() {
        return "Interactive Brokers";
    }

    @Override
    public Detection detect(Document document) {
        if (document.container() != Container.TEXT) {
            return Detection.no("An Activity Statement is a CSV file.");
        }
        Matcher header = STATEMENT.matcher(document.beginning());
        if (!header.find()) {
            return Detection.no(
                    "No section of an Interactive Brokers Activity Statement"
                            + " (…,Header,DataDiscriminator,…).");
        }
        Matcher m = TRADES.matcher(document.beginning());
        if (!m.find()) {
            return new Detection(
                    30, "An Interactive Brokers Activity Statement without a trade in it.", null);
        }
        long line = document.beginning().substring(0, m.start()).lines().count() + 1;
        return new Detection(
                96,
                "Line " + line + " is a trade of an Interactive Brokers Activity Statement.",
                null);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        if (!detection.recognised()) {
            throw new UnreadableFile(
                    detection.reason(),
                    "Choose a period with trades, and tick the section Trades.");
        }
        ZoneId zone =
                TimeColumn.required(
                        options,
                        "The times of an Interactive Brokers statement are those of the account"
                                + " (America/New_York unless you changed it)");
        tally.zone(zone);
        new ActivityReader(options, tally, zone).read(document.records(','));
    }
}
