package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.value.CurrencyCode;
import credence.core.value.Side;
import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;

/// Revolut, account statement of stocks as CSV.
///
/// - `Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency,FX Rate`; UTC with six decimals (`2023-09-22T13:30:10.514Z`).
/// - Types `BUY - MARKET`, `SELL - LIMIT` and so on; older ones say `BUY` or `SELL` alone. Quantity and total have no sign.
/// - Money with a sign in front (`$52.07`), with the code (`USD 222.54`), or plain with the code in Currency alone.
/// - The total holds the fees, which have no column: what it differs from quantity × price by more than rounding is paid. The price is rounded to
///   cents and the quantity has eight decimals: where rounding explains the difference, total ÷ quantity is the price that was paid.
/// - Nobody sells short there: a sale closes, also when what it closes was bought before the file begins.
/// - Dividends, top-ups, fees of custody, splits and transfers stand among them. No ids, no account, no bot.
public final class RevolutStocks implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Revolut's stock statement",
                    "Date",
                    "Ticker",
                    "Type",
                    "Quantity",
                    "Price per share",
                    "Total Amount",
                    "Currency",
                    "FX Rate");

    @Override
    public String id() {
        return "revolut-stocks";
    }

    @Override
    public String title() {
        return "Revolut, stock statement (CSV)";
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
        Table table = Table.read(document, Recognised.place(detection), tally);
        Header h = table.header();
        Cells cells = new Cells(table, NumberStyle.POINT);
        ShareFills fills = new ShareFills("Revolut", options, tally);
        TimeColumn times = TimeColumn.known("Date", DateOrder.DAY_FIRST, ZoneOffset.UTC, tally);
        for (Row row : table.rows()) {
            cells.at(row);
            String type = cells.text(h.find("Type")).toUpperCase(Locale.ROOT);
            Side side = side(type);
            if (side == null) {
                if (!cells.text(h.find("Quantity")).isEmpty() && !type.startsWith("DIVIDEND")) {
                    tally.note(
                            "Rows of type “"
                                    + type
                                    + "” change a position without being trades; they were left"
                                    + " out.");
                }
                tally.skip(type.isEmpty() ? "row of no type" : type + " (no trade)", row);
                continue;
            }
            try {
                fills.add(fill(cells, h, fills, times, side, type));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        fills.acceptAll();
    }

    private static @Nullable Side side(String type) {
        return type.matches("BUY( - .*)?")
                ? Side.BUY
                : type.matches("SELL( - .*)?") ? Side.SELL : null;
    }

    private static FillDraft fill(
            Cells cells, Header h, ShareFills fills, TimeColumn times, Side side, String type)
            throws RefusedRow {
        BigDecimal quantity = cells.positive(h.find("Quantity"));
        BigDecimal stated = money(cells, h.find("Price per share"));
        BigDecimal total = money(cells, h.find("Total Amount"));
        BigDecimal gross = quantity.multiply(stated);
        BigDecimal paid = side == Side.BUY ? total.subtract(gross) : gross.subtract(total);
        boolean rounded =
                paid.abs().compareTo(Notional.rounding(quantity, stated, BigDecimal.ONE, total))
                        <= 0;
        if (!rounded && paid.signum() < 0) {
            throw cells.refuse(
                    h.find("Total Amount"),
                    side == Side.BUY
                            ? "Less was paid than quantity × price."
                            : "More was received than quantity × price.",
                    "Export the statement again; do not edit it.");
        }
        FillDraft draft =
                fills.draft(
                                cells.line(),
                                "",
                                cells.text(h.find("Ticker")),
                                "Ticker",
                                side,
                                quantity,
                                rounded ? Notional.price(total, quantity) : stated,
                                times.read(cells.text(h.find("Date")), cells.line()))
                        .effect(side == Side.SELL ? PositionEffect.CLOSE : PositionEffect.UNKNOWN)
                        .currency(currency(cells, h.find("Currency")))
                        .commission(rounded ? null : paid)
                        .extra("type", type)
                        .extra("fx_rate", cells.text(h.find("FX Rate")));
        return rounded ? draft.amount(total).extra("stated_price", stated.toPlainString()) : draft;
    }

    private static BigDecimal money(Cells cells, int column) throws RefusedRow {
        try {
            BigDecimal value = Amount.of(cells.text(column), NumberStyle.POINT).value().abs();
            if (value.signum() > 0) {
                return value;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw cells.refuse(
                column, "A trade needs an amount above zero here.", "Export the statement again.");
    }

    private static CurrencyCode currency(Cells cells, int column) throws RefusedRow {
        String code = cells.text(column);
        if (!code.matches("[A-Za-z]{3}")) {
            throw cells.refuse(column, "This is no currency.", "Export the statement again.");
        }
        return new CurrencyCode(code.toUpperCase(Locale.ROOT));
    }
}
