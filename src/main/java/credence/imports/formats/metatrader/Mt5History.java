package credence.imports.formats.metatrader;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

/// MetaTrader 5, account history, "Report" as web page (UTF-16LE) or workbook, or the workbook saved as delimited text.
///
/// - *Positions*, *Orders*, *Deals*, *Open Positions*, *Working Orders*, *Results*; titles and headers are translated, the words
///   `buy`, `sell`, `in`, `out`, `balance` are not, and `12345678 (USD, Server, real, Hedge)` stands in every language.
/// - Positions: `Time, Position, Symbol, Type, Volume, Price, S / L, T / P, Time, Price, Commission, Swap, Profit`. A hidden cell
///   behind the type holds the comment and stands in no header. A position closed in parts is one row with the last exit's
///   time and the average price; its number is unique in the account.
/// - Deals repeat the positions execution by execution, and hold deposits. Only they state fees.
/// - The magic number is nowhere; the comment is what the expert wrote.
/// - Times are the broker's server time, which is stated nowhere. S / L and T / P of a position are the last ones; those of the
///   order that has the position's number are the first.
public final class Mt5History implements JournalFormat {

    @Override
    public String id() {
        return "mt5-history";
    }

    @Override
    public String title() {
        return "MetaTrader 5, trade history report (HTML, XLSX)";
    }

    @Override
    public String book() {
        return "MetaTrader 5";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        Mt5Report report = Mt5Report.find(document);
        return report == null || report.isTester()
                ? Detection.no("No list of positions or deals of a MetaTrader 5 history report.")
                : new Detection(
                        90, "The lists are those of a MetaTrader 5 trade history report.", null);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new Mt5Reader(Mt5Report.of(document.page()), false, options, tally).read();
    }
}
