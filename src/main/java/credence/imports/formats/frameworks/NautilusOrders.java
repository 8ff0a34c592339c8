package credence.imports.formats.frameworks;

import credence.core.fact.PositionEffect;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// nautilus_trader, orders report and order fills report: one row an order.
///
/// - `client_order_id, strategy_id, instrument_id, account_id, position_id, side, type, quantity, filled_qty, avg_px, is_reduce_only, status,
///   commissions, ts_init, ts_last`; times are nanoseconds, or UTC in the order fills report.
/// - An order with `filled_qty` above 0 is one fill at the average price; others are skipped. Import the fills report or this, not both.
public final class NautilusOrders implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "an orders report of nautilus_trader",
                    "strategy_id",
                    "instrument_id",
                    "side",
                    "type",
                    "quantity",
                    "filled_qty",
                    "avg_px",
                    "status",
                    "ts_last");

    @Override
    public String id() {
        return "nautilus-orders";
    }

    @Override
    public String title() {
        return "nautilus_trader, orders report (CSV)";
    }

    @Override
    public String book() {
        return "nautilus_trader";
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
        FrameworkFile file =
                FrameworkFile.open("nautilus_trader", document, detection, options, tally);
        Nautilus report = new Nautilus(file);
        Header h = file.header();
        TimeColumn times = file.times(h.find("ts_last"));
        file.each(
                c -> {
                    BigDecimal filled = FrameworkFile.number(c, h.find("filled_qty"));
                    if (filled == null || filled.signum() == 0) {
                        tally.skip(
                                "order that was not filled ("
                                        + c.text(h.find("status")).toLowerCase(Locale.ROOT)
                                        + ")",
                                c);
                    } else {
                        file.rows().add(fill(c, report, h, times, filled));
                    }
                });
        file.finish();
    }

    private static FillDraft fill(
            Cells c, Nautilus report, Header h, TimeColumn times, BigDecimal filled)
            throws RefusedRow {
        Instant time = times.read(c.text(h.find("ts_last")), c.line());
        Optional<Amount> commission =
                Nautilus.commissions(FrameworkFile.text(c, h.find("commissions")));
        String currency = commission.flatMap(Amount::unit).map(u -> u.code()).orElse("");
        boolean known = instrumentEnds(report.instrument(c), currency);
        FillDraft fill =
                new FillDraft(
                                c.line(),
                                report.owner(c, time),
                                time,
                                report.symbol(c),
                                NautilusFills.side(c, h.find("side")),
                                new Quantity(filled),
                                new Price(c.positive(h.find("avg_px"))))
                        .commission(known ? commission.map(Amount::value).orElse(null) : null)
                        .currency(report.file().owners().currency(known ? currency : ""))
                        .multiplier(report.file().multiplier(report.instrument(c), time))
                        .source(report.source(c))
                        .effect(
                                c.text(h.find("is_reduce_only")).equalsIgnoreCase("true")
                                        ? PositionEffect.CLOSE
                                        : PositionEffect.UNKNOWN)
                        .id(FrameworkFile.text(c, h.findAny("client_order_id", "")));
        if (!known) {
            Nautilus.keep(fill, commission);
        }
        fill.extra("position_id", FrameworkFile.text(c, h.find("position_id")))
                .extra("instrument_id", c.text(h.find("instrument_id")));
        return fill;
    }

    /// Whether the commission's currency is the one that the instrument is quoted in, as `NEARUSDT-PERP` is in USDT.
    private static boolean instrumentEnds(String instrument, String currency) {
        String s = instrument.toUpperCase(Locale.ROOT);
        return !currency.isEmpty()
                && (s.endsWith(currency) || s.contains(currency + "-") || !s.matches(".*[/-].*"));
    }
}
