package credence.imports.formats.frameworks;

import credence.imports.JsonRecord;
import credence.imports.RefusedRow;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// What the filled orders of one trade add up to. A position built in several entries or left in several exits has its true
/// size and average prices only here: the trade itself keeps what the last order left.
///
/// @param amount bought (sold, for a short) in all entries
/// @param entry average price of the entries
/// @param exit average price of the exits
record FreqtradeOrders(BigDecimal amount, BigDecimal entry, BigDecimal exit) {

    private static final BigDecimal SAME = new BigDecimal("1e-6");

    /// @return nothing when there are no more than one entry and one exit, or the exits do not balance the entries
    static Optional<FreqtradeOrders> of(JsonRecord trade) throws RefusedRow {
        List<JsonRecord> orders =
                trade.records("orders").stream().filter(FreqtradeOrders::filled).toList();
        if (orders.size() <= 2) {
            return Optional.empty();
        }
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal inValue = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        BigDecimal outValue = BigDecimal.ZERO;
        for (JsonRecord order : orders) {
            BigDecimal amount = amount(order);
            BigDecimal price =
                    order.has("safe_price")
                            ? order.positive("safe_price")
                            : order.positive("average");
            if (order.flag("ft_is_entry")) {
                in = in.add(amount);
                inValue = inValue.add(amount.multiply(price));
            } else {
                out = out.add(amount);
                outValue = outValue.add(amount.multiply(price));
            }
        }
        if (in.signum() == 0 || in.subtract(out).abs().compareTo(in.multiply(SAME)) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                new FreqtradeOrders(
                        in,
                        inValue.divide(in, MathContext.DECIMAL64),
                        outValue.divide(out, MathContext.DECIMAL64)));
    }

    private static BigDecimal amount(JsonRecord order) throws RefusedRow {
        BigDecimal filled = order.numberOrNull("filled");
        return filled != null && filled.signum() > 0 ? filled : order.positive("amount");
    }

    /// Backtests keep filled orders only; a bot's own export has cancelled ones with nothing filled too.
    private static boolean filled(JsonRecord order) {
        return order.has("status")
                ? order.text("status").equals("closed")
                : order.has("order_filled_timestamp");
    }
}
