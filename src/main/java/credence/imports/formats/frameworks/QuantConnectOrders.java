package credence.imports.formats.frameworks;

import credence.core.fact.Extra;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Container;
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

/// QuantConnect, orders of a backtest or live algorithm as CSV: one row an order. Results in JSON hold the same: see [QuantConnectJson].
///
/// - `Time, Symbol, Price, Quantity, Type, Status, Value, Tag`; `Time` in UTC with a `Z`; quantity signed, negative sells; Status Filled, Canceled,
///   Invalid, Submitted …: only filled ones count.
/// - No id, no fees, no name of the algorithm; `Tag` is the algorithm's own label of the order.
public final class QuantConnectOrders implements JournalFormat {

    private static final HeaderFingerprint LAYOUT =
            HeaderFingerprint.of(
                    "QuantConnect's orders",
                    "Time",
                    "Symbol",
                    "Price",
                    "Quantity",
                    "Type",
                    "Status",
                    "Value",
                    "Tag");

    @Override
    public String id() {
        return "quantconnect-orders";
    }

    @Override
    public String title() {
        return "QuantConnect, orders (CSV, JSON)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return QuantConnectJson.holds(document)
                ? new Detection(90, "It holds orders of QuantConnect's Lean in JSON.", null)
                : LAYOUT.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        FrameworkFile file =
                document.container() == Container.JSON
                        ? FrameworkFile.of(
                                "QuantConnect",
                                QuantConnectJson.table(document, tally),
                                options,
                                tally)
                        : FrameworkFile.open("QuantConnect", document, detection, options, tally);
        Header h = file.header();
        TimeColumn times = file.times(h.find("Time"));
        if (options.source().isEmpty()) {
            tally.note(
                    "Orders of QuantConnect were taken for those of a backtest. Say --source live"
                            + " if they are not.");
        }
        file.each(
                c -> {
                    String status = c.text(h.find("Status"));
                    if (!status.equalsIgnoreCase("filled")) {
                        tally.skip(
                                "order that is not filled ("
                                        + status.toLowerCase(Locale.ROOT)
                                        + ")",
                                c);
                        return;
                    }
                    BigDecimal quantity = c.number(h.find("Quantity"));
                    if (quantity.signum() == 0) {
                        tally.skip("order of no quantity", c);
                        return;
                    }
                    String symbol = c.text(h.find("Symbol"));
                    String tag = FrameworkFile.text(c, h.find("Tag"));
                    Instant time = times.read(c.text(h.find("Time")), c.line());
                    FillDraft fill =
                            new FillDraft(
                                            c.line(),
                                            file.owners()
                                                    .of(
                                                            Clues.NONE
                                                                    .tag(tag)
                                                                    .symbol(symbol)
                                                                    .time(time)),
                                            time,
                                            file.owners().symbol(symbol, c.line(), "Symbol"),
                                            quantity.signum() > 0 ? Side.BUY : Side.SELL,
                                            new Quantity(quantity.abs()),
                                            new Price(c.positive(h.find("Price"))))
                                    .tag(tag)
                                    .currency(file.owners().currency(""))
                                    .multiplier(file.multiplier(symbol, time))
                                    .source(file.owners().source(SourceClass.BACKTEST))
                                    .extra("order_type", c.text(h.find("Type")));
                    fee(c, h, fill, options);
                    file.rows().add(fill);
                });
        file.finish();
    }

    /// A fee in the currency of the prices counts; in another it is kept beside.
    private static void fee(Cells c, Header h, FillDraft fill, ImportOptions options)
            throws RefusedRow {
        BigDecimal paid = FrameworkFile.number(c, h.find(QuantConnectJson.FEE));
        if (paid == null) {
            return;
        }
        String currency = c.text(h.find(QuantConnectJson.FEE_CURRENCY));
        String prices = options.currency().map(CurrencyCode::code).orElse("USD");
        if (currency.isEmpty() || currency.equals(prices) || paid.signum() == 0) {
            fill.fees(paid);
        } else {
            fill.extra(Extra.FEE, paid.toPlainString()).extra(Extra.FEE_CURRENCY, currency);
        }
    }
}
