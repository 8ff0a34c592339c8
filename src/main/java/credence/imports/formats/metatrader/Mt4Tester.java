package credence.imports.formats.metatrader;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.JournalFormat;
import credence.imports.PageRow;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// MetaTrader 4, Strategy Tester, "Save as Report": a web page of one expert on one symbol.
///
/// - Events `#, Time, Type, Order, Size, Price, S / L, T / P, Profit, Balance`; types `buy`, `sell`, the pending orders
///   (`buy stop`, …), `modify`, `delete`, and the endings `close`, `close at stop`, `s/l`, `t/p`. Never translated.
/// - Profit and balance stand at endings only. The profit holds swap and commission, which are stated nowhere: it is **after all costs** (the balance
///   goes on by it). Of a trade of one day it is what the prices make, where the others' profits show what a point is worth.
/// - Times without seconds, the broker's server time. The expert is the page's title, its currency is nowhere.
/// - An expert may set its stop right after opening: then it is the first `modify` of the opening's minute.
/// - What is left of a partly closed order goes on under a number of its own.
/// - Order numbers restart with every test, so they are no identity.
/// - Each profit is rounded, the total is not. A trade of profit 0 counts as a profit trade, one printed as −0.00 as a loss.
public final class Mt4Tester implements JournalFormat {

    @Override
    public String id() {
        return "mt4-tester";
    }

    @Override
    public String title() {
        return "MetaTrader 4, Strategy Tester report (HTML)";
    }

    @Override
    public Detection detect(Document document) {
        for (PageRow row : document.pageIfAny()) {
            if (headerOf(row) != null) {
                return new Detection(
                        95,
                        "Line "
                                + row.line()
                                + " is the header of a MetaTrader 4 tester report (#, Time, Type,"
                                + " Order, Profit, Balance).",
                        null);
            }
        }
        return Detection.no("No header of a MetaTrader 4 tester report (#, Time, Type, Order).");
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new Mt4TesterReader(expert(document.pageTitle()), options, tally).read(document.page());
    }

    /// `Strategy Tester: MACD Sample`.
    private static String expert(String title) {
        int colon = title.indexOf(':');
        return colon < 0 ? "" : title.substring(colon + 1).strip();
    }

    static @Nullable Header headerOf(PageRow row) {
        if (row.cells().size() != 10 || !row.cells().getFirst().text().equals("#")) {
            return null;
        }
        Header header = new Header(Arrays.asList(Mt4Statement.cells(row.texts())));
        return header.has("Time")
                        && header.has("Type")
                        && header.has("Order")
                        && header.has("Size")
                        && header.has("Profit")
                        && header.has("Balance")
                ? header
                : null;
    }
}
