package credence.imports.formats.stocks;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.FillDraft;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns the executions of thinkorswim's trade history into fills, one a leg.
///
/// Fees and commission of an execution are divided over its legs by contracts, the remainder on the last.
final class TosTrades {

    private final Tally tally;
    private final TosCash cash;
    private final String account;
    private final Owners owners;
    private final TimeColumn times;
    private final AmountCheck amounts;
    private final AmountCheck afterCosts;
    private final List<TosLeg> legs = new ArrayList<>();
    private final JournalRows rows;
    private final Map<String, TosLeg> contracts = new LinkedHashMap<>();
    private long withoutCosts;

    TosTrades(ImportOptions options, Tally tally, TosCash cash, String account, ZoneId zone) {
        this.tally = tally.keepingRows();
        this.rows = new JournalRows(tally);
        this.cash = cash;
        this.account = account;
        this.owners = new Owners("thinkorswim", options, tally);
        this.times = TimeColumn.known("Exec Time", DateOrder.MONTH_FIRST, zone, tally);
        this.amounts = new AmountCheck(tally, "Cash balance, amounts of trades");
        this.afterCosts = new AmountCheck(tally, "Cash balance, trades after costs");
    }

    /// Legs in the order of the file; one with a time begins an execution.
    void add(TosLeg leg) {
        if (!leg.time().isEmpty()) {
            finishExecution();
        }
        legs.add(leg);
        if (leg.isOption()) {
            contracts.putIfAbsent(leg.instrument(), leg);
        }
    }

    /// A leg could not be read: its execution is not taken by halves.
    void spoil(RefusedRow why, boolean first) {
        if (first) {
            finishExecution();
        }
        tally.refuse(why.refusal());
        for (TosLeg leg : legs) {
            tally.refuse(
                    new RefusedRow(
                                    leg.line(),
                                    "",
                                    leg.instrument(),
                                    "Another leg of this execution could not be read.",
                                    "Mend that leg, or export the statement again.")
                            .refusal());
        }
        legs.clear();
    }

    private void finishExecution() {
        if (legs.isEmpty()) {
            return;
        }
        List<TosLeg> execution = List.copyOf(legs);
        legs.clear();
        try {
            fills(execution);
        } catch (RefusedRow e) {
            for (TosLeg leg : execution) {
                tally.refuse(
                        new RefusedRow(
                                        leg.line(),
                                        e.refusal().column(),
                                        e.refusal().value(),
                                        e.refusal().reason(),
                                        e.refusal().remedy())
                                .refusal());
            }
        }
    }

    private void fills(List<TosLeg> execution) throws RefusedRow {
        TosLeg first = execution.getFirst();
        Instant time = times.read(first.time(), first.line());
        TosCash.Entry entry = cash.take(first);
        withoutCosts += entry == null ? 1 : 0;
        List<BigDecimal> sizes = execution.stream().map(l -> l.quantity().abs()).toList();
        List<BigDecimal> fees = shares(entry == null ? null : entry.fees(), sizes);
        List<BigDecimal> commissions = shares(entry == null ? null : entry.commission(), sizes);
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal rounding = new BigDecimal("0.01");
        List<FillDraft> drafts = new ArrayList<>();
        for (int i = 0; i < execution.size(); i++) {
            TosLeg leg = execution.get(i);
            Multiplier multiplier = multiplier(leg, entry);
            gross =
                    gross.subtract(
                            leg.quantity().multiply(leg.price()).multiply(multiplier.value()));
            drafts.add(
                    draft(leg, time, multiplier)
                            .commission(commissions.isEmpty() ? null : commissions.get(i))
                            .fees(fees.isEmpty() ? null : fees.get(i))
                            .extra("spread", first.spread())
                            .extra("order_type", first.orderType()));
        }
        drafts.forEach(rows::add);
        if (entry != null && entry.amount() != null) {
            BigDecimal costs = zeroIfNull(entry.fees()).add(zeroIfNull(entry.commission()));
            amounts.add(entry.line(), "", entry.amount(), gross, rounding);
            afterCosts.add(entry.line(), "", entry.amount().add(costs), gross.add(costs), rounding);
        }
    }

    /// Positive is paid; empty when nothing is stated.
    private static List<BigDecimal> shares(@Nullable BigDecimal stated, List<BigDecimal> sizes) {
        return stated == null ? List.of() : CostShares.of(stated.negate(), sizes);
    }

    private static Multiplier multiplier(TosLeg leg, TosCash.@Nullable Entry entry) {
        if (leg.isOption() && !leg.onFuture()) {
            return entry == null || entry.multiplier().isEmpty()
                    ? Multiplier.ofTable(BigDecimal.valueOf(100))
                    : Multiplier.ofFile(new BigDecimal(entry.multiplier()));
        }
        return leg.onFuture() || leg.isOption() || leg.type().startsWith("FUT")
                ? Multiplier.UNKNOWN
                : Multiplier.ONE;
    }

    /// An option that expired, at zero and without costs, under the name that the trade history has for it.
    private void expire(TosRemoval removal) {
        TosLeg leg =
                removal.leg(
                        contracts.values().stream()
                                .filter(removal::isOf)
                                .map(TosLeg::instrument)
                                .findFirst()
                                .orElse(null));
        try {
            Instant time = times.read(leg.time(), leg.line());
            Multiplier multiplier =
                    removal.multiplier().isEmpty()
                            ? Multiplier.ofTable(BigDecimal.valueOf(100))
                            : Multiplier.ofFile(new BigDecimal(removal.multiplier()));
            rows.add(
                    draft(leg, time, multiplier)
                            .commission(BigDecimal.ZERO)
                            .tag("Expired")
                            .extra("spread", leg.spread()));
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
        }
    }

    private FillDraft draft(TosLeg leg, Instant time, Multiplier multiplier) throws RefusedRow {
        return new FillDraft(
                        leg.line(),
                        owners.of(
                                Clues.NONE
                                        .account(account)
                                        .symbol(leg.instrument())
                                        .time(time)
                                        .line(leg.line())),
                        time,
                        owners.symbol(leg.instrument(), leg.line(), "Symbol"),
                        leg.quantity().signum() > 0 ? Side.BUY : Side.SELL,
                        new Quantity(leg.quantity().abs()),
                        new Price(leg.price()))
                .effect(leg.effect())
                .currency(owners.currency(""))
                .multiplier(multiplier)
                .source(owners.source(SourceClass.LIVE))
                .extra("type", leg.type())
                .extra("underlying", leg.underlying());
    }

    /// @param removals options that expired
    void finish(List<TosRemoval> removals) {
        finishExecution();
        removals.forEach(this::expire);
        rows.acceptAll(tally);
        times.noteRepeatedHours(tally);
        amounts.report();
        afterCosts.report();
        if (withoutCosts > 0) {
            tally.note(
                    withoutCosts
                            + (withoutCosts == 1 ? " execution has" : " executions have")
                            + " no fees in this file: its section Cash Balance does not name"
                            + " them.");
        }
        if (cash.left() > 0) {
            tally.note(
                    cash.left()
                            + (cash.left() == 1 ? " trade" : " trades")
                            + " of the Cash Balance "
                            + (cash.left() == 1 ? "is" : "are")
                            + " not in the trade history. Export a span of time that holds both.");
        }
    }

    private static BigDecimal zeroIfNull(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
