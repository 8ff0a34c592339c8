package credence.imports.formats.metatrader;

import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// The balance of an account at the end of its history, held against the balance it began with, the deposits and withdrawals, and what
/// the trades that were read brought.
///
/// Only the deals hold the cash: each adds profit, commission, swap and fee to the balance beside it. A `credit` moves no balance.
/// Deals of positions that are open still, or were opened before the report begins, have no trade: what they brought counts with the cash.
final class Mt5Balance {

    private @Nullable String firstTime;
    private @Nullable String lastTime;
    private @Nullable BigDecimal beforeFirst;
    private @Nullable BigDecimal beforeLast;
    private BigDecimal cash = BigDecimal.ZERO;
    private BigDecimal profit = BigDecimal.ZERO;
    private BigDecimal commission = BigDecimal.ZERO;
    private BigDecimal swap = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private int deals;

    /// @param type `buy` and `sell` are executions, everything else is cash
    /// @param after balance beside the deal; null when none is printed
    void add(
            String time,
            String type,
            BigDecimal made,
            @Nullable MtCosts costs,
            @Nullable BigDecimal after) {
        if (type.equals("credit")) {
            return;
        }
        deals++;
        BigDecimal change = made.add(MtCosts.totalOf(costs));
        if (type.equals("buy") || type.equals("sell")) {
            profit = profit.add(made);
            if (costs != null) {
                commission = commission.add(Mt5Reading.zero(costs.commission()));
                swap = swap.add(Mt5Reading.zero(costs.swap()));
                fees = fees.add(Mt5Reading.zero(costs.fees()));
            }
        } else {
            cash = cash.add(change);
        }
        BigDecimal before = after == null ? null : after.subtract(change);
        if (firstTime == null) {
            firstTime = time;
            beforeFirst = before;
        }
        lastTime = time;
        beforeLast = before;
    }

    /// Deals, cash among them, all told.
    BigDecimal change() {
        return cash.add(executions());
    }

    private BigDecimal executions() {
        return profit.add(commission).add(swap).add(fees);
    }

    /// Lists are oldest first; in one that a trader turned round the last is where the account began.
    private @Nullable BigDecimal opening() {
        boolean turned = firstTime != null && lastTime != null && firstTime.compareTo(lastTime) > 0;
        return turned ? beforeLast : beforeFirst;
    }

    /// @param line balance in the summary of the report; null when it has none
    /// @param sums balance under the list of deals, likewise
    /// @param ofTrades profit, commission, swap and fees of the closed trades that were read
    void hold(
            @Nullable BigDecimal line,
            @Nullable BigDecimal sums,
            BigDecimal ofTrades,
            Totals totals,
            Tally tally) {
        BigDecimal stated = line == null ? sums : line;
        if (stated == null) {
            return;
        }
        BigDecimal opening = opening();
        if (deals == 0 || opening == null) {
            tally.note(
                    "The report's balance of "
                            + Mt5Reading.plain(stated)
                            + " is not checked: it lists no deals, and only they tell deposits and"
                            + " withdrawals. Export the report with its deals.");
            return;
        }
        totals.hold("Balance by the deals", stated, opening.add(change()));
        tally.note(
                "Balance: "
                        + Mt5Reading.plain(opening)
                        + " at first, deposits and withdrawals "
                        + Mt5Reading.plain(cash)
                        + ", profit "
                        + Mt5Reading.plain(profit)
                        + ", commission "
                        + Mt5Reading.plain(commission)
                        + ", swap "
                        + Mt5Reading.plain(swap)
                        + ", fees "
                        + Mt5Reading.plain(fees)
                        + rest(ofTrades)
                        + ".");
    }

    private String rest(BigDecimal ofTrades) {
        BigDecimal rest = executions().subtract(ofTrades);
        return rest.signum() == 0
                ? ": all of it is in the trades that were read"
                : ": "
                        + Mt5Reading.plain(rest)
                        + " of it is in no closed trade that was read (fees, positions that are"
                        + " still open, or were opened before the report begins)";
    }
}
