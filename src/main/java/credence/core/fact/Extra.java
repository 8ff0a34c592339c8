package credence.core.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Names under which a row keeps what it has no field for, and what Credence itself reads of that.
public final class Extra {

    /// Who says how much money a point is worth, where the row does not show it: `table`, `option`, `user`, [#FILE] or [#UNKNOWN].
    public static final String MULTIPLIER_SOURCE = "multiplier_source";

    /// Nobody knows how much money a point is worth: results count in points, never as money.
    public static final String UNKNOWN = "unknown";

    /// The file itself says that a point of a contract is worth 1.
    public static final String FILE = "file";

    /// A fee in another currency than the row's, positive is paid; in which stands in [#FEE_CURRENCY].
    public static final String FEE = "fee";

    public static final String FEE_CURRENCY = "fee_currency";

    /// That fee in the row's own currency, by the user's rate of the day: part of the row's commission. Never stored.
    public static final String FEE_COUNTED = "fee_counted";

    /// A result by the source's own word. Which costs it is after stands in [#STATED_PNL_IS].
    public static final String STATED_PNL = "stated_pnl";

    /// Which costs [#STATED_PNL] is after, in the words of [ResultBasis]; no such column where the source does not tell.
    public static final String STATED_PNL_IS = "stated_pnl_is";

    /// Columns of the costs of a closed trade, positive is paid; see [#costs(Map, BigDecimal)]. In exports they are columns of these
    /// names.
    public static final String COMMISSION = "commission";

    public static final String FEES = "fees";

    /// Swap too.
    public static final String FUNDING = "funding";

    /// Price × quantity, without multiplier, as the source states it, where the price is only its quotient and does not end: the
    /// amount is exact, the price its rounding.
    public static final String AMOUNT = "exact_amount";

    /// The lots that a closing fill closed by the source's own account, in words: when opened, how much, at what price, what came of it.
    public static final String CLOSED_LOTS = "closed_lots";

    private Extra() {}

    /// Whether anybody knows the multiplier of a row with these extras.
    static boolean knowsMultiplier(Map<String, String> extras) {
        return !UNKNOWN.equals(extras.get(MULTIPLIER_SOURCE));
    }

    /// The columns of a closed trade's costs, where they add up to all of them; unstated where they do not or are none. What a column
    /// does not state is unknown, not zero.
    static Costs costs(Map<String, String> extras, BigDecimal all) {
        if (extras.isEmpty()) {
            return Costs.UNSTATED;
        }
        Costs columns =
                new Costs(
                        decimal(extras, COMMISSION),
                        decimal(extras, FEES),
                        decimal(extras, FUNDING));
        return columns.stated() && columns.total().compareTo(all) == 0 ? columns : Costs.UNSTATED;
    }

    /// The decimal kept under a name; empty where there is none or the text is none.
    public static Optional<BigDecimal> decimal(Map<String, String> extras, String name) {
        String text = extras.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
