package credence.imports.formats.frameworks;

import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JsonRecord;
import credence.imports.JsonSource;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The orders in a result of QuantConnect's Lean as the table that its CSV is, with the fees of their fills behind.
///
/// - `orders` is an object by order id (a result of Lean) or a list (the API); field names in lower or upper camel case. Order: `symbol.value`,
///   `price` (average of its fills), `quantity` signed, `status` by number or name (3 is filled), `lastFillTime`, `tag`, `value`, `type`.
/// - Fees stand only in `events` of an order (`orderFeeAmount`, `orderFeeCurrency`), which a result of Lean does not hold.
final class QuantConnectJson {

    static final String FEE = "Fee";
    static final String FEE_CURRENCY = "Fee Currency";

    private static final List<String> COLUMNS =
            List.of(
                    "Time",
                    "Symbol",
                    "Price",
                    "Quantity",
                    "Type",
                    "Status",
                    "Value",
                    "Tag",
                    FEE,
                    FEE_CURRENCY);

    private static final List<String> STATUSES =
            List.of(
                    "new",
                    "submitted",
                    "partially filled",
                    "filled",
                    "",
                    "canceled",
                    "none",
                    "invalid",
                    "cancel pending",
                    "update submitted");

    private QuantConnectJson() {}

    static boolean holds(Document document) {
        return JsonSource.test(
                document,
                json -> {
                    if (!atOrders(json)) {
                        return false;
                    }
                    boolean any =
                            json.kind() == JsonSource.Kind.ARRAY
                                    ? json.element()
                                    : json.property() != null;
                    return any && json.kind() == JsonSource.Kind.OBJECT && isOrder(json.record());
                });
    }

    /// Moves the cursor to the orders, which stand beside charts and statistics.
    private static boolean atOrders(JsonSource json) throws UnreadableFile {
        if (json.kind() != JsonSource.Kind.OBJECT) {
            return false;
        }
        for (String name = json.property(); name != null; name = json.property()) {
            boolean inside =
                    json.kind() == JsonSource.Kind.OBJECT || json.kind() == JsonSource.Kind.ARRAY;
            if (inside && name.equalsIgnoreCase("orders")) {
                return true;
            }
            json.skip();
        }
        return false;
    }

    private static boolean isOrder(JsonRecord order) {
        return (order.has("symbol") || order.has("Symbol"))
                && (order.has("quantity") || order.has("Quantity"))
                && (order.has("status") || order.has("Status"))
                && (order.has("lastFillTime")
                        || order.has("LastFillTime")
                        || order.has("priceCurrency")
                        || order.has("PriceCurrency"));
    }

    static Table table(Document document, Tally tally) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        try (JsonSource json = new JsonSource(document)) {
            if (!atOrders(json)) {
                throw new UnreadableFile(
                        "The JSON holds no orders.", "Export the result of the backtest again.");
            }
            boolean list = json.kind() == JsonSource.Kind.ARRAY;
            while (list ? json.element() : json.property() != null) {
                tally.read(1);
                int number = rows.size() + 1;
                if (json.kind() != JsonSource.Kind.OBJECT) {
                    json.skip();
                    tally.skip("entry among the orders that is none", number);
                    continue;
                }
                rows.add(row(number, json.record()));
                if (number % 4096 == 0) {
                    document.progress().checkCancelled();
                }
            }
        }
        return Table.of(new HeaderPlace(',', 0, 0, new Header(COLUMNS)), rows, tally);
    }

    private static Row row(int number, JsonRecord order) {
        String status = order.textOf("status", "Status");
        String fee = "";
        String feeCurrency = "";
        for (JsonRecord event : order.records("events")) {
            try {
                BigDecimal one = event.numberOrNull("orderFeeAmount");
                if (one != null) {
                    fee = (fee.isEmpty() ? one : one.add(new BigDecimal(fee))).toPlainString();
                    feeCurrency = event.text("orderFeeCurrency");
                }
            } catch (RefusedRow e) {
                fee = e.refusal().value(); // is refused as the number that it is not
                break;
            }
        }
        return new Row(
                number,
                new String[] {
                    order.textOf("lastFillTime", "LastFillTime", "time", "Time"),
                    symbol(order),
                    order.textOf("price", "Price"),
                    order.textOf("quantity", "Quantity"),
                    order.textOf("type", "Type"),
                    status.matches("\\d") ? STATUSES.get(Integer.parseInt(status)) : status,
                    order.textOf("value", "Value"),
                    order.textOf("tag", "Tag"),
                    fee,
                    feeCurrency.toUpperCase(Locale.ROOT)
                });
    }

    private static String symbol(JsonRecord order) {
        String plain = order.textOf("symbol", "Symbol");
        return plain.isEmpty()
                ? order.inside(order.has("symbol") ? "symbol" : "Symbol")
                        .map(s -> s.textOf("value", "Value"))
                        .orElse("")
                : plain;
    }
}
