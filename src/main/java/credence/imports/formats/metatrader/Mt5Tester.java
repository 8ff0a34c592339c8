package credence.imports.formats.metatrader;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

/// MetaTrader 5, Strategy Tester, "Report" as web page (UTF-16LE) or workbook: one expert.
///
/// - *Settings* (expert, symbol, inputs), *Results*, *Orders*, *Deals*; titles and headers are translated, the words `buy`, `sell`,
///   `in`, `out`, `balance` are not, and the first settings are expert and symbol in every language.
/// - Deals: `Time, Deal, Symbol, Type, Direction, Volume, Price, Order, Commission, Swap, Profit, Balance, Comment`, with `Fee`
///   and a hidden `Cost` in later builds. A deal `in/out` turns a netting position round. The comment of an exit is `sl 1.2`, `tp 1.3`,
///   `so …`, `end of test`.
/// - An order's S / L and T / P are those it was placed with: the first stop of what it opens.
/// - The last row of the deals are sums. A blank groups thousands.
/// - MetaTrader counts each closing deal as a trade, and a trade of profit 0 as a profit trade.
/// - Deal numbers begin anew with each test. Times are those of the test's server; its zone is not stated.
public final class Mt5Tester implements JournalFormat {

    @Override
    public String id() {
        return "mt5-tester";
    }

    @Override
    public String title() {
        return "MetaTrader 5, Strategy Tester report (HTML, XLSX)";
    }

    @Override
    public Detection detect(Document document) {
        Mt5Report report = Mt5Report.find(document);
        return report == null || !report.isTester()
                ? Detection.no("No list of deals of a MetaTrader 5 tester report.")
                : new Detection(
                        90,
                        "The deals and the settings are those of a MetaTrader 5 tester report.",
                        null);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new Mt5Reader(Mt5Report.of(document.page()), true, options, tally).read();
    }
}
