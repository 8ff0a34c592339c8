package credence.imports.formats.futures;

import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.util.Objects;

/// Tradovate, report *Performance*, as CSV; TradingView's trading panel on Tradovate writes the same.
///
/// - `symbol, _priceFormat, _priceFormatType, _tickSize, buyFillId, sellFillId, qty, buyPrice, sellPrice, pnl, boughtTimestamp, soldTimestamp,
///   duration`: one row a pair of a buying and a selling fill; one fill may stand in several pairs.
/// - What came first opened: bought before sold is long; within one second the lower fill id came first.
/// - pnl as `$(400.00)` or `"$1,200.00"`, **before fees**, which are nowhere (its report has them on another page): price difference ×
///   quantity × worth of a point to the cent. No account. Times are local, months first, no zone.
/// - Identity: both fill ids.
public final class TradovatePerformance implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Tradovate's performance report",
                    "symbol",
                    "buyFillId|Buy Fill Id",
                    "sellFillId|Sell Fill Id",
                    "qty",
                    "buyPrice|Buy Price",
                    "sellPrice|Sell Price",
                    "pnl",
                    "boughtTimestamp|Bought Timestamp",
                    "soldTimestamp|Sold Timestamp");

    @Override
    public String id() {
        return "tradovate-performance";
    }

    @Override
    public String title() {
        return "Tradovate, performance (CSV)";
    }

    @Override
    public String book() {
        return "Tradovate";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new TradovatePairs(options, tally)
                .read(Table.read(document, Objects.requireNonNull(detection.header()), tally));
    }
}
