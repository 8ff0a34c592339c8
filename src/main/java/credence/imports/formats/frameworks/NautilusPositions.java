package credence.imports.formats.frameworks;

import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.imports.Amount;
import credence.imports.Cells;
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
import java.util.Optional;

/// nautilus_trader, positions report (`generate_positions_report().to_csv()`): one row a position, from flat to flat.
///
/// - `position_id` (index), `strategy_id, instrument_id, account_id, entry` (BUY or SELL), `side` (FLAT when closed), `quantity, peak_qty,
///   ts_opened, ts_closed, avg_px_open, avg_px_close, commissions, realized_return, realized_pnl`.
/// - `realized_pnl` is an amount with its currency, after commissions. The size is `peak_qty`.
/// - One `position_id` serves all positions of an instrument and strategy where positions are netted: identity is content.
public final class NautilusPositions implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "a positions report of nautilus_trader",
                    "strategy_id",
                    "instrument_id",
                    "entry",
                    "peak_qty",
                    "ts_opened",
                    "ts_closed",
                    "avg_px_open",
                    "avg_px_close",
                    "realized_pnl");

    @Override
    public String id() {
        return "nautilus-positions";
    }

    @Override
    public String title() {
        return "nautilus_trader, positions report (CSV)";
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
        TimeColumn opened = file.times(h.find("ts_opened"));
        TimeColumn closed = file.times(h.find("ts_closed"));
        file.each(c -> file.rows().add(trade(c, report, h, opened, closed)));
        file.finish();
    }

    private static TradeDraft trade(
            Cells c, Nautilus report, Header h, TimeColumn opened, TimeColumn closed)
            throws RefusedRow {
        Instant entry = opened.read(c.text(h.find("ts_opened")), c.line());
        Amount pnl = FrameworkFile.amount(c, h.find("realized_pnl"));
        String money = pnl == null ? "" : pnl.unit().map(CurrencyCode::code).orElse("");
        TradeDraft trade =
                new TradeDraft(
                                c.line(),
                                report.owner(c, entry),
                                report.symbol(c),
                                NautilusFills.side(c, h.find("entry")) == Side.BUY
                                        ? Direction.LONG
                                        : Direction.SHORT,
                                new Quantity(c.positive(h.find("peak_qty"))),
                                entry,
                                new Price(c.positive(h.find("avg_px_open"))))
                        .currency(report.file().owners().currency(money))
                        .multiplier(report.file().multiplier(report.instrument(c), entry))
                        .source(report.source(c));
        trade.extra("position_id", FrameworkFile.text(c, h.findAny("position_id", "")))
                .extra("instrument_id", c.text(h.find("instrument_id")));
        String until = FrameworkFile.text(c, h.find("ts_closed"));
        if (!until.isEmpty() && !until.equals("0")) {
            Optional<Amount> commission =
                    Nautilus.commissions(FrameworkFile.text(c, h.find("commissions")));
            BigDecimal costs = Nautilus.in(commission, money);
            trade.exit(closed.read(until, c.line()), new Price(c.positive(h.find("avg_px_close"))))
                    .costs(costs)
                    .columns(costs, null, null)
                    .netPnl(pnl == null ? null : pnl.value());
        }
        return trade;
    }
}
