package credence.imports.formats.ibkr;

import credence.imports.Container;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.regex.Pattern;

/// Interactive Brokers, Transaction History as CSV.
///
/// - Sections as in an Activity Statement: `Statement`, `Summary`, `Transaction History`. Names of fields and types are translated,
///   their order is not; the header `Gross Amount ` ends in a blank.
/// - `Date,Account,Description,Transaction Type,Symbol,Quantity,Price,[Price Currency,]Gross Amount,Commission,Net Amount`;
///   a day and no time; `-` for empty; newest first; the account is masked.
/// - Amounts are in the base currency, the price is not. A footnote behind an amount, `(1)`, marks the notional value of futures.
/// - Quantity is signed; commissions are negative when paid. Dividends, interest, taxes, deposits stand among the trades.
/// - `Forex Trade Component` is a currency conversion. No ids, no order reference.
public final class IbkrTransactions implements JournalFormat {

    private static final Pattern HEADER =
            Pattern.compile("^\"?Transaction History\"?,\"?Header\"?,[^\\n]*", Pattern.MULTILINE);

    @Override
    public String id() {
        return "ibkr-transactions";
    }

    @Override
    public String title() {
        return "Interactive Brokers, Transaction History (CSV)";
    }

    @Override
    public String book() {
        return "Interactive Brokers";
    }

    @Override
    public Detection detect(Document document) {
        if (document.container() != Container.TEXT
                || !HEADER.matcher(document.beginning()).find()) {
            return Detection.no("No section “Transaction History” of Interactive Brokers.");
        }
        return new Detection(
                96, "It has Interactive Brokers' section “Transaction History”.", null);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        if (!detection.recognised()) {
            throw new UnreadableFile(detection.reason(), "Export the Transaction History again.");
        }
        new HistoryReader(options, tally).read(document.records(','));
    }
}
