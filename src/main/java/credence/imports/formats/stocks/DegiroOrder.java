package credence.imports.formats.stocks;

import credence.imports.FillDraft;
import credence.imports.NumberStyle;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// The rows of one order of a DEGIRO account statement: what its trades cost together, divided over them by size.
final class DegiroOrder {

    private final List<DegiroEntry> trades = new ArrayList<>();
    private final List<DegiroEntry> costs = new ArrayList<>();
    private @Nullable BigDecimal rate;
    private String rateCurrency = "";
    private boolean foreign;

    void add(DegiroEntry e) {
        if (e.trade() != null) {
            trades.add(e);
        } else if (e.isFee() || e.isTax()) {
            costs.add(e);
        } else if (e.rate() != null) {
            rate = e.rate();
            rateCurrency = e.currency();
        }
    }

    /// Adds the trade's share of fees and taxes to its draft, valued by the order's own conversion where they are in another
    /// currency.
    void costs(FillDraft draft, DegiroEntry trade, BigDecimal quantity, String currency) {
        int place = trades.indexOf(trade);
        List<BigDecimal> sizes = new ArrayList<>();
        for (DegiroEntry t : trades) {
            sizes.add(t.equals(trade) ? quantity : size(t));
        }
        @Nullable BigDecimal commission = null;
        @Nullable BigDecimal taxes = null;
        BigDecimal foreignPaid = BigDecimal.ZERO;
        String foreignCurrency = "";
        boolean rated = rate != null && rateCurrency.equals(currency);
        for (DegiroEntry c : costs) {
            BigDecimal amount = c.amount();
            if (amount == null) {
                continue;
            }
            BigDecimal own = CostShares.of(amount.negate(), sizes).get(place);
            if (!c.currency().equals(currency)) {
                foreign = true;
                foreignPaid = foreignPaid.add(own);
                foreignCurrency = c.currency();
                if (!rated || rate == null) {
                    continue;
                }
                own = own.multiply(rate);
            }
            if (c.isTax()) {
                taxes = taxes == null ? own : taxes.add(own);
            } else {
                commission = commission == null ? own : commission.add(own);
            }
        }
        draft.commission(commission).fees(taxes);
        if (foreignCurrency.isEmpty()) {
            return;
        }
        // What was valued is told apart from what waits for a rate of the user's.
        if (rated) {
            draft.extra("fee_charged", foreignPaid.toPlainString() + " " + foreignCurrency);
        } else {
            draft.extra("fee", foreignPaid.toPlainString()).extra("fee_currency", foreignCurrency);
        }
    }

    /// Size for the division only; one that cannot be read counts as one.
    private static BigDecimal size(DegiroEntry trade) {
        Matcher m = trade.trade();
        if (m == null) {
            return BigDecimal.ONE;
        }
        try {
            return DescribedTrade.of(
                            NumberStyle.COMMA,
                            trade.line(),
                            "",
                            trade.description(),
                            m.group(2).strip(),
                            m.group(3).strip(),
                            trade.amount())
                    .quantity();
        } catch (credence.imports.RefusedRow _) {
            return BigDecimal.ONE;
        }
    }

    void note(Tally tally) {
        if (trades.isEmpty() && !costs.isEmpty()) {
            tally.note(
                    "Some fees belong to orders whose trades are not in this file; export a longer"
                            + " span of time.");
        }
        if (foreign) {
            tally.note(
                    "Fees in the account's currency were valued by the order's own conversion where"
                            + " the file holds one; else they are kept as “fee” and wait for a rate"
                            + " of yours.");
        }
    }
}
