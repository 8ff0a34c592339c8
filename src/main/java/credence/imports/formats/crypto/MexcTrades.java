package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// MEXC, spot trade history.
///
/// - `[UID,] Pairs, Time, Side, Filled Price, Executed Amount, Total, Fee, Role`; pairs `LTC_USDT`, also without separator; the coin is
///   glued to the fee (`0.0122USDT`) or left off, and is then the quote coin. No id.
/// - The zone is the one chosen for the export; the column says it in some files only (`Time(UTC+02:00)`).
public final class MexcTrades implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "MEXC's spot trades",
                    "Pairs",
                    "time*",
                    "Side",
                    "Filled Price",
                    "Executed Amount",
                    "Total",
                    "Fee",
                    "Role");

    @Override
    public String id() {
        return "mexc-spot-trades";
    }

    @Override
    public String title() {
        return "MEXC, spot trades (CSV)";
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
        ExchangeFile file = ExchangeFile.open("MEXC", document, detection, options, tally);
        Header h = file.header();
        int time = h.findFrom("Time");
        int price = h.find("Filled Price");
        int quantity = h.find("Executed Amount");
        int total = h.find("Total");
        int fee = h.find("Fee");
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "MEXC tells trades in the zone that was chosen for the export");
        file.numbersIn(price, quantity, total);
        Turnover turnover = new Turnover("Total");
        file.each(
                c -> {
                    Instant when = times.read(c.text(time), c.line());
                    Pair pair = file.pair(h.find("Pairs"), QuoteCoins.USUAL);
                    Side side = file.side(h.find("Side"));
                    BigDecimal at = c.positive(price);
                    BigDecimal size = c.positive(quantity);
                    FillDraft fill =
                            file.fill(
                                    c.line(),
                                    Clues.NONE.account(c.text(h.find("UID"))),
                                    when,
                                    pair,
                                    side,
                                    size,
                                    at);
                    turnover.add(c.line(), pair.quote(), c.numberOrNull(total), at, size);
                    if (!c.text(fee).isEmpty()) {
                        Map<String, BigDecimal> paid =
                                GluedCoins.fee(c.text(fee), pair, file.numbers());
                        if (paid == null) {
                            throw c.refuse(
                                    fee, "This is not a fee and its coin.", "Export it again.");
                        }
                        file.fees()
                                .put(
                                        fill,
                                        pair,
                                        at,
                                        paid.isEmpty()
                                                ? Map.of(pair.quote(), c.number(fee))
                                                : paid);
                    }
                    file.rows().add(fill);
                });
        turnover.report(tally);
        file.finish();
        times.noteRepeatedHours(tally);
    }
}
