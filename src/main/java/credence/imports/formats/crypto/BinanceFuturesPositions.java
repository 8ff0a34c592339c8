package credence.imports.formats.crypto;

import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/// Binance, position history of futures: one row a position.
///
/// - `Symbol, Margin Mode, Position Side, Entry Price, Avg. Close Price, Max Open Interest, Closed Vol., Closing PNL, Opened, Closed, Status`. The
///   zone is chosen and stands in the file's name.
/// - `Closing PNL` is before fees and funding, which are not in the file: the result after costs is not known. It is kept as `stated_pnl`.
/// - Only positions of status Closed are whole; open ones are left for a later export. No id.
public final class BinanceFuturesPositions implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "Binance's futures positions",
                    "Symbol",
                    "Position Side",
                    "Entry Price",
                    "Avg. Close Price",
                    "Closed Vol.",
                    "Closing PNL",
                    "opened*",
                    "Status");

    @Override
    public String id() {
        return "binance-futures-positions";
    }

    @Override
    public String title() {
        return "Binance, futures position history (CSV)";
    }

    @Override
    public String book() {
        return "Binance, futures";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Binance", document, detection, options, tally);
        Header h = file.header();
        int opened = h.findFrom("Opened");
        int closed = closedTime(h);
        int quantity = h.find("Closed Vol.");
        int entry = h.find("Entry Price");
        int exit = h.find("Avg. Close Price");
        int result = h.find("Closing PNL");
        TimeColumn times =
                TimeColumn.known(
                        h.name(opened),
                        DateOrder.YEAR_FIRST,
                        FileZone.zone(
                                h.name(opened),
                                document.name(),
                                options,
                                "Binance tells positions in the zone that was chosen for the"
                                        + " export"),
                        tally);
        file.numbersIn(quantity, entry, exit, result);
        Turnover results = new Turnover(h.name(result));
        file.each(
                c -> {
                    if (!c.text(h.find("Status")).equalsIgnoreCase("closed")) {
                        tally.skip("position still open", c);
                        return;
                    }
                    Instant from = times.read(FileZone.unfolded(c.text(opened)), c.line());
                    Instant to = times.read(FileZone.unfolded(c.text(closed)), c.line());
                    String market = c.text(h.find("Symbol"));
                    Contract contract = Contract.of(market, QuoteCoins.USUAL);
                    if (contract == null) {
                        throw file.unknownPair(h.find("Symbol"));
                    }
                    BigDecimal size = c.positive(quantity);
                    Direction direction = direction(c, h.find("Position Side"));
                    BigDecimal stated = c.numberOrNull(result);
                    if (stated != null && !contract.inverse()) {
                        results.addResult(
                                c.line(),
                                contract.settlement(),
                                stated,
                                c.positive(entry),
                                c.positive(exit),
                                size,
                                direction == Direction.LONG);
                    }
                    TradeDraft trade =
                            new TradeDraft(
                                            c.line(),
                                            file.owner(Clues.NONE.symbol(market).time(from)),
                                            file.owners().symbol(market, c.line(), "Symbol"),
                                            direction,
                                            new Quantity(size),
                                            from,
                                            new Price(c.positive(entry)))
                                    .exit(to, new Price(c.positive(exit)))
                                    .currency(file.owners().currency(contract.settlement()))
                                    .multiplier(contract.multiplier())
                                    .source(file.owners().source(SourceClass.LIVE))
                                    .stated(c.text(result), ResultBasis.BEFORE_COSTS);
                    file.rows().add(trade);
                });
        results.report(tally);
        if (!file.rows().isEmpty()) {
            tally.note(
                    "Binance's position history states results before fees and funding, and neither"
                            + " of these: results after costs are not known. Import the futures"
                            + " trades instead for them; not both.");
        }
        file.finish();
        times.noteRepeatedHours(tally);
    }

    /// `Closed` or `Closed(UTC+8)`, but not `Closed Vol.`.
    private static int closedTime(Header h) {
        for (int i = 0; i < h.size(); i++) {
            String name = h.name(i).toLowerCase(Locale.ROOT);
            if (name.equals("closed")
                    || name.startsWith("closed(")
                    || name.startsWith("closed (")) {
                return i;
            }
        }
        return h.find("Closed");
    }

    private static Direction direction(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "long" -> Direction.LONG;
            case "short" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column,
                            "This is neither Long nor Short.",
                            "Export the file again, in English.");
        };
    }
}
