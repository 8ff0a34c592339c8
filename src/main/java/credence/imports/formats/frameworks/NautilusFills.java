package credence.imports.formats.frameworks;

import credence.core.fact.PositionEffect;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
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

/// nautilus_trader, fills report (`generate_fills_report().to_csv()`): one row an execution.
///
/// - `client_order_id` (index), `trader_id, strategy_id, instrument_id, venue_order_id, position_id, trade_id, account_id, order_side, order_type,
///   last_qty, last_px, currency, liquidity_side, commission, ts_event, …`.
/// - `trade_id` is unique within an account; commission is an amount with its currency, positive is paid; times UTC or nanoseconds.
public final class NautilusFills implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "a fills report of nautilus_trader",
                    "strategy_id",
                    "instrument_id",
                    "trade_id",
                    "order_side",
                    "last_qty",
                    "last_px",
                    "ts_event");

    @Override
    public String id() {
        return "nautilus-fills";
    }

    @Override
    public String title() {
        return "nautilus_trader, fills report (CSV)";
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
        TimeColumn times = file.times(h.find("ts_event"));
        long[] unvalued = {0};
        file.each(c -> file.rows().add(fill(c, report, h, times, unvalued)));
        if (unvalued[0] > 0) {
            tally.note(
                    unvalued[0]
                            + " commissions are in another coin than the price and could not be"
                            + " valued; those costs are unknown, not zero.");
        }
        file.finish();
    }

    private static FillDraft fill(
            Cells c, Nautilus report, Header h, TimeColumn times, long[] unvalued)
            throws RefusedRow {
        Instant time = times.read(c.text(h.find("ts_event")), c.line());
        String currency = FrameworkFile.text(c, h.find("currency"));
        BigDecimal price = c.positive(h.find("last_px"));
        Optional<Amount> commission =
                Nautilus.commissions(FrameworkFile.text(c, h.find("commission")));
        BigDecimal paid = Nautilus.in(commission, currency);
        String instrument = report.instrument(c);
        if (paid == null && commission.isPresent()) {
            String unit = commission.get().unit().map(u -> u.code()).orElse("");
            if (instrument.toUpperCase(Locale.ROOT).startsWith(unit)) {
                paid = commission.get().value().multiply(price);
            } else {
                unvalued[0]++;
            }
        }
        FillDraft fill =
                new FillDraft(
                                c.line(),
                                report.owner(c, time),
                                time,
                                report.symbol(c),
                                side(c, h.find("order_side")),
                                new Quantity(c.positive(h.find("last_qty"))),
                                new Price(price))
                        .commission(paid)
                        .currency(report.file().owners().currency(currency))
                        .multiplier(report.file().multiplier(instrument, time))
                        .source(report.source(c))
                        .effect(PositionEffect.UNKNOWN)
                        .id(FrameworkFile.text(c, h.find("trade_id")));
        if (paid == null) {
            Nautilus.keep(fill, commission);
        }
        fill.extra("order_id", FrameworkFile.text(c, h.findAny("client_order_id", "")))
                .extra("position_id", FrameworkFile.text(c, h.find("position_id")))
                .extra("instrument_id", c.text(h.find("instrument_id")));
        return fill;
    }

    static Side side(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toUpperCase(Locale.ROOT)) {
            case "BUY", "1" -> Side.BUY;
            case "SELL", "2" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column, "This is neither BUY nor SELL.", "Export the report again.");
        };
    }
}
