package credence.service;

import credence.core.fact.ResultBasis;
import credence.core.value.ContractCode;
import credence.core.value.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One trade as it is listed: closed, or open (then exit fields are absent and `netPnl` is the mark's, if there is one).
///
/// @param grossPnl before costs, by the source's own money where it states result and costs; absent where nobody knows what a point is worth in money, netPnl alike
/// @param costs all costs that are stated, absent where none are: that is not zero
/// @param r result in R as learned by its outcome, if it has one; `rung` names the risk measure
/// @param evidence where the money figures come from, and what they leave out
/// @param market what was known of the market at entry
public record TradeView(
        String id,
        String bot,
        String account,
        String symbol,
        String side,
        BigDecimal quantity,
        Instant entryTime,
        BigDecimal entryPrice,
        @Nullable Instant exitTime,
        @Nullable BigDecimal exitPrice,
        @Nullable BigDecimal grossPnl,
        @Nullable BigDecimal costs,
        @Nullable BigDecimal netPnl,
        String currency,
        @Nullable Double r,
        @Nullable String rung,
        String exitReason,
        String source,
        boolean open,
        boolean unmatched,
        TradeEvidence evidence,
        EntryMarket market) {

    /// A trade of which nothing more is known.
    public TradeView(
            String id,
            String bot,
            String account,
            String symbol,
            String side,
            BigDecimal quantity,
            Instant entryTime,
            BigDecimal entryPrice,
            @Nullable Instant exitTime,
            @Nullable BigDecimal exitPrice,
            @Nullable BigDecimal grossPnl,
            @Nullable BigDecimal costs,
            @Nullable BigDecimal netPnl,
            String currency,
            @Nullable Double r,
            @Nullable String rung,
            String exitReason,
            String source,
            boolean open,
            boolean unmatched) {
        this(
                id,
                bot,
                account,
                symbol,
                side,
                quantity,
                entryTime,
                entryPrice,
                exitTime,
                exitPrice,
                grossPnl,
                costs,
                netPnl,
                currency,
                r,
                rung,
                exitReason,
                source,
                open,
                unmatched,
                TradeEvidence.NONE,
                EntryMarket.unknown(entryTime));
    }

    /// Whether it is closed and nobody knows its result in money: the symbol's multiplier is to be set.
    public boolean withoutMoney() {
        return !open && !unmatched && netPnl == null;
    }

    /// What its figures leave out or contradict, each in a sentence; none where there is nothing.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(0);
        if (withoutMoney()) {
            remarks.add(
                    plain(evidence.points())
                            + " points, in no sum of money. Set multiplier."
                            + ContractCode.family(symbol)
                            + ": money per point.");
        }
        if (evidence.multiplierSource() == MultiplierSource.UNSTATED) {
            remarks.add(
                    "A point counts as 1, which nobody said: an earlier version took it so. Set"
                            + " multiplier."
                            + ContractCode.family(symbol)
                            + ", money per point, or undo the import and import the file again.");
        }
        if (unmatched) {
            remarks.add(
                    "Opening not in file: in no sum and no belief."
                            + (evidence.statedPnl() == null
                                    ? " The file does not say what came of it."
                                    : " The file says it made "
                                            + plain(evidence.statedPnl())
                                            + " "
                                            + currency
                                            + said(evidence.statedIs())
                                            + "."));
            if (evidence.closedLots() != null) {
                remarks.add("By the file it closed " + evidence.closedLots() + ".");
            }
        }
        if (evidence.differs()) {
            remarks.add(difference());
        }
        if (evidence.costsPartial()) {
            remarks.add(
                    "Only one side states its costs; "
                            + plain(costs)
                            + " "
                            + currency
                            + " of them were taken off.");
        }
        if (evidence.costsEstimated()) {
            remarks.add("Costs estimated by the fee profile of the account.");
        }
        SortedMap<String, BigDecimal> fees = new TreeMap<>();
        for (Money fee : evidence.uncountedFees()) {
            fees.merge(fee.currency().code(), fee.amount(), BigDecimal::add);
        }
        fees.forEach(
                (coin, fee) ->
                        remarks.add("A fee of " + plain(fee) + " " + coin + " is not counted."));
        return remarks;
    }

    /// What the file states and what its prices give, each with the costs that it is after: only like is held against like.
    private String difference() {
        ResultBasis compared = evidence.computedIs();
        String given =
                switch (compared) {
                    case BEFORE_COSTS -> "prices give ";
                    case AFTER_CLOSING_COSTS -> "prices and closing costs give ";
                    case AFTER_COMMISSION -> "prices and commission give ";
                    case AFTER_COSTS, UNSAID ->
                            costs == null ? "prices give " : "prices and costs give ";
                };
        boolean told = evidence.statedIs() != ResultBasis.UNSAID;
        boolean unlisted = costs == null && compared != ResultBasis.BEFORE_COSTS;
        return "The file says "
                + plain(evidence.statedPnl())
                + said(evidence.statedIs())
                + ", "
                + given
                + plain(evidence.computedPnl())
                + (told || compared != ResultBasis.BEFORE_COSTS || costs == null
                        ? ""
                        : said(compared))
                + (unlisted && heldOverNight()
                        ? ": likely overnight interest, which the file does not state."
                        : unlisted && told ? " and no costs are stated." : ".");
    }

    private static String said(ResultBasis basis) {
        return basis == ResultBasis.UNSAID ? "" : ' ' + basis.words();
    }

    /// Currencies change their day at 17:00 in New York; that is when interest falls due.
    private boolean heldOverNight() {
        return exitTime != null && !currencyDay(entryTime).equals(currencyDay(exitTime));
    }

    private static LocalDate currencyDay(Instant time) {
        return time.atZone(ZoneId.of("America/New_York")).plusHours(7).toLocalDate();
    }

    private static String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return bare.toPlainString().replace('-', '−');
    }

    TradeView open(BigDecimal left, @Nullable BigDecimal net) {
        return new TradeView(
                id,
                bot,
                account,
                symbol,
                side,
                left,
                entryTime,
                entryPrice,
                exitTime,
                exitPrice,
                grossPnl,
                costs,
                net,
                currency,
                r,
                rung,
                exitReason,
                source,
                open,
                unmatched,
                evidence,
                market);
    }

    TradeView with(TradeEvidence more) {
        return with(more, market);
    }

    TradeView with(EntryMarket known) {
        return with(evidence, known);
    }

    private TradeView with(TradeEvidence more, EntryMarket known) {
        return new TradeView(
                id,
                bot,
                account,
                symbol,
                side,
                quantity,
                entryTime,
                entryPrice,
                exitTime,
                exitPrice,
                grossPnl,
                costs,
                netPnl,
                currency,
                r,
                rung,
                exitReason,
                source,
                open,
                unmatched,
                more,
                known);
    }
}
