package credence.imports.formats.metatrader;

import credence.imports.NumberStyle;
import credence.imports.Row;
import credence.imports.Tally;

import java.math.BigDecimal;

/// The sums of a MetaTrader 4 statement, held against the trades and the cash that were read.
final class StatementTotals {

    private final Labels labels;
    private final Totals totals;

    private BigDecimal cash = BigDecimal.ZERO;
    private BigDecimal closed = BigDecimal.ZERO;
    private BigDecimal floating = BigDecimal.ZERO;

    StatementTotals(Labels labels, Tally tally) {
        this.labels = labels;
        this.totals = new Totals(tally);
    }

    /// A deposit or withdrawal: its amount is the last figure of its row.
    void cash(Row row) {
        cash = cash.add(amount(row));
    }

    void trade(MtTrade trade) {
        if (trade.exitTime() == null) {
            floating = floating.add(trade.net());
        } else {
            closed = closed.add(trade.net());
        }
    }

    private static BigDecimal amount(Row row) {
        for (int i = row.size() - 1; i > 2; i--) {
            String text = row.cell(i);
            if (!text.isEmpty()) {
                try {
                    BigDecimal number = NumberStyle.POINT.read(text);
                    return number == null ? BigDecimal.ZERO : number;
                } catch (NumberFormatException _) {
                    return BigDecimal.ZERO;
                }
            }
        }
        return BigDecimal.ZERO;
    }

    void hold() {
        BigDecimal stated = labels.number("Closed P/L", "Closed Trade P/L");
        if (stated != null) {
            totals.hold("Closed P/L", stated, closed);
        }
        BigDecimal open = labels.number("Floating P/L");
        if (open != null) {
            totals.hold("Floating P/L", open, floating);
        }
        BigDecimal deposits = labels.number("Deposit/Withdrawal");
        if (deposits != null) {
            totals.hold("Deposit/Withdrawal", deposits, cash);
        }
        BigDecimal balance = labels.number("Balance");
        BigDecimal equity = labels.number("Equity");
        if (balance != null && equity != null && open != null) {
            BigDecimal credit = labels.number("Credit Facility");
            BigDecimal computed = balance.add(floating);
            totals.hold("Equity", equity, credit == null ? computed : computed.add(credit));
        }
    }
}
