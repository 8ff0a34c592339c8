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

/// Tradovate, report *Position History*, as CSV.
///
/// - `Position ID, Timestamp, Trade Date, Net Pos, Net Price, Bought, Avg. Buy, Sold, Avg. Sell, Account, Contract, Product, Product Description,
///   _priceFormat, _priceFormatType, _tickSize, Pair ID, Buy Fill ID, Sell Fill ID, Paired Qty, Buy Price, Sell Price, P/L, Currency, Bought
///   Timestamp, Sold Timestamp`: the pairs of the performance report with account, product and currency; newest first.
/// - P/L is plain (`-24.50`) and **before fees**, as in the performance report. Bought and sold may be in one second: the lower fill id came first.
/// - Identity: both fill ids, as in the performance report, so that either may be imported.
public final class TradovatePositions implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Tradovate's position history",
                    "Pair ID",
                    "Buy Fill ID",
                    "Sell Fill ID",
                    "Paired Qty",
                    "Contract",
                    "Buy Price",
                    "Sell Price",
                    "P/L",
                    "Bought Timestamp",
                    "Sold Timestamp");

    @Override
    public String id() {
        return "tradovate-positions";
    }

    @Override
    public String title() {
        return "Tradovate, position history (CSV)";
    }

    @Override
    public String book() {
        return "Tradovate";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
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
