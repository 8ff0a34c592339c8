package credence.imports.formats.ibkr;

import credence.imports.UnreadableFile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// One order of an Activity Statement with its executions and the lots it closed, as far as the statement has them.
final class ActivityOrder {

    private final List<ActivityRow> orders = new ArrayList<>();
    private final List<ActivityRow> trades = new ArrayList<>();
    private final List<ActivityRow> lots = new ArrayList<>();

    void add(ActivityRow row) {
        (row.isLot() ? lots : row.isOrder() ? orders : trades).add(row);
    }

    /// Whether a row that is no order of its own belongs here.
    boolean takes(ActivityRow row) {
        return (!orders.isEmpty() || row.isLot()) && rows().stream().allMatch(row::sameInstrument);
    }

    private List<ActivityRow> rows() {
        return trades.isEmpty() ? orders : trades;
    }

    /// The executions, or the order where the statement holds no executions of it: never both.
    List<ActivityRow> fills() {
        return rows();
    }

    List<ActivityRow> leftOutOrders() {
        return trades.isEmpty() ? List.of() : orders;
    }

    List<ActivityRow> lots() {
        return lots;
    }

    /// @throws UnreadableFile when order, executions and lots contradict each other: the statement was edited or damaged
    void check() throws UnreadableFile {
        BigDecimal filled = sum(rows());
        if (!orders.isEmpty() && !trades.isEmpty() && sum(orders).compareTo(filled) != 0) {
            throw contradiction(
                    orders.getFirst(),
                    "The executions of this order add up to "
                            + filled.toPlainString()
                            + ", the order says "
                            + sum(orders).toPlainString()
                            + ".");
        }
        for (ActivityRow lot : lots) {
            if (lot.quantity().signum() == filled.signum()) {
                throw contradiction(
                        lot,
                        "The closed lot has the sign of the trade that closes it ("
                                + filled.toPlainString()
                                + "); a lot is closed by the opposite.");
            }
        }
        BigDecimal closed = sum(lots).abs();
        List<String> codes = rows().getFirst().codes();
        boolean onlyCloses = codes.contains("C") && !codes.contains("O");
        if (!lots.isEmpty()
                && (closed.compareTo(filled.abs()) > 0
                        || (onlyCloses && closed.compareTo(filled.abs()) < 0))) {
            throw contradiction(
                    lots.getFirst(),
                    "The closed lots add up to "
                            + closed.toPlainString()
                            + ", the trade that closes them to "
                            + filled.abs().toPlainString()
                            + ".");
        }
    }

    static UnreadableFile contradiction(ActivityRow row, String reason) {
        return new UnreadableFile(
                row.line(),
                "Quantity",
                row.quantity().toPlainString(),
                reason,
                "Nothing of the statement was imported. Export it again; do not edit it.");
    }

    private static BigDecimal sum(List<ActivityRow> rows) {
        return rows.stream().map(ActivityRow::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
